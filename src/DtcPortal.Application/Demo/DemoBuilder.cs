using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Demo;

/// <summary>
/// The demonstration: phase 1 decided and its centres reporting, phase 2 in deliberation with one signature missing, phase 3 in scoring,
/// phase 4 with an open call.
/// </summary>
internal sealed class DemoBuilder : IDemoBuilder
{
    private const int CandidaciesOfFirst = 60;
    private const int CandidaciesOfSecond = 40;
    private const int CandidaciesOfThird = 24;

    /// <inheritdoc />
    public async Task BuildAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var world = await DemoWorld.OpenAsync(services, cancellationToken);
        var demo = new Story(world);
        await demo.FirstAsync();
        await demo.SecondAsync();
        await demo.ThirdAsync();
        await demo.FourthAsync();
    }

    private sealed class Story(DemoWorld world)
    {
        private readonly DemoCalls _calls = new(world);
        private readonly DemoCandidacies _candidacies = new(world);
        private readonly DemoCommittee _committee = new(world);
        private readonly DemoSelection _selection = new(world);
        private readonly HashSet<int> _hosts = [];

        /// <summary>Decided; ten centres report five quarters.</summary>
        public async Task FirstAsync()
        {
            var active = world.Quarters[0].Start.AddDays(-30);
            var calendar = new DemoCalendar(1, active, Made: 332, Opens: 308, Deadline: 216);
            await _calls.MakePresenceAsync(calendar.Before(360));
            await _calls.MakeAsync(calendar, DemoWords.FirstCall, DateOnly.FromDateTime(calendar.Before(125).UtcDateTime));
            var submitted = await SubmitAsync(calendar, [.. DemoInstitution.All.Take(CandidaciesOfFirst + 4).Where(one => one.Number is not (16 or 17 or 43 or 45))], days: 80);
            world.At(calendar.Before(212));
            await _committee.ScreenAsync(calendar);
            var callId = await _calls.CallIdAsync(calendar);
            world.At(calendar.Before(205));
            await _committee.DeclareAsync(calendar, callId, NoConflicts, leftOpen: 0);
            world.At(calendar.Before(200));
            await _committee.AssignAsync(calendar, callId, DateOnly.FromDateTime(calendar.Before(150).UtcDateTime));
            world.At(calendar.Before(160));
            await _committee.ReviewAsync(calendar, callId, submitted.ToDictionary(one => one.Reference, one => one.Institution));
            world.At(calendar.Before(140));
            await _committee.DeliberateAsync(calendar, callId);
            world.At(calendar.Before(130));
            var decision = await _selection.ProposeAsync(calendar);
            world.At(calendar.Before(126));
            await world.SignBothAsync(SignedKind.Selection, decision);
            var centres = await _selection.AcceptAsync(calendar, submitted);
            _hosts.UnionWith(centres.Select(centre => centre.Institution.Number));
            await _selection.ActivateAsync(calendar, centres);
            var phaseId = await world.Db.Phases.Where(phase => phase.Number == 1).Select(phase => phase.Id).SingleAsync(world.Cancel);
            world.At(calendar.Before(0, hour: 12));
            var reporting = new DemoCentres(world);
            await world.Get<IndicatorSeeder>().SeedAsync(world.Cancel);
            await reporting.AgreeTargetsAsync(phaseId);
            foreach (var (period, at) in world.Quarters.Select((period, at) => (period, at)))
            {
                foreach (var centre in centres)
                {
                    await reporting.ReportAsync(centre, period, approved: at < world.Quarters.Count - 1);
                }
            }

            var contributions = new DemoContributions(world);
            await contributions.JoinPartnerAsync();
            await contributions.GiveAsync(centres);
            world.At(world.Today.AddDays(-9).AddHours(11));
            await contributions.CommitAsync();
        }

        /// <summary>In deliberation: Cisco has signed the proposal, ITU has not.</summary>
        public async Task SecondAsync()
        {
            var calendar = new DemoCalendar(2, world.Today, Made: 250, Opens: 200, Deadline: 116);
            await _calls.MakeAsync(calendar, DemoWords.LaterCall, DateOnly.FromDateTime(world.Today.AddDays(60).UtcDateTime));
            var submitted = await SubmitAsync(calendar, [.. Mixed(37).Take(CandidaciesOfSecond)], days: 75);
            world.At(calendar.Before(112));
            await _committee.ScreenAsync(calendar);
            var callId = await _calls.CallIdAsync(calendar);
            world.At(calendar.Before(105));
            await _committee.DeclareAsync(calendar, callId, NoConflicts, leftOpen: 0);
            world.At(calendar.Before(100));
            await _committee.AssignAsync(calendar, callId, DateOnly.FromDateTime(calendar.Before(60).UtcDateTime));
            world.At(calendar.Before(64));
            await _committee.ReviewAsync(calendar, callId, submitted.ToDictionary(one => one.Reference, one => one.Institution));
            world.At(calendar.Before(50));
            await _calls.ReviewAsync("phase-1", DemoWords.Review);
            world.At(calendar.Before(45));
            await _calls.AgreeCapAsync(calendar.Slug, 10, DemoWords.CapReason);
            world.At(calendar.Before(20));
            await _committee.DeliberateAsync(calendar, callId);
            world.At(calendar.Before(14));
            await _committee.DiscussAsync(submitted[0].Reference, ("member2", "The labs are convincing; how is the second year paid?"), ("member3", "By fees: see the budget in resources. I would like to see the contract."));
            world.At(calendar.Before(3));
            var decision = await _selection.ProposeAsync(calendar);
            world.At(calendar.Before(1, hour: 15));
            await world.SignAsync(world.ChairCisco, SignedKind.Selection, decision);
        }

        /// <summary>In scoring: half of the reviews are in, one conflict waits for a decision, one clarification for its answer.</summary>
        public async Task ThirdAsync()
        {
            var calendar = new DemoCalendar(3, world.Today, Made: 140, Opens: 100, Deadline: 31);
            await _calls.MakeAsync(calendar, DemoWords.LaterCall, DateOnly.FromDateTime(world.Today.AddDays(150).UtcDateTime));
            world.At(calendar.Before(44));
            await _calls.AgreeCapAsync(calendar.Slug, 10, DemoWords.CapReason);
            var nepal = DemoInstitution.All.Single(one => one.City == "Pokhara");
            await _candidacies.OwnerOfAsync(nepal, "applicant2");
            List<DemoInstitution> institutions = [nepal, .. Mixed(29).Where(one => one != nepal).Take(CandidaciesOfThird - 1)];
            var submitted = await SubmitAsync(calendar, institutions, days: 60);
            world.At(calendar.Before(28));
            var manager = world.ManagerItu;
            await _committee.ScreenAsync(calendar, before: () => world.ActAsync(manager, () => world.Get<ClarificationService>().AskAsync(
                new AskClarification
                {
                    Actor = manager, Reference = submitted.Single(one => one.Institution == nepal).Reference,
                    Question = "You say that you are a unit of an academic institution, and the statutes speak of an association. Which one is right? Please attach the statutes in force.",
                    Facts = ["institution/bodyKind", "institution/statutes"], DueOn = DateOnly.FromDateTime(world.Today.AddDays(7).UtcDateTime),
                },
                world.Cancel)));
            var callId = await _calls.CallIdAsync(calendar);
            world.At(calendar.Before(24));
            var conflict = submitted.First(one => one.Institution.Country != "NP");
            await _committee.DeclareAsync(calendar, callId, new Dictionary<string, DeclaredConflict> { ["member4"] = new(conflict.Reference, "I taught a course there four years ago.") }, leftOpen: 1);
            world.At(calendar.Before(18));
            await _committee.AssignAsync(calendar, callId, DateOnly.FromDateTime(world.Today.AddDays(9).UtcDateTime));
            world.At(calendar.Before(4));
            await _committee.ReviewAsync(calendar, callId, submitted.ToDictionary(one => one.Reference, one => one.Institution), percent: 50);
        }

        /// <summary>An open call; its cap is not agreed.</summary>
        public async Task FourthAsync()
        {
            var calendar = new DemoCalendar(4, world.Today, Made: 60, Opens: 20, Deadline: -26);
            await _calls.MakeAsync(calendar, DemoWords.LaterCall, DateOnly.FromDateTime(world.Today.AddDays(240).UtcDateTime));
            var mali = DemoInstitution.All.Single(one => one.City == "Kayes");
            var owner = await _candidacies.OwnerOfAsync(mali, "applicant1");
            world.At(calendar.Before(6));
            string[] written = ["institution", "reputation", "contacts", "training", "research", "mission", "innovation"];
            await _candidacies.WriteAsync(calendar, mali, owner, section => written.Contains(section.Code));
            foreach (var institution in Mixed(11).Where(one => one != mali).Take(3))
            {
                var other = await _candidacies.OwnerOfAsync(institution, AccountOf(calendar.Number, institution));
                world.At(calendar.Before(3));
                await _candidacies.SubmitAsync(calendar, institution, other);
            }
        }

        // those that host no centre yet, in another order each time
        private IEnumerable<DemoInstitution> Mixed(int step) =>
            DemoInstitution.All.Where(one => !_hosts.Contains(one.Number)).OrderBy(one => one.Number * step % DemoInstitution.All.Count);

        private static IReadOnlyDictionary<string, DeclaredConflict> NoConflicts => new Dictionary<string, DeclaredConflict>();

        private async Task<List<DemoCandidacy>> SubmitAsync(DemoCalendar calendar, List<DemoInstitution> institutions, int days)
        {
            var submitted = new List<DemoCandidacy>();
            foreach (var (institution, at) in institutions.Select((institution, at) => (institution, at)))
            {
                world.At(calendar.Before(calendar.Opens - 3 - (at * (days - 3) / institutions.Count), hour: 8 + (at % 9)));
                var owner = await _candidacies.OwnerOfAsync(institution, AccountOf(calendar.Number, institution));
                submitted.Add(await _candidacies.SubmitAsync(calendar, institution, owner));
            }

            return submitted;
        }

        private static string? AccountOf(int phase, DemoInstitution institution) => institution.City switch
        {
            "Bouaké" => "centre1",
            "Cusco" => "applicant3",
            "Pokhara" => "applicant2",
            "Kayes" => "applicant1",
            _ => null,
        };
    }
}
