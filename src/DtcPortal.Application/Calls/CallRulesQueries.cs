using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Calls;

/// <summary>What both sign around a call: which things there are and whether they are signed.</summary>
public sealed record CallSigned
{
    /// <summary>The call.</summary>
    public required CallHead Head { get; init; }

    /// <summary>The phase's slug.</summary>
    public required string PhaseSlug { get; init; }

    /// <summary>The phase's name.</summary>
    public required LocalizedText PhaseName { get; init; }

    /// <summary>The needs of the phase; null when none are written.</summary>
    public required Guid? NeedsId { get; init; }

    /// <summary>Whether both have signed the needs.</summary>
    public required bool NeedsAreAgreed { get; init; }

    /// <summary>Presence lists that wait for signatures.</summary>
    public required int PresenceOpen { get; init; }

    /// <summary>Presence lists that both have signed.</summary>
    public required int PresenceAgreed { get; init; }

    /// <summary>The amendment that waits for signatures; null when there is none.</summary>
    public required Guid? OpenAmendmentId { get; init; }

    /// <summary>Amendments in force.</summary>
    public required int Amendments { get; init; }
}

/// <summary>All that a call says, as both sign it.</summary>
public sealed record CallRulesView
{
    /// <summary>What there is to sign.</summary>
    public required CallSigned ToSign { get; init; }

    /// <summary>A few paragraphs.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>Where to send, whom to ask, languages.</summary>
    public required CallContactPart Contact { get; init; }

    /// <summary>Band, limit, minimum, reviews, time to answer.</summary>
    public required CallJudgingPart Judging { get; init; }

    /// <summary>Minimum qualifications in their order.</summary>
    public required IReadOnlyList<QualificationEntry> Qualifications { get; init; }

    /// <summary>Criteria in their order.</summary>
    public required IReadOnlyList<CriterionEntry> Criteria { get; init; }

    /// <summary>All countries of the list.</summary>
    public required IReadOnlyList<CallCountryRow> Countries { get; init; }

    /// <summary>What candidacies are asked.</summary>
    public required CandidacyForm Form { get; init; }
}

/// <summary>Reads what the committee of a call signs; for others the call does not exist.</summary>
public sealed class CallRulesQueries(PortalDbContext db, CallQueries calls, CallPartQueries parts)
{
    /// <summary>What there is to sign around a call. Throws NotFoundException for who is not on its committee.</summary>
    public async Task<CallSigned> SignedAsync(string slug, Actor reader, CancellationToken cancellationToken)
    {
        var around = await AroundAsync(await calls.HeadAsync(slug, cancellationToken), reader, cancellationToken);
        return around.ToSign;
    }

    /// <summary>All that a call says. Throws NotFoundException for who is not on its committee.</summary>
    public async Task<CallRulesView> RulesAsync(string slug, Actor reader, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(found => found.Slug == slug, cancellationToken).OrNotFoundAsync();
        var around = await AroundAsync(CallHead.Of(call), reader, cancellationToken);
        return new CallRulesView
        {
            ToSign = around.ToSign,
            Summary = call.Summary,
            Contact = new CallContactPart(call.PostalAddress, call.ContactName, call.ContactEmail, call.Languages),
            Judging = CallJudgingPart.Of(call.LimitPerCountry, call.BandMillionths, call.MinimumScoreMillionths, call.ReviewsEach, call.OfferDays),
            Qualifications = around.Qualifications,
            Criteria = await parts.CriteriaOfAsync(call.Id, cancellationToken),
            Countries = await parts.CountriesOfAsync(call.Id, cancellationToken),
            Form = call.Form,
        };
    }

    // the few qualifications come along, so that a page with all of it stays within its number of queries
    private async Task<(CallSigned ToSign, IReadOnlyList<QualificationEntry> Qualifications)> AroundAsync(CallHead head, Actor reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var more = await db.Calls.AsNoTracking().Where(call => call.Id == head.Id)
            .Join(db.Phases, call => call.PhaseId, phase => phase.Id, (call, phase) => new { Call = call, Phase = phase })
            .Select(pair => new
            {
                pair.Phase.Slug,
                pair.Phase.Name,
                IsMember = db.CommitteeMembers.Any(member => member.CallId == head.Id && member.UserId == reader.Id),
                NeedsId = db.NeedsAssessments.Where(needs => needs.PhaseId == pair.Phase.Id).Select(needs => (Guid?)needs.Id).FirstOrDefault(),
                NeedsAreAgreed = db.NeedsAssessments.Any(needs => needs.PhaseId == pair.Phase.Id && needs.AgreedAt != null),
                PresenceOpen = db.PresenceLists.Count(list => list.AgreedAt == null),
                PresenceAgreed = db.PresenceLists.Count(list => list.AgreedAt != null),
                Open = db.Set<CallAmendment>().Where(amendment => amendment.CallId == head.Id && amendment.AgreedAt == null && amendment.WithdrawnAt == null)
                    .Select(amendment => (Guid?)amendment.Id).FirstOrDefault(),
                Amendments = db.Set<CallAmendment>().Count(amendment => amendment.CallId == head.Id && amendment.AgreedAt != null),
                Qualifications = pair.Call.Qualifications.ToList(),
            })
            .SingleAsync(cancellationToken);
        if (!more.IsMember)
        {
            throw new NotFoundException();
        }

        var toSign = new CallSigned
        {
            Head = head,
            PhaseSlug = more.Slug,
            PhaseName = more.Name,
            NeedsId = more.NeedsId,
            NeedsAreAgreed = more.NeedsAreAgreed,
            PresenceOpen = more.PresenceOpen,
            PresenceAgreed = more.PresenceAgreed,
            OpenAmendmentId = more.Open,
            Amendments = more.Amendments,
        };
        return (toSign, [.. more.Qualifications.OrderBy(qualification => qualification.Position).Select(qualification => qualification.ToEntry())]);
    }
}
