using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

public sealed partial class ScreeningQueries
{
    /// <summary>How the list is sorted unless said otherwise.</summary>
    public const string UsualSort = "reference";

    /// <summary>Rows of a page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>The screening of a call, page by page. Throws NotFoundException for a call that does not exist or whose committee the reader is not of.</summary>
    public async Task<ScreeningList> ListAsync(string slug, ScreeningFilter filter, Actor reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var call = await CallAccess.FindAsync(db, slug, reader, cancellationToken);
        var counts = await CountAsync(call.Id, cancellationToken);
        var entries = Filtered(call, filter);
        var total = string.IsNullOrWhiteSpace(filter.Search) && call.ConflictsOf is null
            ? filter.State is { } only ? counts.Of(only) : counts.Total
            : await entries.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await Project(Sorted(entries, filter.Sort).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        return new ScreeningList
        {
            CallTitle = call.Title,
            CallState = Call.StateOf(call.Stage, call.OpensAt, call.DeadlineEndsAt, clock.Now),
            DeadlineEndsAt = call.DeadlineEndsAt,
            Counts = counts,
            Rows = new Paged<ScreeningRow>(rows, total, page, PageSize),
        };
    }

    /// <summary>All rows that the filter leaves, in its order, for a file. Throws NotFoundException as the list does.</summary>
    public async Task<IReadOnlyList<ScreeningRow>> AllAsync(string slug, ScreeningFilter filter, Actor reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var call = await CallAccess.FindAsync(db, slug, reader, cancellationToken);
        return await Project(Sorted(Filtered(call, filter), filter.Sort)).ToListAsync(cancellationToken);
    }

    private IQueryable<ScreeningEntry> Filtered(CallHead call, ScreeningFilter filter)
    {
        var entries = Entries(call.Id, filter.Search);
        if (filter.State is { } state)
        {
            entries = entries.Where(entry => entry.State == state);
        }

        return call.ConflictsOf is not { } reader
            ? entries
            : entries.Where(entry => !db.ConflictsOfInterest.Any(conflict => conflict.CandidacyId == entry.Id && conflict.MemberId == reader && conflict.State != ConflictState.Dismissed));
    }

    private static IQueryable<ScreeningEntry> Sorted(IQueryable<ScreeningEntry> entries, string? sort) => sort switch
    {
        "-reference" => entries.OrderByDescending(entry => entry.Reference),
        "institution" => entries.OrderBy(entry => entry.NameKey).ThenBy(entry => entry.Reference),
        "-institution" => entries.OrderByDescending(entry => entry.NameKey).ThenBy(entry => entry.Reference),
        // those without an answer to wait for come last either way
        "due" => entries.OrderBy(entry => entry.DueAt == null).ThenBy(entry => entry.DueAt).ThenBy(entry => entry.Reference),
        "-due" => entries.OrderBy(entry => entry.DueAt == null).ThenByDescending(entry => entry.DueAt).ThenBy(entry => entry.Reference),
        "state" => entries.OrderBy(entry => entry.State).ThenBy(entry => entry.Reference),
        "-state" => entries.OrderByDescending(entry => entry.State).ThenBy(entry => entry.Reference),
        _ => entries.OrderBy(entry => entry.Reference),
    };

    private static IQueryable<ScreeningRow> Project(IQueryable<ScreeningEntry> entries) => entries.Select(entry => new ScreeningRow
    {
        Reference = entry.Reference, Institution = entry.Institution, Country = entry.Country, State = entry.State,
        DueAt = entry.DueAt, AnsweredAt = entry.AnsweredAt, FinishedAt = entry.FinishedAt, ExtendedUntil = entry.ExtendedUntil,
    });
}
