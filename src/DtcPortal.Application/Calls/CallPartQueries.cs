using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>Title and summary.</summary>
public sealed record CallTextPart(LocalizedText Title, LocalizedText Summary);

/// <summary>Where to send, whom to ask, languages.</summary>
public sealed record CallContactPart(string PostalAddress, string ContactName, string ContactEmail, IReadOnlyList<string> Languages);

/// <summary>Band, limit, minimum, reviews, time to answer.</summary>
public sealed record CallJudgingPart(int LimitPerCountry, decimal Band, decimal? MinimumScore, int ReviewsEach, int OfferDays)
{
    /// <summary>From millionths of a point.</summary>
    public static CallJudgingPart Of(int limitPerCountry, long band, long? minimumScore, int reviewsEach, int offerDays) =>
        new(limitPerCountry, band / (decimal)ExactRounding.Million, minimumScore / (decimal?)ExactRounding.Million, reviewsEach, offerDays);
}

/// <summary>A country of a call's list.</summary>
public sealed record CallCountryRow(string Code, Region Region, EligibilityGround Ground, bool IsEligible, string? Reason)
{
    /// <summary>Whether the list differs here from the reference data.</summary>
    public bool IsByHand => IsEligible != (Ground != EligibilityGround.None);
}

/// <summary>An amendment of a call.</summary>
public sealed record CallAmendmentRow(
    Guid Id, int Number, LocalizedText Text, DateTime? DeadlineLocal, string? DeadlineZone, DateTimeOffset ProposedAt, DateTimeOffset? AgreedAt, DateTimeOffset? WithdrawnAt)
{
    /// <summary>Whether it waits for signatures.</summary>
    public bool IsOpen => AgreedAt is null && WithdrawnAt is null;
}

/// <summary>A public question.</summary>
public sealed record CallQuestionRow(Guid Id, string Text, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt);

/// <summary>Somebody on a call's committee.</summary>
public sealed record CommitteeRow(Guid Id, Guid UserId, string Name, Party Party, CommitteeSeat Seat, bool Reviews, bool IsAlternate, string? Nationality, int Assigned);

/// <summary>Reads the part of a call that a page changes.</summary>
public sealed class CallPartQueries(PortalDbContext db, CallQueries calls)
{
    /// <summary>Title and summary.</summary>
    public Task<CallPart<CallTextPart>> TextAsync(string slug, CancellationToken cancellationToken) =>
        PartAsync(slug, (id, ct) => Of(id).Select(call => new CallTextPart(call.Title, call.Summary)).SingleAsync(ct), cancellationToken);

    /// <summary>Where to send, whom to ask, languages.</summary>
    public Task<CallPart<CallContactPart>> ContactAsync(string slug, CancellationToken cancellationToken) =>
        PartAsync(
            slug, (id, ct) => Of(id).Select(call => new CallContactPart(call.PostalAddress, call.ContactName, call.ContactEmail, call.Languages)).SingleAsync(ct), cancellationToken);

    /// <summary>Band, limit, minimum, reviews, time to answer.</summary>
    public Task<CallPart<CallJudgingPart>> JudgingAsync(string slug, CancellationToken cancellationToken) =>
        PartAsync(
            slug,
            async (id, ct) =>
            {
                var found = await Of(id).Select(call => new { call.LimitPerCountry, call.BandMillionths, call.MinimumScoreMillionths, call.ReviewsEach, call.OfferDays }).SingleAsync(ct);
                return CallJudgingPart.Of(found.LimitPerCountry, found.BandMillionths, found.MinimumScoreMillionths, found.ReviewsEach, found.OfferDays);
            },
            cancellationToken);

    /// <summary>Criteria in their order.</summary>
    public Task<CallPart<IReadOnlyList<CriterionEntry>>> CriteriaAsync(string slug, CancellationToken cancellationToken) => PartAsync(slug, CriteriaOfAsync, cancellationToken);

    /// <summary>Minimum qualifications in their order.</summary>
    public Task<CallPart<IReadOnlyList<QualificationEntry>>> QualificationsAsync(string slug, CancellationToken cancellationToken) =>
        PartAsync(slug, QualificationsOfAsync, cancellationToken);

    /// <summary>All countries of the list.</summary>
    public Task<CallPart<IReadOnlyList<CallCountryRow>>> CountriesAsync(string slug, CancellationToken cancellationToken) => PartAsync(slug, CountriesOfAsync, cancellationToken);

    /// <summary>What candidacies are asked.</summary>
    public Task<CallPart<CandidacyForm>> FormAsync(string slug, CancellationToken cancellationToken) =>
        PartAsync(slug, (id, ct) => Of(id).Select(call => call.Form).SingleAsync(ct), cancellationToken);

    /// <summary>Amendments, the latest first.</summary>
    public Task<CallPart<IReadOnlyList<CallAmendmentRow>>> AmendmentsAsync(string slug, CancellationToken cancellationToken) => PartAsync(slug, AmendmentsOfAsync, cancellationToken);

    /// <summary>Public questions, those without an answer first.</summary>
    public Task<CallPart<IReadOnlyList<CallQuestionRow>>> QuestionsAsync(string slug, CancellationToken cancellationToken) =>
        PartAsync<IReadOnlyList<CallQuestionRow>>(
            slug,
            async (id, ct) => await db.CallQuestions.AsNoTracking().Where(question => question.CallId == id)
                .OrderBy(question => question.AnsweredAt != null).ThenBy(question => question.AskedAt)
                .Select(question => new CallQuestionRow(question.Id, question.Text, question.AskedAt, question.Answer, question.AnsweredAt)).ToListAsync(ct),
            cancellationToken);

    /// <summary>The committee, co-chairs first, by party and name.</summary>
    public Task<CallPart<IReadOnlyList<CommitteeRow>>> CommitteeAsync(string slug, CancellationToken cancellationToken) =>
        PartAsync<IReadOnlyList<CommitteeRow>>(
            slug,
            async (id, ct) => await db.CommitteeMembers.AsNoTracking().Where(member => member.CallId == id)
                .OrderBy(member => member.Party).ThenBy(member => member.Seat).ThenBy(member => member.Name)
                .Select(member => new CommitteeRow(
                    member.Id, member.UserId, member.Name, member.Party, member.Seat, member.Reviews, member.IsAlternate, member.Nationality,
                    db.ReviewAssignments.Count(assignment => assignment.CallId == id && assignment.MemberId == member.UserId && assignment.RemovedAt == null)))
                .ToListAsync(ct),
            cancellationToken);

    /// <summary>Criteria of a call in their order.</summary>
    public async Task<IReadOnlyList<CriterionEntry>> CriteriaOfAsync(Guid callId, CancellationToken cancellationToken) =>
    [
        .. (await db.CallCriteria.AsNoTracking().Where(criterion => criterion.CallId == callId).OrderBy(criterion => criterion.Position).ToListAsync(cancellationToken))
            .Select(criterion => criterion.ToEntry()),
    ];

    /// <summary>Minimum qualifications of a call in their order.</summary>
    public async Task<IReadOnlyList<QualificationEntry>> QualificationsOfAsync(Guid callId, CancellationToken cancellationToken) =>
    [
        .. (await db.Set<MinimumQualification>().AsNoTracking().Where(qualification => qualification.CallId == callId).OrderBy(qualification => qualification.Position)
            .ToListAsync(cancellationToken)).Select(qualification => qualification.ToEntry()),
    ];

    /// <summary>Countries of a call's list.</summary>
    public async Task<IReadOnlyList<CallCountryRow>> CountriesOfAsync(Guid callId, CancellationToken cancellationToken) =>
        await db.CallCountries.AsNoTracking().Where(country => country.CallId == callId)
            .Select(country => new CallCountryRow(country.Country, country.Region, country.Ground, country.IsEligible, country.Reason)).ToListAsync(cancellationToken);

    /// <summary>Amendments of a call, the latest first.</summary>
    public async Task<IReadOnlyList<CallAmendmentRow>> AmendmentsOfAsync(Guid callId, CancellationToken cancellationToken) =>
        await db.Set<CallAmendment>().AsNoTracking().Where(amendment => amendment.CallId == callId).OrderByDescending(amendment => amendment.ProposedAt)
            .Select(amendment => new CallAmendmentRow(
                amendment.Id, amendment.Number, amendment.Text, amendment.DeadlineLocal, amendment.DeadlineZone, amendment.ProposedAt, amendment.AgreedAt, amendment.WithdrawnAt))
            .ToListAsync(cancellationToken);

    private IQueryable<Call> Of(Guid id) => db.Calls.AsNoTracking().Where(call => call.Id == id);

    private async Task<CallPart<T>> PartAsync<T>(string slug, Func<Guid, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var head = await calls.HeadAsync(slug, cancellationToken);
        return new CallPart<T>(head, await read(head.Id, cancellationToken));
    }
}
