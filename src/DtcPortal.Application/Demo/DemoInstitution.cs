using System.Globalization;
using CsvHelper;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Demo;

/// <summary>An invented institution of the demonstration.</summary>
internal sealed record DemoInstitution
{
    private static readonly HashSet<string> FrenchSpeaking = ["BF", "BJ", "CD", "CI", "CM", "DJ", "HT", "MA", "MG", "ML", "MR", "SN", "TG", "TN"];
    private static readonly Lazy<IReadOnlyList<DemoInstitution>> List = new(Read);

    /// <summary>All, in the order of the file.</summary>
    public static IReadOnlyList<DemoInstitution> All => List.Value;

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Where it is.</summary>
    public required string City { get; init; }

    /// <summary>Its name, which says that it is invented.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of body.</summary>
    public required BodyKind Kind { get; init; }

    /// <summary>en or fr: what it writes in.</summary>
    public string Language => FrenchSpeaking.Contains(Country) ? LocalizedText.French : LocalizedText.English;

    /// <summary>How good it is in a phase, 0 to 99; what it writes and how it is scored follow from it.</summary>
    public int QualityIn(int phase) => (phase, City) switch
    {
        // the demonstration's own accounts: a centre of phase 1, and one that was not chosen
        (1, "Bouaké") => 96,
        (1, "Cusco" or "Kayes" or "Pokhara") => 48,
        _ => Drawn(phase),
    };

    private int Drawn(int phase) => (int)(((ulong)SeededOrder.Derive(phase, new Guid(Number + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]))) % 100);

    /// <summary>How many basic learners it says it has a year.</summary>
    public int Learners(int phase) => 180 + (QualityIn(phase) * 14) + (Number % 7 * 23);

    private static List<DemoInstitution> Read()
    {
        using var reader = new StreamReader(DemoFiles.Open("institutions.csv"));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        var all = new List<DemoInstitution>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            all.Add(new DemoInstitution
            {
                Number = all.Count,
                Country = csv.GetField("country")!,
                City = csv.GetField("city")!,
                Name = csv.GetField("name")!,
                Kind = csv.GetField("kind") == "academic" ? BodyKind.AcademicUnit : BodyKind.CommunityTrainingCentre,
            });
        }

        return all;
    }

    /// <summary>Whether its country may host a centre on a day.</summary>
    public bool IsEligibleOn(DateOnly day) => EligibilityRule.IsEligible(ReferenceCatalogue.FindCountry(Country)!.Status, day);
}

/// <summary>Files of the demonstration.</summary>
internal static class DemoFiles
{
    public static Stream Open(string name) =>
        typeof(DemoFiles).Assembly.GetManifestResourceStream($"{typeof(DemoFiles).Namespace}.Files.{name}")
        ?? throw new InvalidOperationException($"The demonstration lacks {name}.");
}
