using DtcPortal.Application.Accounts;
using DtcPortal.Application.Calls;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>The people of a call's committee; member 1 (ITU) and 3 (Cisco) are the co-chairs' alternates.</summary>
public sealed record CallCommittee(PortalUser ItuChair, PortalUser CiscoChair, IReadOnlyList<PortalUser> Members)
{
    public PortalUser Chair(Party party) => party == Party.Itu ? ItuChair : CiscoChair;
}

/// <summary>Calls and their committees.</summary>
public static partial class TestData
{
    private const string Zone = "Africa/Nairobi";

    /// <summary>
    /// A call in a state, by default an open one, with the full form, the ten criteria, phase 1's qualifications, the eligible countries and a committee
    /// of two co-chairs and four members, who declared their conflicts from deliberation on. Without a phase it makes a signed one: phase 1, or the next number.
    /// </summary>
    public static async Task<Call> CreateCallAsync(this PortalApp app, Phase? phase = null, CallState state = CallState.Open, string? slug = null, CallRules? rules = null)
    {
        phase ??= await app.CreatePhaseAsync(1 + await app.WithDbAsync(db => db.Phases.CountAsync()));
        var now = app.Time.Now;
        var (opens, ends) = state switch
        {
            CallState.Draft or CallState.Published => (now.AddDays(3), now.AddDays(40)),
            CallState.Open => (now.AddDays(-14), now.AddDays(30)),
            _ => (now.AddDays(-60), now.AddDays(-2)),
        };
        var deadline = new Deadline(ends.UtcDateTime.Date.Add(new TimeSpan(23, 59, 0)), Zone);
        var title = LocalizedText.Of($"Call for centres, phase {phase.Number}", $"Appel à candidatures, phase {phase.Number}");
        var made = state is CallState.Draft or CallState.Published ? now : opens.AddDays(-7);
        var call = new Call(phase.Id, slug ?? $"call-{phase.Number}", title, opens, deadline, CallDefaults.Form, made);
        call.Write(new CallText
        {
            Title = title,
            Summary = LocalizedText.Of("ITU and Cisco invite institutions to host a centre.", "L’UIT et Cisco invitent des établissements à accueillir un centre."),
            OpensAt = opens,
            Deadline = deadline,
            PostalAddress = "ITU, Place des Nations, 1211 Geneva 20, Switzerland",
            ContactName = "DTC team",
            ContactEmail = "calls@example.org",
            Languages = ["en", "fr"],
        });
        call.SetRules(rules ?? UsualRules());
        call.SetCountries(CallDefaults.Countries(deadline));
        Advance(call, state, made, now);
        await app.StoreAsync(call);
        var committee = await app.PeopleAsync();
        var seats = Seats(call, committee).ToList();
        if (state >= CallState.Deliberation)
        {
            seats.ForEach(seat => seat.Declare(now));
        }

        await app.StoreAsync([.. seats]);
        return call;
    }

    /// <summary>How a call judges unless it says otherwise.</summary>
    public static CallRules UsualRules() => new()
    {
        LimitPerCountry = 1,
        Band = 3,
        MinimumScore = 60,
        ReviewsEach = Call.UsualReviewsEach,
        OfferDays = Call.UsualOfferDays,
        Criteria = CallDefaults.Criteria,
        Qualifications = CallDefaults.Qualifications(),
    };

    /// <summary>The people of the committee of a call that <see cref="CreateCallAsync"/> made.</summary>
    public static Task<CallCommittee> CommitteeAsync(this PortalApp app) => app.PeopleAsync();

    private static async Task<CallCommittee> PeopleAsync(this PortalApp app)
    {
        var known = await app.WithDbAsync(db => db.Users.Where(user => user.Email!.StartsWith("committee.")).ToListAsync());
        PortalUser? Find(string name) => known.Find(user => user.Email == MailOf(name));
        return new CallCommittee(
            Find("chair.itu") ?? await app.CommitteeUserAsync(PortalRole.CoChair, Party.Itu, "chair.itu"),
            Find("chair.cisco") ?? await app.CommitteeUserAsync(PortalRole.CoChair, Party.Cisco, "chair.cisco"),
            [
                Find("member1") ?? await app.CommitteeUserAsync(PortalRole.CommitteeMember, Party.Itu, "member1", isAlternate: true),
                Find("member2") ?? await app.CommitteeUserAsync(PortalRole.CommitteeMember, Party.Itu, "member2"),
                Find("member3") ?? await app.CommitteeUserAsync(PortalRole.CommitteeMember, Party.Cisco, "member3", isAlternate: true),
                Find("member4") ?? await app.CommitteeUserAsync(PortalRole.CommitteeMember, Party.Cisco, "member4"),
            ]);
    }

    private static Task<PortalUser> CommitteeUserAsync(this PortalApp app, PortalRole role, Party party, string name, bool isAlternate = false) =>
        app.CreateUserAsync(role, party, user => (user.UserName, user.Email, user.DisplayName, user.IsAlternate) = (MailOf(name), MailOf(name), name, isAlternate));

    private static string MailOf(string name) => $"committee.{name}@example.org";

    private static IEnumerable<CommitteeMember> Seats(Call call, CallCommittee committee) =>
    [
        .. new[] { committee.ItuChair, committee.CiscoChair }
            .Select(chair => new CommitteeMember(call.Id, chair.Id, chair.DisplayName, chair.Party!.Value, CommitteeSeat.CoChair, reviews: false, isAlternate: false, chair.Nationality)),
        .. committee.Members
            .Select(member => new CommitteeMember(call.Id, member.Id, member.DisplayName, member.Party!.Value, CommitteeSeat.Member, reviews: true, member.IsAlternate, member.Nationality)),
    ];

    private static void Advance(Call call, CallState state, DateTimeOffset made, DateTimeOffset now)
    {
        if (state == CallState.Draft)
        {
            return;
        }

        call.AgreeRules(made);
        call.Publish(made);
        if (state >= CallState.Screening)
        {
            call.StartScreening(now);
        }

        if (state >= CallState.Scoring)
        {
            call.StartScoring(screeningFinished: true, needsAgreed: true, now.AddDays(21), now);
        }

        if (state >= CallState.Deliberation)
        {
            call.StartDeliberation(reviewsInOrWaived: true, now);
            call.DrawLots(2019);
        }

        if (state >= CallState.Decided)
        {
            call.Decide(now);
        }

        if (state == CallState.Archived)
        {
            call.Archive(seatsSettled: true, stands: true, now);
        }
    }
}
