namespace DtcPortal.Domain.Reporting;

/// <summary>How an indicator adds up over time.</summary>
public enum OverTime
{
    /// <summary>Numerators and denominators sum; for a share that is the ratio of two sums.</summary>
    Sum = 1,

    /// <summary>The latest approved figure of each centre.</summary>
    Latest = 2,

    /// <summary>As Sum, but from the start of the phase, wherever the span begins.</summary>
    Cumulative = 3,
}

/// <summary>How an indicator adds up over centres.</summary>
public enum OverCentres
{
    /// <summary>Values sum.</summary>
    Sum = 1,

    /// <summary>Numerators and denominators sum, and the result is their ratio.</summary>
    Ratio = 2,
}

/// <summary>A centre's approved figure for a period.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Period">The period.</param>
/// <param name="Numerator">The count or amount, or a share's numerator.</param>
/// <param name="Denominator">A share's denominator, 0 or more; null for a count or an amount.</param>
public sealed record CentreFigure(Guid Centre, ReportingPeriod Period, decimal Numerator, decimal? Denominator = null);

/// <summary>A centre's target for a period.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Period">The period.</param>
/// <param name="Target">What is aimed at; of a share, the share.</param>
public sealed record CentreTarget(Guid Centre, ReportingPeriod Period, decimal Target);

/// <summary>A centre that is to report for a period.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Period">The period.</param>
public sealed record CentrePeriod(Guid Centre, ReportingPeriod Period);

/// <summary>What is added up, and how.</summary>
public sealed record AggregationInput
{
    /// <summary>How periods add up.</summary>
    public required OverTime OverTime { get; init; }

    /// <summary>How centres add up.</summary>
    public required OverCentres OverCentres { get; init; }

    /// <summary>First period of the span that is looked at.</summary>
    public required ReportingPeriod From { get; init; }

    /// <summary>Last period of the span.</summary>
    public required ReportingPeriod To { get; init; }

    /// <summary>First period of the phase: where cumulative figures begin.</summary>
    public required ReportingPeriod PhaseStart { get; init; }

    /// <summary>Approved figures, at most one per centre and period; others than those expected are left out.</summary>
    public required IReadOnlyCollection<CentreFigure> Figures { get; init; }

    /// <summary>Who is to report for which period.</summary>
    public required IReadOnlyCollection<CentrePeriod> Expected { get; init; }
}

/// <summary>An aggregate.</summary>
/// <param name="Total">The figure; null when nothing was approved, or a share has no denominator yet.</param>
/// <param name="Approved">Centre-periods with an approved figure.</param>
/// <param name="Missing">Expected centre-periods without one.</param>
public sealed record AggregatedFigure(Figure? Total, int Approved, int Missing);

/// <summary>An aggregate beside its target, over the centre-periods that have both.</summary>
/// <param name="Actual">Their figure; null when none has both.</param>
/// <param name="Target">Their target; null when none has both, or when targets of a ratio differ, since those are never summed.</param>
/// <param name="Pairs">How many centre-periods have both.</param>
public sealed record FigureAgainstTarget(Figure? Actual, Figure? Target, int Pairs);

/// <summary>How figures add up, over time and over centres apart; missing is not zero (product.md 9, rules.md 9).</summary>
public static class FigureAggregation
{
    /// <summary>The total of the approved figures, and how many are missing.</summary>
    public static AggregatedFigure Total(AggregationInput input)
    {
        var expected = Expected(input);
        var figures = input.Figures.Where(figure => expected.Contains(new CentrePeriod(figure.Centre, figure.Period))).ToArray();
        return new AggregatedFigure(Combine(input, figures), figures.Length, expected.Count - figures.Length);
    }

    /// <summary>Actual and target over the centre-periods that have both.</summary>
    public static FigureAgainstTarget AgainstTargets(AggregationInput input, IReadOnlyCollection<CentreTarget> targets)
    {
        var expected = Expected(input);
        var targetOf = targets.ToDictionary(target => new CentrePeriod(target.Centre, target.Period), target => target.Target);
        var pairs = input.Figures
            .Where(figure => expected.Contains(KeyOf(figure)) && targetOf.ContainsKey(KeyOf(figure)))
            .ToArray();
        if (input.OverCentres == OverCentres.Ratio)
        {
            var shares = Counting(input, pairs).Select(pair => targetOf[KeyOf(pair)]).Distinct().ToArray();
            return new FigureAgainstTarget(Combine(input, pairs), shares is [var share] ? new Figure(share) : null, pairs.Length);
        }

        var aims = pairs.Select(pair => pair with { Numerator = targetOf[KeyOf(pair)], Denominator = null }).ToArray();
        return new FigureAgainstTarget(Combine(input, pairs), Combine(input, aims), pairs.Length);
    }

    private static CentrePeriod KeyOf(CentreFigure figure) => new(figure.Centre, figure.Period);

    private static HashSet<CentrePeriod> Expected(AggregationInput input)
    {
        var from = input.OverTime == OverTime.Cumulative ? input.PhaseStart : input.From;
        return [.. input.Expected.Where(pair => pair.Period >= from && pair.Period <= input.To)];
    }

    private static Figure? Combine(AggregationInput input, CentreFigure[] figures)
    {
        var counting = Counting(input, figures);
        if (counting.Length == 0)
        {
            return null;
        }

        var numerator = counting.Sum(figure => figure.Numerator);
        if (input.OverCentres == OverCentres.Sum)
        {
            return new Figure(numerator);
        }

        var denominator = counting.Sum(figure => figure.Denominator
            ?? throw new ArgumentException("A ratio keeps its denominators.", nameof(figures)));
        return denominator > 0 ? new Figure(numerator, denominator) : null;
    }

    private static CentreFigure[] Counting(AggregationInput input, CentreFigure[] figures) =>
        input.OverTime == OverTime.Latest
            ? [.. figures.GroupBy(figure => figure.Centre).Select(centre => centre.MaxBy(figure => figure.Period)!)]
            : figures;
}
