using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Phases;

/// <summary>The need of each ITU region for a phase, signed by both before reviews open (A3, product.md 2).</summary>
public sealed class NeedsAssessment : IVersioned
{
    /// <summary>Longest name of the index or its source.</summary>
    public const int TextLength = 300;

    private readonly List<RegionalNeed> _needs = [];

    private NeedsAssessment()
    {
    }

    /// <summary>An assessment to be filled in.</summary>
    public NeedsAssessment(Guid phaseId)
    {
        Id = Guid.CreateVersion7();
        PhaseId = phaseId;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The phase.</summary>
    public Guid PhaseId { get; private set; }

    /// <summary>What is measured, such as the share of people offline.</summary>
    public LocalizedText Index { get; private set; } = LocalizedText.Empty;

    /// <summary>Where the figures come from.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <summary>The year they speak of.</summary>
    public int Year { get; private set; }

    /// <summary>When both had signed; null before.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>One per region.</summary>
    public IReadOnlyList<RegionalNeed> Needs => _needs;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Throws <see cref="RuleBrokenException"/> with all that is wrong with needs by themselves, a region's at Needs[Region].</summary>
    /// <param name="index">What is measured.</param>
    /// <param name="source">Where from.</param>
    /// <param name="year">Which year.</param>
    /// <param name="needs">A value from 0, in the index's unit, for each region that has eligible countries.</param>
    public static void Check(LocalizedText index, string? source, int year, IReadOnlyDictionary<Region, decimal> needs)
    {
        var rules = new FormRules();
        rules.Require(!index.IsBlank, "Write what is measured.", "Index");
        rules.Require(!string.IsNullOrWhiteSpace(source), "Write where the figures come from.", "Source");
        rules.Require(year is >= 1990 and <= 2100, "Write the year with four digits.", "Year");
        rules.Require(needs.Count > 0, "Write the need of each region.", "Needs", [.. Enum.GetValues<Region>().Select(FieldOf)]);
        foreach (var (region, value) in needs)
        {
            rules.Require(value is >= 0 and <= 1_000_000, "A need is 0 or more.", FieldOf(region));
        }

        rules.Demand();

        static string FieldOf(Region region) => $"Needs[{region}]";
    }

    /// <summary>Sets all of it; refused once reviews are open.</summary>
    /// <param name="index">What is measured.</param>
    /// <param name="source">Where from.</param>
    /// <param name="year">Which year.</param>
    /// <param name="needs">A value from 0, in the index's unit, for each region that has eligible countries.</param>
    /// <param name="reviewsAreOpen">Whether scoring has started.</param>
    public void Set(LocalizedText index, string? source, int year, IReadOnlyDictionary<Region, decimal> needs, bool reviewsAreOpen)
    {
        Rule.Require(!reviewsAreOpen, "Reviews are open: the needs can no longer change.");
        Check(index, source, year, needs);
        (Index, Source, Year, AgreedAt) = (index, source!.Trim(), year, null);
        foreach (var gone in _needs.Where(need => !needs.ContainsKey(need.Region)).ToList())
        {
            _needs.Remove(gone);
        }

        foreach (var (region, value) in needs)
        {
            if (_needs.Find(need => need.Region == region) is { } known)
            {
                known.Change(value);
            }
            else
            {
                _needs.Add(new RegionalNeed(region, value));
            }
        }
    }

    /// <summary>Takes effect when both have signed.</summary>
    public void Agree(DateTimeOffset now) => AgreedAt = now;
}

/// <summary>The need of one region.</summary>
public sealed class RegionalNeed
{
    private RegionalNeed()
    {
    }

    internal RegionalNeed(Region region, decimal value)
    {
        Id = Guid.CreateVersion7();
        Region = region;
        Change(value);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The assessment.</summary>
    public Guid NeedsAssessmentId { get; private set; }

    /// <summary>The region.</summary>
    public Region Region { get; private set; }

    /// <summary>The need in millionths of the index's unit, 0 or more.</summary>
    public long Millionths { get; private set; }

    /// <summary>The need in the index's unit.</summary>
    public decimal Value => Millionths / (decimal)ExactRounding.Million;

    internal void Change(decimal value) => Millionths = ExactRounding.ToMillionths(value);
}
