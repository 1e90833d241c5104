using System.Globalization;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Tests.Infrastructure;

public static partial class TestData
{
    private static int _centreNumber;

    /// <summary>
    /// A centre of an agreed phase with a seat of its own and an account that manages it; active with a signed agreement unless the test says otherwise.
    /// The phase and a decided call of it are made with the first.
    /// </summary>
    /// <param name="app">The portal.</param>
    /// <param name="active">Whether its agreement is signed; else the institution has accepted and no more.</param>
    /// <param name="phase">Number of the phase.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="name">Its name.</param>
    /// <param name="activeAt">When it became active; 400 days before the test begins unless said.</param>
    /// <param name="commitments">Activities each period; four trainings and a workshop unless said.</param>
    public static async Task<Centre> CreateCentreAsync(
        this PortalApp app, bool active = true, int phase = 1, string country = "KE", string? name = null,
        DateTimeOffset? activeAt = null, IReadOnlyDictionary<ActivityKind, int>? commitments = null)
    {
        var number = Interlocked.Increment(ref _centreNumber);
        var since = activeAt ?? PortalApp.Start.AddDays(-400);
        var title = name ?? $"Centre {number.ToString(CultureInfo.InvariantCulture)} (demo)";
        var seated = await app.SeatedPhaseAsync(phase);
        var call = await app.DecidedCallAsync(seated, since.AddDays(-60));
        var manager = await app.CreateUserAsync(PortalRole.CentreManager);
        var body = new Institution(title, title.ToLowerInvariant(), country, "Capital", BodyKind.CommunityTrainingCentre, manager.Id, manager.DisplayName, since.AddDays(-100));
        var candidacy = new Candidacy($"DTC{phase}-{number:0000}", call.Id, body.Id, country, [], since.AddDays(-100));
        var region = ReferenceCatalogue.FindCountry(country)!.Region;
        return await app.WithDbAsync(async db =>
        {
            var seat = await db.Seats.Where(free => free.PhaseId == seated.Id && free.CandidacyId == null).OrderBy(free => free.Number).FirstAsync();
            seat.Take(candidacy.Id, since.AddDays(-30));
            seat.Spend(since.AddDays(-20));
            var centre = new Centre(
                candidacy.Id, body.Id, seated.Id, seat.Id, $"centre-{number.ToString(CultureInfo.InvariantCulture)}", title, title.ToLowerInvariant(), country, region, "Capital", manager.Id, since.AddDays(-20));
            db.AddRange(body, candidacy, centre);
            if (active)
            {
                var agreement = new CentreAgreement(centre.Id, since.AddDays(-10));
                agreement.Attach("agreement.pdf", "application/pdf", 1000, new string('a', 64));
                agreement.Set(
                    DateOnly.FromDateTime(since.UtcDateTime), null,
                    commitments ?? new Dictionary<ActivityKind, int> { [ActivityKind.Training] = 4, [ActivityKind.PolicyWorkshop] = 1 });
                agreement.SignForItu("Manager of ITU", agreement.Fingerprint, since.AddDays(-5));
                agreement.SignForCentre(manager.DisplayName, agreement.Fingerprint, since);
                centre.AgreementEntered();
                centre.Activate(since);
                db.Add(agreement);
            }

            var account = await db.Users.SingleAsync(user => user.Id == manager.Id);
            (account.CentreId, account.InstitutionId) = (centre.Id, body.Id);
            await db.SaveChangesAsync();
            return centre;
        });
    }

    /// <summary>The account that manages a centre.</summary>
    public static Task<PortalUser> ManagerOfAsync(this PortalApp app, Centre centre) =>
        app.WithDbAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Id == centre.ManagerId));

    /// <summary>Somebody new who reports for a centre.</summary>
    public static Task<PortalUser> CreateReporterAsync(this PortalApp app, Centre centre) =>
        app.CreateUserAsync(PortalRole.CentreReporter, with: user => (user.CentreId, user.InstitutionId) = (centre.Id, centre.InstitutionId));

    /// <summary>An agreed phase with its seats; the stored one when there is one of that number.</summary>
    public static async Task<Phase> SeatedPhaseAsync(this PortalApp app, int number = 1, int? cap = 10)
    {
        if (await app.WithDbAsync(db => db.Phases.AsNoTracking().SingleOrDefaultAsync(known => known.Number == number)) is { } known)
        {
            return known;
        }

        var starts = DateOnly.FromDateTime(PortalApp.Start.UtcDateTime).AddMonths(-20);
        var made = PortalApp.Start.AddMonths(-21);
        var phase = new Phase(number, LocalizedText.Of($"Phase {number}"), starts, starts.AddMonths(Phase.FirstMonths), made);
        phase.Agree(made);
        if (number > 1 && cap is { } seats)
        {
            phase.Apply(phase.Propose(null, seats, "Both agreed after the review.", earlierReviewed: true, made).Id, made);
        }

        await app.StoreAsync(phase);
        return phase;
    }

    private static async Task<Call> DecidedCallAsync(this PortalApp app, Phase phase, DateTimeOffset decidedAt)
    {
        if (await app.WithDbAsync(db => db.Calls.AsNoTracking().FirstOrDefaultAsync(known => known.PhaseId == phase.Id)) is { } known)
        {
            return known;
        }

        var call = app.CallInDeliberation(phase, decidedAt.AddDays(-1));
        call.Decide(decidedAt);
        await app.StoreAsync(call);
        return call;
    }

    private static Call CallInDeliberation(this PortalApp _, Phase phase, DateTimeOffset at, Func<CallRules, CallRules>? with = null)
    {
        var deadline = new Deadline(new DateTime(at.Year, at.Month, at.Day, 23, 59, 0).AddDays(-60), "Africa/Nairobi");
        var opens = deadline.EndsAt.AddDays(-60);
        var call = new Call(phase.Id, phase.Slug, LocalizedText.Of($"Call for centres, phase {phase.Number}"), opens, deadline, CandidacyForm.Empty, opens.AddDays(-20));
        call.Write(new CallText
        {
            Title = call.Title, Summary = LocalizedText.Of("Summary"), OpensAt = opens, Deadline = deadline,
            PostalAddress = "Place des Nations, Geneva", ContactName = "Initiative office", ContactEmail = "office@example.org", Languages = ["en", "fr"],
        });
        var rules = new CallRules
        {
            LimitPerCountry = 1, Band = 3, MinimumScore = 60, ReviewsEach = 3, OfferDays = 14, Qualifications = [],
            Criteria = [.. ReferenceCatalogue.Criteria.Select(c => new CriterionEntry(c.Code, c.Name, c.Description, c.Weight, null, c.Anchors, c.Sections))],
        };
        call.SetRules(with is null ? rules : with(rules));
        call.AgreeRules(opens.AddDays(-12));
        call.Publish(opens.AddDays(-10));
        call.StartScreening(deadline.EndsAt.AddDays(1));
        call.StartScoring(screeningFinished: true, needsAgreed: true, deadline.EndsAt.AddDays(40), deadline.EndsAt.AddDays(10));
        call.StartDeliberation(reviewsInOrWaived: true, at);
        call.DrawLots(20190715);
        return call;
    }
}
