using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Reporting;

/// <summary>Where an indicator's value comes from.</summary>
public enum IndicatorSource
{
    /// <summary>The centre enters it; activities may suggest a value.</summary>
    Entered = 1,

    /// <summary>Computed from activities, income or other indicators.</summary>
    Computed = 2,
}

/// <summary>One term of a ratio's numerator or denominator: an indicator's total, or one part of it.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Disaggregation">Code of the disaggregation; null for the total.</param>
/// <param name="Part">Code of the part; null for the total.</param>
public sealed record IndicatorTerm(string Indicator, string? Disaggregation = null, string? Part = null);

/// <summary>What both parties measure (A5, product.md 9).</summary>
public sealed class Indicator : IVersioned
{
    /// <summary>Longest code.</summary>
    public const int CodeLength = 60;

    private Indicator()
    {
    }

    /// <summary>An indicator as it is set.</summary>
    public Indicator(string code, int position, IndicatorEntry entry, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Code, Position, Revision) = (code, position, 0);
        Set(entry, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Code, such as trained-basic; it never changes.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>Place in lists, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Group in reports.</summary>
    public LocalizedText Group { get; private set; } = LocalizedText.Empty;

    /// <summary>Name.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>What exactly is counted.</summary>
    public LocalizedText Definition { get; private set; } = LocalizedText.Empty;

    /// <summary>Unit.</summary>
    public LocalizedText Unit { get; private set; } = LocalizedText.Empty;

    /// <summary>Whether more or less is better.</summary>
    public Direction Direction { get; private set; }

    /// <summary>How values add up over time.</summary>
    public OverTime OverTime { get; private set; }

    /// <summary>How values add up over centres.</summary>
    public OverCentres OverCentres { get; private set; }

    /// <summary>Where values come from.</summary>
    public IndicatorSource Source { get; private set; }

    /// <summary>Name of the computation from activities or income; null for none.</summary>
    public string? Computation { get; private set; }

    /// <summary>A ratio's numerator: the sum of these; empty for others.</summary>
    public IReadOnlyList<IndicatorTerm> Numerator { get; private set; } = [];

    /// <summary>A ratio's denominator, likewise.</summary>
    public IReadOnlyList<IndicatorTerm> Denominator { get; private set; } = [];

    /// <summary>Codes of its disaggregations, such as sex; the parts of each sum to the total.</summary>
    public IReadOnlyList<string> Disaggregations { get; private set; } = [];

    /// <summary>Digits after the point when shown.</summary>
    public int Decimals { get; private set; }

    /// <summary>A change above so many percent of the last approved value wants a comment.</summary>
    public int JumpPercent { get; private set; }

    /// <summary>Whether reports ask for it.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Number of the definition in force, from 1; each change raises it.</summary>
    public int Revision { get; private set; }

    /// <summary>When the definition was changed last.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether it is a share or a ratio.</summary>
    public bool IsRatio => Numerator.Count > 0;

    /// <summary>Changes the definition.</summary>
    public void Set(IndicatorEntry entry, DateTimeOffset now)
    {
        Rule.Require(!entry.Name.IsBlank, "Write a name.", "Name");
        Rule.Require(!entry.Definition.IsBlank, "Write what exactly is counted.", "Definition");
        Rule.Require(entry.JumpPercent is >= 1 and <= 1000, "The change that wants a comment is from 1 to 1000 %.", "JumpPercent");
        (Group, Name, Definition, Unit) = (entry.Group, entry.Name, entry.Definition, entry.Unit);
        (Direction, OverTime, OverCentres, Source) = (entry.Direction, entry.OverTime, entry.OverCentres, entry.Source);
        (Computation, Numerator, Denominator) = (entry.Computation, entry.Numerator, entry.Denominator);
        (Disaggregations, Decimals, JumpPercent, IsActive) = (entry.Disaggregations, entry.Decimals, entry.JumpPercent, entry.IsActive);
        (Revision, ChangedAt) = (Revision + 1, now);
    }
}

/// <summary>An indicator's definition.</summary>
public sealed record IndicatorEntry
{
    /// <summary>Group in reports.</summary>
    public required LocalizedText Group { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What exactly is counted.</summary>
    public required LocalizedText Definition { get; init; }

    /// <summary>Unit.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>Whether more or less is better.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How values add up over time.</summary>
    public required OverTime OverTime { get; init; }

    /// <summary>How values add up over centres.</summary>
    public required OverCentres OverCentres { get; init; }

    /// <summary>Where values come from.</summary>
    public required IndicatorSource Source { get; init; }

    /// <summary>Name of the computation; null for none.</summary>
    public string? Computation { get; init; }

    /// <summary>A ratio's numerator: the sum of these; empty for others.</summary>
    public IReadOnlyList<IndicatorTerm> Numerator { get; init; } = [];

    /// <summary>A ratio's denominator, likewise.</summary>
    public IReadOnlyList<IndicatorTerm> Denominator { get; init; } = [];

    /// <summary>Codes of its disaggregations.</summary>
    public IReadOnlyList<string> Disaggregations { get; init; } = [];

    /// <summary>Digits after the point when shown.</summary>
    public int Decimals { get; init; }

    /// <summary>A change above so many percent wants a comment.</summary>
    public int JumpPercent { get; init; } = JumpRule.UsualPercent;

    /// <summary>Whether reports ask for it.</summary>
    public bool IsActive { get; init; } = true;
}
