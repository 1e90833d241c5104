using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>
/// Lists the candidacies of a call for managers and co-chairs. A co-chair with a conflict of interest does not see the candidacy, and one who reviews
/// sees no score before their own review is in.
/// </summary>
public sealed class CandidacyListQueries(PortalDbContext db, PortalClock clock)
{
    /// <summary>How lists are sorted unless said otherwise.</summary>
    public const string UsualSort = "reference";

    /// <summary>Rows a page unless said otherwise.</summary>
    public const int UsualSize = 50;

    /// <summary>Sizes that can be chosen.</summary>
    public static readonly IReadOnlyList<int> Sizes = [UsualSize, 100, 500];

    private const int ShortestCountry = 3;

    /// <summary>A page of the list. Throws NotFoundException for a call that does not exist or whose committee the reader is not of.</summary>
    public async Task<CandidacyList> ListAsync(string slug, CandidacyFilter filter, Actor reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var call = await CallAccess.FindAsync(db, slug, reader, cancellationToken);
        var rows = Filter(Entries(call), filter);
        var total = await rows.CountAsync(cancellationToken);
        var size = Sizes.Contains(filter.Size) ? filter.Size : UsualSize;
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + size - 1) / size));
        var shown = await Project(Sort(rows, filter.Sort).Skip((page - 1) * size).Take(size)).ToListAsync(cancellationToken);
        return new CandidacyList(
            call.Title, Call.StateOf(call.Stage, call.OpensAt, call.DeadlineEndsAt, clock.Now), call.DeadlineEndsAt, new Paged<CandidacyListRow>(shown, total, page, size));
    }

    /// <summary>All rows that the filter leaves, in its order, for a file.</summary>
    public async Task<IReadOnlyList<CandidacyListRow>> AllAsync(string slug, CandidacyFilter filter, Actor reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var call = await CallAccess.FindAsync(db, slug, reader, cancellationToken);
        return await Project(Sort(Filter(Entries(call), filter), filter.Sort)).ToListAsync(cancellationToken);
    }

    private static IQueryable<CandidacyListRow> Project(IQueryable<Entry> rows) => rows.Select(row => new CandidacyListRow(
        row.Candidacy.Reference, row.Institution, row.Candidacy.Country, row.Candidacy.State, row.Candidacy.Eligibility, row.Candidacy.SubmittedAt,
        row.Candidacy.ReviewsSubmitted, row.Candidacy.ReviewsAssigned, row.Score));

    private static IQueryable<Entry> Sort(IQueryable<Entry> rows, string sort) => sort switch
    {
        "-reference" => rows.OrderByDescending(row => row.Candidacy.Reference),
        "institution" => rows.OrderBy(row => row.NameKey).ThenBy(row => row.Candidacy.Reference),
        "-institution" => rows.OrderByDescending(row => row.NameKey).ThenBy(row => row.Candidacy.Reference),
        "submitted" => rows.OrderBy(row => row.Candidacy.SubmittedAt).ThenBy(row => row.Candidacy.Reference),
        "-submitted" => rows.OrderByDescending(row => row.Candidacy.SubmittedAt).ThenBy(row => row.Candidacy.Reference),
        "reviews" => rows.OrderBy(row => row.Candidacy.ReviewsSubmitted).ThenBy(row => row.Candidacy.Reference),
        "-reviews" => rows.OrderByDescending(row => row.Candidacy.ReviewsSubmitted).ThenBy(row => row.Candidacy.Reference),
        "score" => rows.OrderBy(row => row.Score).ThenBy(row => row.Candidacy.Reference),
        "-score" => rows.OrderByDescending(row => row.Score).ThenBy(row => row.Candidacy.Reference),
        _ => rows.OrderBy(row => row.Candidacy.Reference),
    };

    private static IQueryable<Entry> Filter(IQueryable<Entry> rows, CandidacyFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var (folded, reference) = (TextFold.Of(filter.Search), filter.Search.Trim().ToUpperInvariant());
            var named = CountriesNamed(folded);
            rows = rows.Where(row => row.Candidacy.Reference.Contains(reference) || (folded != "" && row.NameKey.Contains(folded)) || named.Contains(row.Candidacy.Country));
        }

        if (filter.Region is { } region)
        {
            var countries = ReferenceCatalogue.Countries.Where(country => country.Region == region).Select(country => country.Code).ToList();
            rows = rows.Where(row => countries.Contains(row.Candidacy.Country));
        }

        if (filter.State is { } state)
        {
            rows = rows.Where(row => row.Candidacy.State == state);
        }

        return filter.Eligibility is { } eligibility ? rows.Where(row => row.Candidacy.Eligibility == eligibility) : rows;
    }

    // a country is found by its name in any language
    private static List<string> CountriesNamed(string folded) => folded.Length < ShortestCountry
        ? []
        : [.. ReferenceCatalogue.Countries.Where(country => country.Names.Values.Any(name => TextFold.Of(name).StartsWith(folded, StringComparison.Ordinal))).Select(country => country.Code)];

    private IQueryable<Entry> Entries(CallHead call)
    {
        var candidacies = db.Candidacies.AsNoTracking().Where(candidacy => candidacy.CallId == call.Id);
        var seesScores = call.SeesScores;
        if (call.ConflictsOf is not { } reader)
        {
            return from candidacy in candidacies
                   join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
                   select new Entry { Candidacy = candidacy, Institution = institution.Name, NameKey = institution.NameKey, Score = candidacy.ScoreMillionths };
        }

        return from candidacy in candidacies
               join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
               where !db.ConflictsOfInterest.Any(conflict => conflict.CandidacyId == candidacy.Id && conflict.MemberId == reader && conflict.State != ConflictState.Dismissed)
               select new Entry
               {
                   Candidacy = candidacy, Institution = institution.Name, NameKey = institution.NameKey,
                   Score = !seesScores || db.ReviewAssignments.Any(assignment => assignment.CandidacyId == candidacy.Id && assignment.MemberId == reader && assignment.RemovedAt == null
                       && !db.Reviews.Any(review => review.AssignmentId == assignment.Id && review.SubmittedAt != null))
                       ? null : candidacy.ScoreMillionths,
               };
    }

    private sealed record Entry
    {
        public required Candidacy Candidacy { get; init; }

        public required string Institution { get; init; }

        public required string NameKey { get; init; }

        public required long? Score { get; init; }
    }
}
