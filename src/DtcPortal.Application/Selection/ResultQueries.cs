using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>What an institution reads of its result.</summary>
public sealed record ResultView
{
    /// <summary>Reference of the candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>The institution.</summary>
    public required string Institution { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the country of the training.</summary>
    public required string Country { get; init; }

    /// <summary>The call's name in addresses.</summary>
    public required string CallSlug { get; init; }

    /// <summary>The call's title.</summary>
    public required LocalizedText CallTitle { get; init; }

    /// <summary>Where the candidacy stands for its institution.</summary>
    public required CandidacyState State { get; init; }

    /// <summary>What screening found.</summary>
    public required Eligibility Eligibility { get; init; }

    /// <summary>Why it is not eligible; null unless both have signed that.</summary>
    public required string? IneligibleReason { get; init; }

    /// <summary>When both had signed the selection; null before, and then nothing else is shown.</summary>
    public required DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Most seats for one country.</summary>
    public required int LimitPerCountry { get; init; }

    /// <summary>What was decided; null before, and for one that did not stand.</summary>
    public ProposalLine? Line { get; init; }

    /// <summary>Why it stands elsewhere than the rules put it.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Its score in millionths of a point.</summary>
    public long? Score { get; init; }

    /// <summary>Its place among those who still wait in its region; null when it does not wait.</summary>
    public int? Place { get; init; }

    /// <summary>Its offer; null without one.</summary>
    public Offer? Offer { get; init; }

    /// <summary>Its centre's name in addresses, once it accepted.</summary>
    public string? CentreSlug { get; init; }

    /// <summary>What reviewers wrote for the applicant; never their confidential remarks, never their names.</summary>
    public IReadOnlyList<string> Feedback { get; init; } = [];

    /// <summary>Means by criterion in millionths, in the call's order.</summary>
    public IReadOnlyList<(BasisCriterion Criterion, long? Mean)> Criteria { get; init; } = [];
}

/// <summary>Reads results for the institutions they concern.</summary>
public sealed class ResultQueries(PortalDbContext db)
{
    /// <summary>The result of a candidacy of the reader's institution. Throws NotFoundException for others.</summary>
    public async Task<ResultView> FindAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await (
            from candidacy in db.Candidacies.AsNoTracking()
            join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
            join call in db.Calls on candidacy.CallId equals call.Id
            where candidacy.Reference == reference && institution.Members.Any(member => member.UserId == actor.Id && member.State == MembershipState.Admitted)
            select new
            {
                candidacy.Id,
                candidacy.CallId,
                candidacy.CriterionMillionths,
                View = new ResultView
                {
                    Reference = candidacy.Reference,
                    Institution = institution.Name,
                    Country = candidacy.Country,
                    CallSlug = call.Slug,
                    CallTitle = call.Title,
                    State = candidacy.State,
                    Eligibility = candidacy.Eligibility,
                    IneligibleReason = db.Screenings.Where(screening => screening.CandidacyId == candidacy.Id && screening.FinishedAt != null)
                        .Select(screening => screening.IneligibleReason).FirstOrDefault(),
                    DecidedAt = call.DecidedAt,
                    LimitPerCountry = call.LimitPerCountry,
                },
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        if (found.View.DecidedAt is null)
        {
            return found.View;
        }

        var line = await db.SelectionLines.AsNoTracking().SingleOrDefaultAsync(
            one => one.CandidacyId == found.Id && db.SelectionDecisions.Any(decision => decision.Id == one.SelectionDecisionId && decision.CallId == found.CallId), cancellationToken);
        var offer = await db.Offers.AsNoTracking().Where(one => one.CandidacyId == found.Id)
            .Select(one => new { Offer = one, Centre = db.Centres.Where(centre => centre.CandidacyId == found.Id).Select(centre => centre.Slug).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        var criteria = await db.CallCriteria.AsNoTracking().Where(criterion => criterion.CallId == found.CallId).OrderBy(criterion => criterion.Position)
            .Select(criterion => new BasisCriterion(criterion.Code, criterion.Name, criterion.Weight, criterion.MinimumMillionths)).ToListAsync(cancellationToken);
        return found.View with
        {
            Line = line?.ToProposalLine(),
            OverrideReason = line?.OverrideReason,
            Score = line?.ScoreMillionths,
            Place = line?.Outcome == SelectionOutcome.Waitlisted ? await PlaceAsync(found.Id, cancellationToken) : null,
            Offer = offer?.Offer,
            CentreSlug = offer?.Centre,
            Feedback = await db.Reviews.AsNoTracking().Where(review => review.CandidacyId == found.Id && review.SubmittedAt != null && review.Feedback != string.Empty)
                .OrderBy(review => review.Id).Select(review => review.Feedback).ToListAsync(cancellationToken),
            Criteria = [.. criteria.Select(criterion => (criterion, found.CriterionMillionths.TryGetValue(criterion.Code, out var mean) ? mean : (long?)null))],
        };
    }

    private async Task<int?> PlaceAsync(Guid candidacyId, CancellationToken cancellationToken)
    {
        var places = await (
            from entry in db.WaitlistEntries.AsNoTracking()
            where entry.CandidacyId == candidacyId && entry.LeftAt == null
            select db.WaitlistEntries.Count(ahead => ahead.CallId == entry.CallId && ahead.Region == entry.Region && ahead.LeftAt == null && ahead.Place <= entry.Place))
            .ToListAsync(cancellationToken);
        return places.Count == 0 ? null : places[0];
    }
}
