using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>What every page of a call shows of it.</summary>
public sealed record CallHead
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The phase.</summary>
    public required Guid PhaseId { get; init; }

    /// <summary>What is stored of where it stands.</summary>
    public required CallStage Stage { get; init; }

    /// <summary>First instant at which candidacies are taken.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The deadline as the clocks of its zone show it.</summary>
    public required DateTime DeadlineLocal { get; init; }

    /// <summary>IANA name of the deadline's zone.</summary>
    public required string DeadlineZone { get; init; }

    /// <summary>The first instant that is too late.</summary>
    public required DateTimeOffset DeadlineEndsAt { get; init; }

    /// <summary>When both had signed its rules; null before and after a change.</summary>
    public required DateTimeOffset? RulesAgreedAt { get; init; }

    /// <summary>Version for the next change.</summary>
    public required long Version { get; init; }

    /// <summary>The head of a call that is loaded.</summary>
    public static CallHead Of(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new CallHead
        {
            Id = call.Id,
            Slug = call.Slug,
            Title = call.Title,
            PhaseId = call.PhaseId,
            Stage = call.Stage,
            OpensAt = call.OpensAt,
            DeadlineLocal = call.DeadlineLocal,
            DeadlineZone = call.DeadlineZone,
            DeadlineEndsAt = call.DeadlineEndsAt,
            RulesAgreedAt = call.RulesAgreedAt,
            Version = call.Version,
        };
    }

    /// <summary>Whether it is being written.</summary>
    public bool IsDraft => Stage == CallStage.Draft;

    /// <summary>Where it stands at an instant.</summary>
    public CallState StateAt(DateTimeOffset instant) => Call.StateOf(Stage, OpensAt, DeadlineEndsAt, instant);
}

/// <summary>A call with the part of it that a page changes.</summary>
/// <param name="Head">The call.</param>
/// <param name="Part">The part.</param>
public sealed record CallPart<T>(CallHead Head, T Part);

/// <summary>A call in the managers' list.</summary>
public sealed record CallRow(CallHead Head, string PhaseSlug, LocalizedText PhaseName, int Drafts, int Submitted);

/// <summary>Where the writing of a call stands.</summary>
public sealed record CallOverview
{
    /// <summary>The call.</summary>
    public required CallHead Head { get; init; }

    /// <summary>The phase's slug.</summary>
    public required string PhaseSlug { get; init; }

    /// <summary>The phase's name.</summary>
    public required LocalizedText PhaseName { get; init; }

    /// <summary>Whether both have signed the phase.</summary>
    public required bool PhaseIsAgreed { get; init; }

    /// <summary>The phase's cap; null until both agree one.</summary>
    public required int? Cap { get; init; }

    /// <summary>Whether both have signed the phase's needs; null when none are written.</summary>
    public required bool? NeedsAreAgreed { get; init; }

    /// <summary>Whether title and summary are written.</summary>
    public required bool HasSummary { get; init; }

    /// <summary>Whether where to send and whom to ask are written.</summary>
    public required bool HasContact { get; init; }

    /// <summary>Number of criteria.</summary>
    public required int Criteria { get; init; }

    /// <summary>What the weights sum to.</summary>
    public required int WeightSum { get; init; }

    /// <summary>Number of minimum qualifications.</summary>
    public required int Qualifications { get; init; }

    /// <summary>Number of eligible countries.</summary>
    public required int Countries { get; init; }

    /// <summary>Most seats for one country.</summary>
    public required int LimitPerCountry { get; init; }

    /// <summary>Width of the presence band in millionths of a point.</summary>
    public required long BandMillionths { get; init; }

    /// <summary>Reviews for each candidacy.</summary>
    public required int ReviewsEach { get; init; }

    /// <summary>Reviewers on the committee.</summary>
    public required int Reviewers { get; init; }

    /// <summary>Whether a co-chair of each party is on the committee.</summary>
    public required bool HasBothChairs { get; init; }

    /// <summary>Amendments in force.</summary>
    public required int Amendments { get; init; }

    /// <summary>Whether an amendment waits for signatures.</summary>
    public required bool HasOpenAmendment { get; init; }

    /// <summary>Public questions.</summary>
    public required int Questions { get; init; }

    /// <summary>Questions without an answer.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Candidacies that are written.</summary>
    public required int Drafts { get; init; }

    /// <summary>Candidacies that are submitted.</summary>
    public required int Submitted { get; init; }

    /// <summary>Whether one was submitted that is not ineligible, or may still be: then the call goes on to its decision.</summary>
    public required bool Stands { get; init; }
}

/// <summary>Reads calls for those who write and run them.</summary>
public sealed class CallQueries(PortalDbContext db, PortalClock clock)
{
    /// <summary>All calls, those of the latest phases first.</summary>
    public async Task<IReadOnlyList<CallRow>> ListAsync(CancellationToken cancellationToken)
    {
        var calls = await Heads(db.Calls.AsNoTracking()).ToListAsync(cancellationToken);
        var phases = await db.Phases.AsNoTracking().Select(phase => new { phase.Id, phase.Slug, phase.Name, phase.Number }).ToDictionaryAsync(phase => phase.Id, cancellationToken);
        var counts = await db.Candidacies.AsNoTracking().GroupBy(candidacy => new { candidacy.CallId, candidacy.State })
            .Select(group => new { group.Key.CallId, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken);
        int Count(Guid call, CandidacyState state) => counts.Where(count => count.CallId == call && count.State == state).Sum(count => count.Count);
        return
        [
            .. calls.OrderByDescending(call => phases[call.PhaseId].Number)
                .Select(call => new CallRow(
                    call, phases[call.PhaseId].Slug, phases[call.PhaseId].Name, Count(call.Id, CandidacyState.Draft), Count(call.Id, CandidacyState.Submitted))),
        ];
    }

    /// <summary>A call's head. Throws NotFoundException when there is none.</summary>
    public Task<CallHead> HeadAsync(string slug, CancellationToken cancellationToken) =>
        Heads(db.Calls.AsNoTracking().Where(call => call.Slug == slug)).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();

    /// <summary>Where the writing of a call stands. Throws NotFoundException when there is none.</summary>
    public async Task<CallOverview> OverviewAsync(string slug, CancellationToken cancellationToken)
    {
        var (head, standing) = (await HeadAsync(slug, cancellationToken), StandingCandidacies.Of(db, clock.Now));
        var more = await db.Calls.AsNoTracking().Where(found => found.Id == head.Id)
            .Join(db.Phases, found => found.PhaseId, phase => phase.Id, (found, phase) => new { Call = found, Phase = phase })
            .Select(pair => new
            {
                pair.Call.Summary,
                pair.Call.PostalAddress,
                pair.Call.ContactName,
                pair.Call.ContactEmail,
                pair.Call.LimitPerCountry,
                pair.Call.BandMillionths,
                pair.Call.ReviewsEach,
                PhaseSlug = pair.Phase.Slug,
                PhaseName = pair.Phase.Name,
                pair.Phase.Cap,
                pair.Phase.AgreedAt,
                HasNeeds = db.NeedsAssessments.Any(needs => needs.PhaseId == pair.Call.PhaseId),
                NeedsAreAgreed = db.NeedsAssessments.Any(needs => needs.PhaseId == pair.Call.PhaseId && needs.AgreedAt != null),
                Criteria = db.CallCriteria.Count(criterion => criterion.CallId == pair.Call.Id),
                WeightSum = pair.Call.Criteria.Sum(criterion => criterion.Weight),
                Qualifications = db.Set<MinimumQualification>().Count(qualification => qualification.CallId == pair.Call.Id),
                Countries = pair.Call.Countries.Count(country => country.IsEligible),
                Amendments = pair.Call.Amendments.Count(amendment => amendment.AgreedAt != null),
                Open = pair.Call.Amendments.Count(amendment => amendment.AgreedAt == null && amendment.WithdrawnAt == null),
                Questions = db.CallQuestions.Count(question => question.CallId == pair.Call.Id),
                Unanswered = db.CallQuestions.Count(question => question.CallId == pair.Call.Id && question.AnsweredAt == null),
                Drafts = db.Candidacies.Count(candidacy => candidacy.CallId == pair.Call.Id && candidacy.State == CandidacyState.Draft),
                Submitted = db.Candidacies.Count(candidacy => candidacy.CallId == pair.Call.Id && candidacy.State == CandidacyState.Submitted),
                Stands = standing.Any(candidacy => candidacy.CallId == pair.Call.Id),
                Reviewers = db.CommitteeMembers.Count(member => member.CallId == pair.Call.Id && member.Reviews),
                ItuChair = db.CommitteeMembers.Any(member => member.CallId == pair.Call.Id && member.Seat == CommitteeSeat.CoChair && member.Party == Party.Itu),
                CiscoChair = db.CommitteeMembers.Any(member => member.CallId == pair.Call.Id && member.Seat == CommitteeSeat.CoChair && member.Party == Party.Cisco),
            })
            .SingleAsync(cancellationToken);
        return new CallOverview
        {
            Head = head,
            PhaseSlug = more.PhaseSlug,
            PhaseName = more.PhaseName,
            PhaseIsAgreed = more.AgreedAt is not null,
            Cap = more.Cap,
            NeedsAreAgreed = more.HasNeeds ? more.NeedsAreAgreed : null,
            HasSummary = !head.Title.IsBlank && !more.Summary.IsBlank,
            HasContact = more.PostalAddress.Length > 0 && more.ContactName.Length > 0 && more.ContactEmail.Length > 0,
            Criteria = more.Criteria,
            WeightSum = more.WeightSum,
            Qualifications = more.Qualifications,
            Countries = more.Countries,
            LimitPerCountry = more.LimitPerCountry,
            BandMillionths = more.BandMillionths,
            ReviewsEach = more.ReviewsEach,
            Reviewers = more.Reviewers,
            HasBothChairs = more.ItuChair && more.CiscoChair,
            Amendments = more.Amendments,
            HasOpenAmendment = more.Open > 0,
            Questions = more.Questions,
            Unanswered = more.Unanswered,
            Drafts = more.Drafts,
            Submitted = more.Submitted,
            Stands = more.Stands,
        };
    }

    internal static IQueryable<CallHead> Heads(IQueryable<Call> calls) => calls.Select(call => new CallHead
    {
        Id = call.Id,
        Slug = call.Slug,
        Title = call.Title,
        PhaseId = call.PhaseId,
        Stage = call.Stage,
        OpensAt = call.OpensAt,
        DeadlineLocal = call.DeadlineLocal,
        DeadlineZone = call.DeadlineZone,
        DeadlineEndsAt = call.DeadlineEndsAt,
        RulesAgreedAt = call.RulesAgreedAt,
        Version = call.Version,
    });
}
