using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>A programme with centres that report, for dashboards and results.</summary>
public static partial class TestData
{
    /// <summary>The four quarters up to the last one that is over when a test begins.</summary>
    public static IReadOnlyList<ReportingPeriod> LastYear =>
        [LastPeriod.Previous.Previous.Previous, LastPeriod.Previous.Previous, LastPeriod.Previous, LastPeriod];

    private static readonly (string Country, string Name)[] ProgrammeCentres =
    [
        ("CI", "Centre numérique de Bouaké (demo)"), ("UG", "Gulu Skills Centre (demo)"), ("RW", "Musanze Digital Hub (demo)"), ("MW", "Zomba ICT Centre (demo)"),
        ("PE", "Centro Digital de Puno (demo)"), ("DO", "Centro Digital de Santiago (demo)"), ("JM", "Mandeville Technology Centre (demo)"),
        ("KH", "Battambang ICT Centre (demo)"), ("PH", "Iloilo Digital Academy (demo)"),
    ];

    /// <summary>
    /// Centres in three regions with approved figures of four quarters, targets that both signed, and the last quarter of two centres missing.
    /// </summary>
    public static async Task<IReadOnlyList<Centre>> CreateProgrammeAsync(this PortalApp app, int centres = 9)
    {
        await app.SeedIndicatorsAsync();
        var made = new List<Centre>();
        foreach (var (country, name) in ProgrammeCentres.Take(centres))
        {
            made.Add(await app.CreateCentreAsync(country: country, name: name, activeAt: PortalApp.Start.AddDays(-700)));
        }

        var set = new TargetSet(made[0].PhaseId);
        set.Set("trained-basic", null, null, 360);
        set.Set("trained-intermediate", null, null, 100);
        set.Set("trainers-trained", null, null, 7);
        set.Set("self-financing", null, null, 0.65m);
        set.Set("trained-basic", made[^1].Id, null, 420);
        set.Agree(PortalApp.Start.AddDays(-500));
        await app.StoreAsync(set);
        foreach (var (index, centre) in made.Index())
        {
            foreach (var (quarter, period) in LastYear.Index().Where(period => period.Item != LastPeriod || index is not (0 or 4) || centres < 5))
            {
                await app.CreateObservationsAsync(centre, period, [.. SampleFigures(index, quarter)]);
            }
        }

        return made;
    }

    private static IEnumerable<(string, decimal, decimal?, (string, decimal)[])> SampleFigures(int centre, int quarter)
    {
        var basic = 300 + (17 * centre) + (12 * quarter);
        var women = basic * (44 + (2 * centre)) / 100;
        var intermediate = 60 + (9 * centre) + (5 * quarter);
        var few = intermediate * 43 / 100;
        var trainers = 5 + ((centre + quarter) % 4);
        var costs = 20_000m + (500 * centre);
        var fees = costs * (30 + (4 * centre)) / 100;
        return
        [
            ("trained-basic", basic, null, [("sex:women", women), ("sex:men", basic - women), ("sex:not-stated", 0)]),
            ("trained-intermediate", intermediate, null, [("sex:women", few), ("sex:men", intermediate - few), ("sex:not-stated", 0)]),
            ("women-share-basic", women, basic, []),
            ("trainers-trained", trainers, null, [("sex:women", trainers / 2), ("sex:men", trainers - (trainers / 2)), ("sex:not-stated", 0)]),
            ("reached-by-trainers", 40 + (3 * centre), null, [("sex:women", 20), ("sex:men", 20 + (3 * centre)), ("sex:not-stated", 0)]),
            ("certificates", basic / 2, null, []),
            ("studies", quarter == 1 ? 1 : 0, null, []),
            ("income", fees + 9_000, null, [("income-source:training-fees", fees), ("income-source:community", 2_000), ("income-source:donations", 3_000), ("income-source:public-funds", 2_500), ("income-source:companies", 1_500)]),
            ("costs", costs, null, []),
            ("self-financing", fees + 3_500, costs, []),
        ];
    }
}
