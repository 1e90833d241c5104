using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>A published call in a list.</summary>
public sealed record CallSummary
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Name of its phase.</summary>
    public required LocalizedText Phase { get; init; }

    /// <summary>Most centres chosen; null until both parties agree it.</summary>
    public required int? Cap { get; init; }

    /// <summary>First instant at which candidacies are taken.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The first instant that is too late.</summary>
    public required DateTimeOffset DeadlineEndsAt { get; init; }

    /// <summary>Zone of the deadline.</summary>
    public required string DeadlineZone { get; init; }

    /// <summary>What is stored of where it stands.</summary>
    public required CallStage Stage { get; init; }

    /// <summary>Where it stands now.</summary>
    public CallState State { get; init; }
}

/// <summary>All that a published call says.</summary>
public sealed record PublicCall
{
    /// <summary>What lists say of it.</summary>
    public required CallSummary Summary { get; init; }

    /// <summary>A few paragraphs.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>For those who cannot use the portal.</summary>
    public required string PostalAddress { get; init; }

    /// <summary>Whom to ask: name.</summary>
    public required string ContactName { get; init; }

    /// <summary>Whom to ask: mail address.</summary>
    public required string ContactEmail { get; init; }

    /// <summary>Two-letter codes.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Least score to be selected or waitlisted, in millionths of a point; null for none.</summary>
    public required long? MinimumScoreMillionths { get; init; }

    /// <summary>Most seats for one country.</summary>
    public required int LimitPerCountry { get; init; }

    /// <summary>Width of the presence band in millionths of a point.</summary>
    public required long BandMillionths { get; init; }

    /// <summary>Days to answer an offer.</summary>
    public required int OfferDays { get; init; }

    /// <summary>The day on which countries' status is looked up, in the deadline's zone.</summary>
    public required DateTime DeadlineLocal { get; init; }

    /// <summary>When screening started; null before.</summary>
    public required DateTimeOffset? ScreeningAt { get; init; }

    /// <summary>When reviews opened; null before.</summary>
    public required DateTimeOffset? ScoringAt { get; init; }

    /// <summary>When both had signed the selection; null before.</summary>
    public required DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The information asked.</summary>
    public required CandidacyForm Form { get; init; }

    /// <summary>Criteria in their order.</summary>
    public IReadOnlyList<PublicCriterion> Criteria { get; init; } = [];

    /// <summary>Minimum qualifications in their order.</summary>
    public IReadOnlyList<PublicQualification> Qualifications { get; init; } = [];

    /// <summary>Eligible countries, in no order.</summary>
    public IReadOnlyList<PublicCountry> Countries { get; init; } = [];

    /// <summary>Amendments that both signed, newest first.</summary>
    public IReadOnlyList<PublicAmendment> Amendments { get; init; } = [];

    /// <summary>Answered questions, newest answers first.</summary>
    public IReadOnlyList<PublicQuestion> Questions { get; init; } = [];
}

/// <summary>A criterion of a call.</summary>
public sealed record PublicCriterion(string Code, LocalizedText Name, LocalizedText Description, int Weight, long? MinimumMillionths, IReadOnlyList<LocalizedText> Rubric);

/// <summary>A minimum qualification of a call.</summary>
public sealed record PublicQualification(string Code, LocalizedText Text, LocalizedText Evidence);

/// <summary>A country of a call's signed list.</summary>
public sealed record PublicCountry(string Code, Region Region, EligibilityGround Ground, bool IsEligible, string? Reason);

/// <summary>An amendment in force.</summary>
public sealed record PublicAmendment(int Number, LocalizedText Text, DateTimeOffset AgreedAt);

/// <summary>A question and its answer.</summary>
public sealed record PublicQuestion(Guid Id, string Text, string Answer, DateTimeOffset AnsweredAt);

/// <summary>What the eligibility check hangs on.</summary>
public sealed record EligibilityBasis(CallSummary Call, DateOnly DeadlineDate, IReadOnlyList<PublicCountry> Countries);

/// <summary>Calls as everybody may read them: from publication on.</summary>
public sealed class PublicCallQueries(PortalDbContext db, PortalClock clock)
{
    /// <summary>All published calls: the open ones first, those that close first on top; then those that open; then earlier ones.</summary>
    public async Task<IReadOnlyList<CallSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var calls = await Summaries(Published()).ToListAsync(cancellationToken);
        return [.. calls.Select(AtNow).OrderBy(Rank).ThenBy(call => Rank(call) < 2 ? call.DeadlineEndsAt.UtcTicks : -call.DeadlineEndsAt.UtcTicks)];
    }

    /// <summary>What home shows: the open call that closes first, else the next to open; null when there is neither.</summary>
    public async Task<CallSummary?> NextAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var ahead = await Summaries(Published().Where(call => call.Stage == CallStage.Published && call.DeadlineEndsAt > now)).ToListAsync(cancellationToken);
        return ahead.Select(AtNow).OrderBy(Rank).ThenBy(call => call.DeadlineEndsAt).FirstOrDefault();
    }

    /// <summary>A call. Throws <see cref="NotFoundException"/> before its publication.</summary>
    public async Task<PublicCall> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var call = await (
            from found in Published().Where(call => call.Slug == slug)
            join phase in db.Phases on found.PhaseId equals phase.Id
            select new PublicCall
            {
                Summary = new CallSummary
                {
                    Id = found.Id, Slug = found.Slug, Title = found.Title, Phase = phase.Name, Cap = phase.Cap, OpensAt = found.OpensAt,
                    DeadlineEndsAt = found.DeadlineEndsAt, DeadlineZone = found.DeadlineZone, Stage = found.Stage,
                },
                Text = found.Summary, PostalAddress = found.PostalAddress, ContactName = found.ContactName, ContactEmail = found.ContactEmail, Languages = found.Languages,
                MinimumScoreMillionths = found.MinimumScoreMillionths, LimitPerCountry = found.LimitPerCountry, BandMillionths = found.BandMillionths,
                OfferDays = found.OfferDays, DeadlineLocal = found.DeadlineLocal, ScreeningAt = found.ScreeningAt, ScoringAt = found.ScoringAt,
                DecidedAt = found.DecidedAt, Form = found.Form,
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var id = call.Summary.Id;
        return call with
        {
            Summary = AtNow(call.Summary),
            Criteria = await db.CallCriteria.AsNoTracking().Where(criterion => criterion.CallId == id).OrderBy(criterion => criterion.Position)
                .Select(criterion => new PublicCriterion(criterion.Code, criterion.Name, criterion.Description, criterion.Weight, criterion.MinimumMillionths, criterion.Rubric))
                .ToListAsync(cancellationToken),
            Qualifications = await db.Set<MinimumQualification>().AsNoTracking().Where(qualification => qualification.CallId == id)
                .OrderBy(qualification => qualification.Position)
                .Select(qualification => new PublicQualification(qualification.Code, qualification.Text, qualification.Evidence)).ToListAsync(cancellationToken),
            Countries = await CountriesAsync(id, cancellationToken),
            Amendments = await db.Set<CallAmendment>().AsNoTracking().Where(amendment => amendment.CallId == id && amendment.AgreedAt != null)
                .OrderByDescending(amendment => amendment.Number)
                .Select(amendment => new PublicAmendment(amendment.Number, amendment.Text, amendment.AgreedAt!.Value)).ToListAsync(cancellationToken),
            Questions = await db.CallQuestions.AsNoTracking().Where(question => question.CallId == id && question.AnsweredAt != null)
                .OrderByDescending(question => question.AnsweredAt)
                .Select(question => new PublicQuestion(question.Id, question.Text, question.Answer!, question.AnsweredAt!.Value)).ToListAsync(cancellationToken),
        };
    }

    /// <summary>What the eligibility check hangs on. Throws <see cref="NotFoundException"/> before publication.</summary>
    public async Task<EligibilityBasis> EligibilityAsync(string slug, CancellationToken cancellationToken)
    {
        var call = await Published().Where(call => call.Slug == slug)
            .Join(db.Phases, call => call.PhaseId, phase => phase.Id, (call, phase) => new
            {
                call.DeadlineLocal,
                Summary = new CallSummary
                {
                    Id = call.Id, Slug = call.Slug, Title = call.Title, Phase = phase.Name, Cap = phase.Cap, OpensAt = call.OpensAt,
                    DeadlineEndsAt = call.DeadlineEndsAt, DeadlineZone = call.DeadlineZone, Stage = call.Stage,
                },
            }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        return new EligibilityBasis(AtNow(call.Summary), DateOnly.FromDateTime(call.DeadlineLocal), await CountriesAsync(call.Summary.Id, cancellationToken));
    }

    private async Task<IReadOnlyList<PublicCountry>> CountriesAsync(Guid callId, CancellationToken cancellationToken) =>
        await db.CallCountries.AsNoTracking().Where(country => country.CallId == callId)
            .Select(country => new PublicCountry(country.Country, country.Region, country.Ground, country.IsEligible, country.Reason)).ToListAsync(cancellationToken);

    private IQueryable<Call> Published() => db.Calls.AsNoTracking().Where(call => call.Stage != CallStage.Draft);

    private IQueryable<CallSummary> Summaries(IQueryable<Call> calls) =>
        calls.Join(db.Phases, call => call.PhaseId, phase => phase.Id, (call, phase) => new CallSummary
        {
            Id = call.Id, Slug = call.Slug, Title = call.Title, Phase = phase.Name, Cap = phase.Cap, OpensAt = call.OpensAt,
            DeadlineEndsAt = call.DeadlineEndsAt, DeadlineZone = call.DeadlineZone, Stage = call.Stage,
        });

    private CallSummary AtNow(CallSummary call) => call with { State = Call.StateOf(call.Stage, call.OpensAt, call.DeadlineEndsAt, clock.Now) };

    private static int Rank(CallSummary call) => call.State switch
    {
        CallState.Open => 0,
        CallState.Published => 1,
        _ => 2,
    };
}
