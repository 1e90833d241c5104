using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Demo;

/// <summary>A centre of the demonstration.</summary>
/// <param name="Slug">Name in addresses.</param>
/// <param name="Number">From 0.</param>
/// <param name="Institution">Whose.</param>
/// <param name="Manager">Who manages it.</param>
internal sealed record DemoCentre(string Slug, int Number, DemoInstitution Institution, Actor Manager);

/// <summary>What the centres do and report, quarter by quarter.</summary>
internal sealed class DemoCentres(DemoWorld world)
{
    private const int DaysUntilSubmitted = 12;
    private const int DaysUntilVerified = 17;
    private const int DaysUntilApproved = 22;

    /// <summary>Targets of the phase, signed by both.</summary>
    public async Task AgreeTargetsAsync(Guid phaseId)
    {
        var values = new Dictionary<string, decimal?>
        {
            ["trained-basic"] = 130, ["trained-intermediate"] = 45, ["women-share-basic"] = 0.5m, ["completion-rate"] = 0.8m, ["certificates"] = 110,
            ["trainers-trained"] = 8, ["policy-workshops"] = 1, ["studies"] = 1, ["training-hours"] = 160, ["agreement-rate"] = 1,
            ["income"] = 15_000, ["self-financing"] = 0.55m, ["youth-share"] = 0.4m,
        };
        var set = await world.ActAsync(world.ManagerItu, () => world.Get<TargetService>().SetAsync(
            new SetTargets { Actor = world.ManagerItu, PhaseId = phaseId, Values = values }, world.Cancel));
        await world.SignBothAsync(SignedKind.Targets, set.SetId);
    }

    /// <summary>A quarter of a centre: activities, income and, up to the step, its report.</summary>
    public async Task ReportAsync(DemoCentre centre, ReportingPeriod period, bool approved)
    {
        await ActivitiesAsync(centre, period);
        world.At(period.End.AddDays(3).AddHours(10));
        await IncomeAsync(centre, period);
        var reports = world.Get<ReportService>();
        world.At(period.End.AddDays(4).AddHours(10));
        await world.ActAsync(centre.Manager, () => reports.OpenAsync(centre.Manager, period, world.Cancel));
        if (!approved)
        {
            return;
        }

        await world.ActAsync(centre.Manager, () => reports.SaveAsync(
            new SaveReport { Actor = centre.Manager, Period = period, Values = Entered(centre, period) }, world.Cancel));
        await ExplainAsync(centre, period);
        world.At(period.End.AddDays(DaysUntilSubmitted).AddHours(10));
        await world.ActAsync(centre.Manager, () => reports.SubmitAsync(new SubmitReport { Actor = centre.Manager, Period = period, Notifies = false }, world.Cancel));
        world.At(period.End.AddDays(DaysUntilVerified).AddHours(10));
        await world.ActAsync(world.ManagerItu, () => reports.VerifyAsync(Decide(world.ManagerItu, centre, period), world.Cancel));
        world.At(period.End.AddDays(DaysUntilApproved).AddHours(10));
        await world.ActAsync(world.ManagerCisco, () => reports.ApproveAsync(Decide(world.ManagerCisco, centre, period), world.Cancel));
    }

    // the centre says why, where a figure has changed so much that the rules ask
    private async Task ExplainAsync(DemoCentre centre, ReportingPeriod period)
    {
        var report = await world.Db.Reports.AsNoTracking().Include(found => found.Values)
            .SingleAsync(found => found.CentreId == centre.Manager.CentreId && found.Period == period, world.Cancel);
        var material = await ReportMaterial.LoadAsync(world.Db, world.Db.Centres.Where(found => found.Slug == centre.Slug), period, world.Cancel);
        var comments = new ReportSheet(material, report).AllProblems().Where(problem => problem.Kind == ReportProblemKind.CommentMissing)
            .ToDictionary(problem => problem.Indicator, _ => new FigureEntry { TakesActivities = true, Comment = "Not every quarter has an event of this kind." });
        if (comments.Count > 0)
        {
            await world.ActAsync(centre.Manager, () => world.Get<ReportService>().SaveAsync(
                new SaveReport { Actor = centre.Manager, Period = period, Values = comments }, world.Cancel));
        }
    }

    private static DecideReport Decide(Actor actor, DemoCentre centre, ReportingPeriod period) =>
        new() { Actor = actor, Centre = centre.Slug, Period = period, Notifies = false };

    private async Task ActivitiesAsync(DemoCentre centre, ReportingPeriod period)
    {
        var service = world.Get<ActivityService>();
        foreach (var entry in Activities(centre, period))
        {
            world.At(new DateTimeOffset(entry.EndsOn!.Value.AddDays(1), new TimeOnly(15, 0), TimeSpan.Zero));
            await world.ActAsync(centre.Manager, () => service.AddAsync(new AddActivity { Actor = centre.Manager, Entry = entry }, world.Cancel));
        }
    }

    private static IEnumerable<ActivityEntry> Activities(DemoCentre centre, ReportingPeriod period)
    {
        var quarter = (period.Year * 4) + period.Quarter;
        var turn = centre.Number + quarter;
        var french = centre.Institution.Language == LocalizedText.French;
        yield return Training(french ? "Premiers pas en informatique" : "First steps with computers", TrainingLevel.Basic, period, 6, 34, 62 + (turn * 7 % 31), centre, DeliveryMode.OnSite);
        yield return Training(french ? "Le web et la sécurité en ligne" : "The web and safety on line", TrainingLevel.Basic, period, 24, 18, 48 + (turn * 11 % 37), centre, turn % 3 == 0 ? DeliveryMode.Remote : DeliveryMode.OnSite);
        yield return Training(french ? "Réseaux et assistance" : "Networks and support", TrainingLevel.Intermediate, period, 40, 60, 26 + (turn * 5 % 23), centre, turn % 2 == 0 ? DeliveryMode.Blended : DeliveryMode.Remote);
        if (turn % 2 == 0)
        {
            yield return Training(french ? "Tableurs et données" : "Spreadsheets and data", TrainingLevel.Intermediate, period, 62, 30, 14 + (turn % 9), centre, DeliveryMode.Blended);
        }

        yield return Event(ActivityKind.TrainingOfTrainers, french ? "Formation de formateurs" : "Training of trainers", period, 55, 24, 7 + (turn % 5)) with
        {
            Mode = DeliveryMode.OnSite, Curriculum = CurriculumSource.Cisco, PeopleReached = 60 + (turn % 40),
        };
        if (turn % 3 != 1)
        {
            yield return Event(ActivityKind.PolicyWorkshop, french ? "Atelier pour responsables politiques" : "Workshop for policy makers", period, 70, 6, 15 + (turn % 11));
        }

        if (turn % 4 == 2)
        {
            yield return Event(ActivityKind.Study, french ? "Compétences recherchées par les employeurs" : "Skills that employers look for", period, 80, 80, 0) with
            {
                RequestedBy = french ? "Ministère du numérique" : "Ministry of ICT",
                Findings = french
                    ? "Les employeurs recherchent d’abord la bureautique et l’assistance ; nous recommandons d’ouvrir un cours de données."
                    : "Employers look for office work and support first; we recommend a course on data in the region.",
            };
        }

        if (turn % 3 == 0)
        {
            yield return Event(ActivityKind.Awareness, french ? "Journée portes ouvertes" : "Open day", period, 33, 8, 90 + (turn % 50)) with { IsNewMethod = turn % 2 == 0 };
        }
    }

    private static ActivityEntry Training(string title, TrainingLevel level, ReportingPeriod period, int day, int hours, int people, DemoCentre centre, DeliveryMode mode)
    {
        var women = (people * (46 + (centre.Number % 5 * 3)) / 100) + 1;
        var notStated = people % 13 == 0 ? 6 : 0;
        var youth = people * (36 + (centre.Number % 4 * 4)) / 100;
        var completed = people * (74 + (people % 12)) / 100;
        return new ActivityEntry
        {
            Kind = ActivityKind.Training, Title = title, StartsOn = period.FirstDay.AddDays(day - 5), EndsOn = period.FirstDay.AddDays(day + 8), Level = level, Mode = mode, Hours = hours,
            Curriculum = level == TrainingLevel.Basic ? CurriculumSource.Itu : CurriculumSource.Cisco,
            TargetGroup = (TargetGroup)(1 + ((people + centre.Number) % 6)),
            Participation = new Participation
            {
                Women = women, Men = people - women - notStated, SexNotStated = notStated,
                Aged15To24 = youth, Aged25To59 = people - youth - (people / 12), Aged60AndOver = people / 12,
                WithDisability = people / 25, Completed = completed, Certificates = completed - (people % 7),
            },
        };
    }

    private static ActivityEntry Event(ActivityKind kind, string title, ReportingPeriod period, int day, int hours, int people) => new()
    {
        Kind = kind, Title = title, StartsOn = period.FirstDay.AddDays(day), EndsOn = period.FirstDay.AddDays(day + 1), Hours = hours, TargetGroup = TargetGroup.PublicServants,
        Participation = new Participation { Women = people / 2, Men = people - (people / 2), Aged25To59 = people, Completed = kind == ActivityKind.TrainingOfTrainers ? people : 0 },
    };

    private Task IncomeAsync(DemoCentre centre, ReportingPeriod period)
    {
        var turn = (centre.Number * 3) + (period.Year * 4) + period.Quarter;
        var income = new Dictionary<IncomeSource, AmountEntry>
        {
            [IncomeSource.TrainingFees] = new(5200 + (turn * 137 % 1900)),
            [IncomeSource.Community] = new(900 + (turn * 61 % 500)),
            [IncomeSource.Donations] = new(turn % 3 == 0 ? 2500 : 1100),
            [IncomeSource.PublicFunds] = new(4800 + (turn * 83 % 900)),
            [IncomeSource.Companies] = new(1500 + (turn * 29 % 1300)),
        };
        return world.ActAsync(centre.Manager, () => world.Get<IncomeService>().SaveAsync(
            new SaveIncome { Actor = centre.Manager, Period = period, Income = income, Costs = new AmountEntry(13_200 + (turn * 47 % 2100)) }, world.Cancel));
    }

    // what activities do not say; and a comment for each, since a small figure may jump
    private static Dictionary<string, FigureEntry> Entered(DemoCentre centre, ReportingPeriod period)
    {
        var turn = centre.Number + period.Quarter;
        var found = 6 + (turn % 9);
        return new Dictionary<string, FigureEntry>
        {
            ["work-found"] = new() { Total = found, Parts = new Dictionary<string, decimal?> { ["sex:women"] = found / 2, ["sex:men"] = found - (found / 2), ["sex:not-stated"] = 0 }, Comment = "Asked by telephone six months after the course." },
            ["reusing-institutions"] = new() { Total = 2 + centre.Number % 3 },
        };
    }
}
