namespace DtcPortal.Domain.Reporting;

/// <summary>What keeps a report from being submitted.</summary>
public enum ReportProblemKind
{
    /// <summary>A figure is below 0.</summary>
    Negative = 1,

    /// <summary>A count has a fraction.</summary>
    NotWhole = 2,

    /// <summary>The parts are there and the total is missing.</summary>
    TotalMissing = 3,

    /// <summary>The total is not divided.</summary>
    PartsMissing = 4,

    /// <summary>The parts do not sum to the total.</summary>
    WrongSum = 5,

    /// <summary>The value jumps against the last approved one, and nobody says why.</summary>
    CommentMissing = 6,
}

/// <summary>A problem of one indicator.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Disaggregation">The disaggregation whose parts are wrong; null when it is the total.</param>
/// <param name="Difference">The total less its parts where the sum is wrong.</param>
public sealed record ReportProblem(string Indicator, ReportProblemKind Kind, string? Disaggregation = null, decimal Difference = 0);

/// <summary>A disaggregation with the codes of its parts.</summary>
/// <param name="Code">Its code, such as sex.</param>
/// <param name="Parts">Codes of all parts.</param>
public sealed record PartsOf(string Code, IReadOnlyList<string> Parts);

/// <summary>Checks the entered values of a report before it is submitted (product.md 9, rules.md 9).</summary>
public static class ReportCheck
{
    /// <summary>What is wrong with an entered value.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="disaggregations">Its disaggregations.</param>
    /// <param name="value">What was typed.</param>
    /// <param name="comment">The centre's comment.</param>
    /// <param name="lastApproved">The last approved value; null when there is none.</param>
    public static IReadOnlyList<ReportProblem> Of(
        Indicator indicator, IReadOnlyList<PartsOf> disaggregations, EnteredFigure value, string? comment, decimal? lastApproved)
    {
        var problems = new List<ReportProblem>();
        var typed = value.Parts.Values.Append(value.Total ?? 0).ToArray();
        if (typed.Any(figure => figure < 0))
        {
            return [new ReportProblem(indicator.Code, ReportProblemKind.Negative)];
        }

        if (indicator.Decimals == 0 && typed.Any(figure => figure != decimal.Truncate(figure)))
        {
            problems.Add(new ReportProblem(indicator.Code, ReportProblemKind.NotWhole));
        }

        problems.AddRange(disaggregations.Select(disaggregation => Parts(indicator, disaggregation, value)).OfType<ReportProblem>());
        if (value.Total is { } total && string.IsNullOrWhiteSpace(comment) && JumpRule.NeedsComment(total, lastApproved, indicator.JumpPercent))
        {
            problems.Add(new ReportProblem(indicator.Code, ReportProblemKind.CommentMissing));
        }

        return problems;
    }

    /// <summary>The parts as they count: where one was typed, or the total is 0, those left empty are 0.</summary>
    public static IReadOnlyDictionary<string, decimal> Completed(IReadOnlyList<PartsOf> disaggregations, EnteredFigure value)
    {
        var parts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var disaggregation in disaggregations)
        {
            foreach (var (key, part) in PartsFor(disaggregation, value))
            {
                if (part is { } known)
                {
                    parts[key] = known;
                }
            }
        }

        return parts;
    }

    private static ReportProblem? Parts(Indicator indicator, PartsOf disaggregation, EnteredFigure value)
    {
        var parts = PartsFor(disaggregation, value).Select(part => part.Value).ToArray();
        return PartsRule.Check(value.Total, parts) switch
        {
            PartsProblem.PartMissing => new ReportProblem(indicator.Code, ReportProblemKind.PartsMissing, disaggregation.Code, value.Total ?? 0),
            PartsProblem.TotalMissing => new ReportProblem(indicator.Code, ReportProblemKind.TotalMissing, disaggregation.Code, -parts.Sum() ?? 0),
            PartsProblem.WrongSum => new ReportProblem(indicator.Code, ReportProblemKind.WrongSum, disaggregation.Code, (value.Total - parts.Sum()) ?? 0),
            _ => null,
        };
    }

    private static List<KeyValuePair<string, decimal?>> PartsFor(PartsOf disaggregation, EnteredFigure value)
    {
        var typed = disaggregation.Parts.Select(part =>
        {
            var key = IndicatorValue.PartKey(disaggregation.Code, part);
            return KeyValuePair.Create(key, value.Parts.TryGetValue(key, out var figure) ? figure : (decimal?)null);
        }).ToList();
        var counts = value.Total == 0 || typed.Exists(part => part.Value is not null);
        return counts ? typed.ConvertAll(part => KeyValuePair.Create<string, decimal?>(part.Key, part.Value ?? 0)) : typed;
    }
}
