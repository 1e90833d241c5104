using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>A centre that accepted, as everybody may see it.</summary>
public sealed record PublicCentre
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The name folded for search.</summary>
    public required string NameKey { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>ITU's region.</summary>
    public required Region Region { get; init; }

    /// <summary>Where it is.</summary>
    public required string City { get; init; }

    /// <summary>Where it stands.</summary>
    public required CentreState State { get; init; }

    /// <summary>When it became Active; null before.</summary>
    public required DateTimeOffset? ActiveAt { get; init; }

    /// <summary>Name of the phase in which it was chosen.</summary>
    public required LocalizedText Phase { get; init; }

    /// <summary>What it presents.</summary>
    public required LocalizedText About { get; init; }
}

/// <summary>What a centre is called, where it is, and when it is to report.</summary>
public sealed record CentreName(Guid Id, string Slug, string Name, string Country, Region Region, ReportingPeriod? FirstPeriod, DateTimeOffset? EndedAt)
{
    /// <summary>Whether it is to report for a period.</summary>
    public bool Reports(ReportingPeriod period) => FirstPeriod is { } first && ReportingSchedule.Includes(first, EndedAt, period);
}

/// <summary>Centres as everybody may see them: from acceptance on (product.md 7).</summary>
public sealed class PublicCentreQueries(PortalDbContext db)
{
    /// <summary>All centres but ended ones, by region and name.</summary>
    public async Task<IReadOnlyList<PublicCentre>> ListAsync(CancellationToken cancellationToken) =>
        await All().Where(centre => centre.State != CentreState.Ended).OrderBy(centre => centre.Region).ThenBy(centre => centre.NameKey).ToListAsync(cancellationToken);

    /// <summary>A centre, also an ended one.</summary>
    public Task<PublicCentre> FindAsync(string slug, CancellationToken cancellationToken) =>
        All().SingleOrDefaultAsync(centre => centre.Slug == slug, cancellationToken).OrNotFoundAsync();

    /// <summary>Names of all centres, ended ones too, by key.</summary>
    public async Task<IReadOnlyDictionary<Guid, CentreName>> NamesAsync(CancellationToken cancellationToken) =>
        await db.Centres.AsNoTracking().Select(centre => new CentreName(centre.Id, centre.Slug, centre.Name, centre.Country, centre.Region, centre.FirstPeriod, centre.EndedAt))
            .ToDictionaryAsync(centre => centre.Id, cancellationToken);

    private IQueryable<PublicCentre> All() => db.Centres.AsNoTracking()
        .Join(db.Phases, centre => centre.PhaseId, phase => phase.Id, (centre, phase) => new PublicCentre
        {
            Id = centre.Id, Slug = centre.Slug, Name = centre.Name, NameKey = centre.NameKey, Country = centre.Country, Region = centre.Region, City = centre.City,
            State = centre.State, ActiveAt = centre.ActiveAt, Phase = phase.Name, About = centre.About,
        });
}
