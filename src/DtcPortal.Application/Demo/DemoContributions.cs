using DtcPortal.Application.Accounts;
using DtcPortal.Application.Partners;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Demo;

/// <summary>What ITU and Cisco intend to give the centres and gave them, and where their commitments stand.</summary>
internal sealed class DemoContributions(DemoWorld world)
{
    private const int DaysUntilConfirmed = 9;
    private const int DaysUntilDelivered = 48;

    private static readonly Offered[] OfItu =
    [
        new(ContributionKind.Curriculum, "Digital skills toolkit: course outlines at basic level, in English and French"),
        new(ContributionKind.Funding, "Seed money for the second training room", 6_000, "CHF"),
        new(ContributionKind.Expertise, "Three days of advice on the study of market needs", 2_700, "USD"),
        new(ContributionKind.DataAccess, "Access to connectivity and skills statistics of the country, with help to read them"),
        new(ContributionKind.Materials, "Printed handbooks for 120 learners", 1_450, "USD"),
        new(ContributionKind.Promotion, "Listing and a page on ITU’s regional site, with two stories of learners"),
    ];

    private static readonly Offered[] OfCisco =
    [
        new(ContributionKind.Curriculum, "Networking curriculum at intermediate level, for instructors and learners"),
        new(ContributionKind.InKind, "Switches, routers and access points for one lab", 8_400, "USD"),
        new(ContributionKind.Materials, "Licences of the e-learning platform for 200 learners", 3_200, "USD"),
        new(ContributionKind.Expertise, "Instructor training, five days on line", 4_500, "USD"),
        new(ContributionKind.Promotion, "Introduction to employers of the country at a job fair"),
        new(ContributionKind.Funding, "Examination vouchers for those who pass the course", 2_000, "USD"),
    ];

    private static readonly string[] Received =
    [
        "Received as described; the delivery note is filed at the centre.",
        "Reçu comme prévu ; le bon de livraison est conservé au centre.",
    ];

    private static readonly Stands[] Standing =
    [
        new(CommitmentOwner.Cisco, 1, CommitmentStatus.Met, "Curricula at both levels are open to the ten centres since their agreements were signed."),
        new(CommitmentOwner.Cisco, 2, CommitmentStatus.Met, "Every centre has its accounts on the platform."),
        new(CommitmentOwner.Cisco, 3, CommitmentStatus.UnderWay, "Instructor training was held for six centres; four follow."),
        new(CommitmentOwner.Cisco, 4, CommitmentStatus.Met, "Co-chair and two members are named; the selection of phase 1 is signed."),
        new(CommitmentOwner.Cisco, 5, CommitmentStatus.UnderWay, "Takes part in the approval of each quarter's reports."),
        new(CommitmentOwner.Itu, 1, CommitmentStatus.UnderWay, "Four calls run or are decided."),
        new(CommitmentOwner.Itu, 2, CommitmentStatus.Met, "The calls of phases 1 to 4 are published in the portal."),
        new(CommitmentOwner.Itu, 3, CommitmentStatus.Met, "Co-chair and two members are named; the selection of phase 1 is signed."),
        new(CommitmentOwner.Itu, 4, CommitmentStatus.UnderWay, "Present at all meetings so far."),
        new(CommitmentOwner.Itu, 5, CommitmentStatus.Met, "Ten agreements are signed."),
        new(CommitmentOwner.Itu, 7, CommitmentStatus.UnderWay, "Data was given to the centres whose studies are done."),
        new(CommitmentOwner.Itu, 9, CommitmentStatus.UnderWay, "Four quarters are approved, the fifth is being written."),
        new(CommitmentOwner.Itu, 10, CommitmentStatus.UnderWay, null),
        new(CommitmentOwner.Centres, 1, CommitmentStatus.Met, "Staff are named in each agreement."),
        new(CommitmentOwner.Centres, 2, CommitmentStatus.Met, "Shown at the visits before the agreements were signed."),
        new(CommitmentOwner.Centres, 3, CommitmentStatus.UnderWay, "See the figures of the dashboard."),
        new(CommitmentOwner.Centres, 4, CommitmentStatus.UnderWay, "Each quarter against the agreement's numbers."),
        new(CommitmentOwner.Centres, 5, CommitmentStatus.UnderWay, "Four quarters are reported by all ten centres."),
    ];

    /// <summary>The organisation of partner@example.org, so that it can pledge.</summary>
    public async Task JoinPartnerAsync()
    {
        var user = await world.Db.Users.SingleAsync(found => found.Email == DemoUsers.EmailOf("partner"), world.Cancel);
        user.PartnerId = await world.Db.Partners.Where(partner => partner.Party == Party.Itu).Select(partner => (Guid?)partner.Id).SingleAsync(world.Cancel);
        await world.Db.SaveChangesAsync(world.Cancel);
        world.Know("partner", DemoWorld.ActorOf(user, world.Account("partner").Roles));
        world.Forget();
    }

    /// <summary>One contribution a quarter for each centre, the older ones delivered; and what is intended for this year.</summary>
    public async Task GiveAsync(IReadOnlyList<DemoCentre> centres)
    {
        var running = world.Quarters[^1].Next;
        foreach (var (period, at) in world.Quarters.Append(running).Select((period, at) => (period, at)))
        {
            foreach (var centre in centres)
            {
                await GiveAsync(centre, period, at, age: world.Quarters.Count - at);
            }
        }
    }

    /// <summary>Where each party's managers say that the commitments stand.</summary>
    public async Task CommitAsync()
    {
        var commitments = await world.Db.Commitments.AsNoTracking().ToDictionaryAsync(found => (found.Owner, found.Number), found => found.Id, world.Cancel);
        foreach (var stands in Standing)
        {
            var manager = stands.Owner == CommitmentOwner.Cisco ? world.ManagerCisco : world.ManagerItu;
            await world.ActAsync(manager, () => world.Get<CommitmentService>().SetAsync(
                new SetCommitment { Actor = manager, Id = commitments[(stands.Owner, stands.Number)], Status = stands.Status, Evidence = stands.Evidence }, world.Cancel));
        }
    }

    private async Task GiveAsync(DemoCentre centre, ReportingPeriod period, int quarter, int age)
    {
        var turn = centre.Number + quarter;
        var isOfItu = turn % 2 == 0;
        var offered = isOfItu ? OfItu[(turn / 2) % OfItu.Length] : OfCisco[((turn / 2) + centre.Number) % OfCisco.Length];
        var giver = isOfItu ? world.Account("partner") : world.ManagerCisco;
        var pledged = period.Start.AddDays(4 + centre.Number).AddHours(10);
        world.At(pledged);
        var service = world.Get<ContributionService>();
        var id = await world.ActAsync(giver, () => service.PledgeAsync(
            new PledgeContribution
            {
                Actor = giver, Centre = centre.Slug, Kind = offered.Kind, Description = offered.Text, Year = period.Year,
                Value = offered.Value + (offered.Value / 20 * (turn % 5)), Currency = offered.Currency, Notifies = false,
            },
            world.Cancel));
        var move = new MoveContribution { Actor = centre.Manager, Id = id };
        if (StepOf(turn, age) >= ContributionState.Confirmed)
        {
            world.At(pledged.AddDays(DaysUntilConfirmed));
            await world.ActAsync(centre.Manager, () => service.ConfirmAsync(move, world.Cancel));
        }

        if (StepOf(turn, age) == ContributionState.Delivered)
        {
            world.At(pledged.AddDays(DaysUntilDelivered));
            await world.ActAsync(centre.Manager, () => service.DeliverAsync(
                move with { Evidence = Received[centre.Institution.Language == LocalizedText.French ? 1 : 0] }, world.Cancel));
        }
    }

    // older ones are delivered but for one in seven; those of the last quarter in part, those of the running one not yet
    private static ContributionState StepOf(int turn, int age) => age switch
    {
        0 => turn % 3 == 0 ? ContributionState.Confirmed : ContributionState.Pledged,
        1 => turn % 2 == 0 ? ContributionState.Confirmed : ContributionState.Delivered,
        _ => turn % 7 == 3 ? ContributionState.Confirmed : ContributionState.Delivered,
    };

    private sealed record Offered(ContributionKind Kind, string Text, decimal? Value = null, string? Currency = null);

    private sealed record Stands(CommitmentOwner Owner, int Number, CommitmentStatus Status, string? Evidence);
}
