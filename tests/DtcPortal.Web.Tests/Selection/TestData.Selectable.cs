using System.Globalization;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Selection;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>A call in deliberation with scored candidacies, ready for a proposal.</summary>
public sealed record Selectable(Phase Phase, Call Call, CallCommittee Committee, IReadOnlyList<Candidacy> Candidacies, IReadOnlyList<Institution> Institutions)
{
    public string Address => $"/committee/calls/{Call.Slug}/selection";

    public Candidacy Of(string country, int number = 0) => Candidacies.Where(candidacy => candidacy.Country == country).ElementAt(number);

    public Institution InstitutionOf(Candidacy candidacy) => Institutions.Single(institution => institution.Id == candidacy.InstitutionId);
}

public static partial class TestData
{
    /// <summary>Twenty candidacies that give Africa 4 seats, Asia-Pacific 3, Arab States 2 and Americas 1; ITU is present in Ghana and Samoa, Cisco in Mali.</summary>
    public static readonly IReadOnlyList<(string Country, decimal Score)> Twenty =
    [
        ("KE", 90m), ("KE", 89.9m), ("GH", 86.5m), ("TG", 89m), ("ML", 86.2m), ("GH", 84m),
        ("NP", 88.1m), ("BD", 85.4m), ("WS", 81m), ("LA", 82.6m), ("MN", 79m),
        ("JO", 84.2m), ("MR", 80.6m), ("MA", 78.3m), ("SD", 57.5m),
        ("HN", 86.7m), ("GY", 84m), ("BO", 81.5m), ("PY", 76.4m), ("KG", 55m),
    ];

    /// <summary>A call in deliberation with scored candidacies, <see cref="Twenty"/> unless said otherwise.</summary>
    public static async Task<Selectable> CreateSelectableAsync(
        this PortalApp app, int phase = 1, int? cap = Phase.FirstCap, IReadOnlyList<(string Country, decimal Score)>? candidacies = null, CallRules? rules = null)
    {
        var seated = await app.CreatePhaseAsync(phase, cap: cap);
        await app.CreateNeedsAsync(seated);
        await app.CreatePresenceAsync(Party.Itu, ["GH", "WS"], agreedAt: app.Time.Now.AddYears(-1));
        await app.CreatePresenceAsync(Party.Cisco, ["ML"], agreedAt: app.Time.Now.AddYears(-1));
        return await app.SelectableOfAsync(seated, await app.CreateCallAsync(seated, CallState.Deliberation, rules: rules), candidacies ?? Twenty);
    }

    /// <summary>Another call of a phase in deliberation, after the earlier one is archived, with its scored candidacies.</summary>
    public static async Task<Selectable> CreateNextSelectableAsync(this PortalApp app, Phase phase, IReadOnlyList<(string Country, decimal Score)> candidacies) =>
        await app.SelectableOfAsync(phase, await app.CreateCallAsync(phase, CallState.Deliberation, slug: "another-call"), candidacies);

    private static async Task<Selectable> SelectableOfAsync(this PortalApp app, Phase seated, Call call, IReadOnlyList<(string Country, decimal Score)> candidacies)
    {
        var entities = new List<object>();
        var made = new List<(Institution Institution, Candidacy Candidacy)>();
        foreach (var (country, score) in candidacies)
        {
            var number = Interlocked.Increment(ref _number);
            var mail = $"owner{number.ToString(CultureInfo.InvariantCulture)}@example.org";
            var owner = new PortalUser
            {
                UserName = mail, NormalizedUserName = mail.ToUpperInvariant(), Email = mail, NormalizedEmail = mail.ToUpperInvariant(), EmailConfirmed = true,
                DisplayName = $"Owner {number}", SecurityStamp = Guid.NewGuid().ToString("N"), CreatedAt = app.Time.Now,
            };
            var name = $"Institute {number.ToString(CultureInfo.InvariantCulture)} of {ReferenceCatalogue.FindCountry(country)!.NameIn("en")}";
            var institution = new Institution(name, name.ToLowerInvariant(), country, "Town", BodyKind.CommunityTrainingCentre, owner.Id, owner.DisplayName, call.OpensAt);
            owner.InstitutionId = institution.Id;
            made.Add((institution, Scored(call, institution, number, made.Count, score)));
            entities.AddRange([owner, new IdentityUserRole<Guid> { UserId = owner.Id, RoleId = PortalRole.Applicant.Id() }, institution, made[^1].Candidacy]);
        }

        await app.StoreAsync([.. entities]);
        return new Selectable(seated, call, await app.CommitteeAsync(), [.. made.Select(pair => pair.Candidacy)], [.. made.Select(pair => pair.Institution)]);
    }

    /// <summary>Makes the proposal and signs it for both.</summary>
    public static async Task DecideAsync(this PortalApp app, Selectable selectable)
    {
        var id = await app.ProposeAsync(selectable);
        await app.SignBothAsync(SignedKind.Selection, id, selectable.Committee);
    }

    /// <summary>Makes the proposal.</summary>
    public static async Task<Guid> ProposeAsync(this PortalApp app, Selectable selectable) => (await app.WithAsync<SelectionService, ProposalMade>(service =>
        service.ProposeAsync(new ProposeSelection { Actor = ActorOf(selectable.Committee.ItuChair, PortalRole.CoChair), CallSlug = selectable.Call.Slug }, CancellationToken.None))).DecisionId;

    /// <summary>Signs the present version of a thing for both parties.</summary>
    public static async Task SignBothAsync(this PortalApp app, SignedKind kind, Guid subjectId, CallCommittee committee)
    {
        foreach (var chair in new[] { committee.ItuChair, committee.CiscoChair })
        {
            var number = await app.WithDbAsync(db => db.SignOffSheets.Where(sheet => sheet.Kind == kind && sheet.SubjectId == subjectId).Select(sheet => sheet.Number).SingleAsync());
            await app.WithAsync<SigningService, bool>(signing => signing.SignAsync(
                new SignRequest { Kind = kind, SubjectId = subjectId, Number = number, Actor = ActorOf(chair, PortalRole.CoChair) }, CancellationToken.None));
        }
    }

    private static Candidacy Scored(Call call, Institution institution, int number, int lot, decimal points)
    {
        var candidacy = new Candidacy($"DTC{number.ToString("0000", CultureInfo.InvariantCulture)}", call.Id, institution.Id, institution.Country, [], call.OpensAt);
        candidacy.Submit("{}", new string('0', 64), institution.OwnerId, "Owner", call.OpensAt.AddHours(1), call.DeadlineEndsAt);
        candidacy.SetEligibility(Eligibility.Eligible);
        candidacy.SetReviewCounts(3, 3);
        var mean = CriterionMean.FromPoints(points / 20);
        var criteria = call.Criteria.Select(criterion => new CriterionSummary(criterion.Code, mean, mean, mean, criterion.Code == "C6" && lot % 4 == 0 ? 2 : 0)).ToList();
        candidacy.SetScores(new ScoreSummary(Score.FromPoints(points), Score.FromPoints(points - 1.2m), Score.FromPoints(points + 1.2m), criteria));
        candidacy.SetLot(lot);
        return candidacy;
    }
}
