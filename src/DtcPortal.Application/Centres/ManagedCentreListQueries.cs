using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>A row of the managers' list of centres.</summary>
public sealed record ManagedCentreRow(string Slug, string Name, string Country, Region Region, CentreState State, LocalizedText Phase, DateTimeOffset AcceptedAt, DateTimeOffset? ActiveAt, string Manager);

/// <summary>What the managers' list of centres shows.</summary>
public sealed record ManagedCentreFilter
{
    /// <summary>Part of the name; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>The region; null for all.</summary>
    public Region? Region { get; init; }

    /// <summary>The state; null for all.</summary>
    public CentreState? State { get; init; }

    /// <summary>The order, such as -active; null for by name.</summary>
    public string? Sort { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>Lists the centres for managers.</summary>
public sealed class ManagedCentreListQueries(PortalDbContext db)
{
    /// <summary>How the list is sorted unless said otherwise.</summary>
    public const string UsualSort = "centre";

    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the list.</summary>
    public async Task<Paged<ManagedCentreRow>> ListAsync(ManagedCentreFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var total = await Found(filter).CountAsync(cancellationToken);
        var number = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await Sorted(filter).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new Paged<ManagedCentreRow>(rows, total, number, PageSize);
    }

    /// <summary>All rows that the filter leaves, in its order, for a file.</summary>
    public async Task<IReadOnlyList<ManagedCentreRow>> AllAsync(ManagedCentreFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await Sorted(filter).ToListAsync(cancellationToken);
    }

    private IQueryable<Centre> Found(ManagedCentreFilter filter)
    {
        var (folded, region, state) = (TextFold.Of(filter.Search), filter.Region, filter.State);
        return db.Centres.AsNoTracking()
            .Where(centre => folded == string.Empty || centre.NameKey.Contains(folded))
            .Where(centre => region == null || centre.Region == region)
            .Where(centre => state == null || centre.State == state);
    }

    private IQueryable<ManagedCentreRow> Sorted(ManagedCentreFilter filter)
    {
        var entries =
            from centre in Found(filter)
            join phase in db.Phases on centre.PhaseId equals phase.Id
            join manager in db.Users on centre.ManagerId equals manager.Id
            select new Entry { Centre = centre, Phase = phase.Name, PhaseNumber = phase.Number, Manager = manager.DisplayName, ManagerKey = manager.SearchKey };
        return By(entries, filter.Sort).ThenBy(entry => entry.Centre.NameKey).ThenBy(entry => entry.Centre.Slug).Select(entry => new ManagedCentreRow(
            entry.Centre.Slug, entry.Centre.Name, entry.Centre.Country, entry.Centre.Region, entry.Centre.State, entry.Phase,
            entry.Centre.AcceptedAt, entry.Centre.ActiveAt, entry.Manager));
    }

    private static IOrderedQueryable<Entry> By(IQueryable<Entry> entries, string? sort) => sort switch
    {
        "-centre" => entries.OrderByDescending(entry => entry.Centre.NameKey),
        "region" => entries.OrderBy(entry => entry.Centre.Region),
        "-region" => entries.OrderByDescending(entry => entry.Centre.Region),
        "phase" => entries.OrderBy(entry => entry.PhaseNumber),
        "-phase" => entries.OrderByDescending(entry => entry.PhaseNumber),
        "manager" => entries.OrderBy(entry => entry.ManagerKey),
        "-manager" => entries.OrderByDescending(entry => entry.ManagerKey),
        "active" => entries.OrderBy(entry => entry.Centre.ActiveAt),
        "-active" => entries.OrderByDescending(entry => entry.Centre.ActiveAt),
        "state" => entries.OrderBy(entry => entry.Centre.State),
        "-state" => entries.OrderByDescending(entry => entry.Centre.State),
        _ => entries.OrderBy(entry => entry.Centre.NameKey),
    };

    private sealed record Entry
    {
        public required Centre Centre { get; init; }

        public required LocalizedText Phase { get; init; }

        public required int PhaseNumber { get; init; }

        public required string Manager { get; init; }

        public required string ManagerKey { get; init; }
    }
}
