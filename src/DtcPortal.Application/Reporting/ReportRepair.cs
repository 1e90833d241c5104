using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Reporting;

/// <summary>Mends parts that do not meet their total, in one click.</summary>
public static class ReportRepair
{
    /// <summary>Whether what is missing goes under not stated; else the total becomes the sum of its parts.</summary>
    public static bool PutsUnderNotStated(ReportProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem is { Disaggregation: { } code, Difference: > 0 } && problem.Kind is ReportProblemKind.WrongSum or ReportProblemKind.PartsMissing && Disaggregation.HasNotStated(code);
    }

    /// <summary>Whether there is something to mend by itself.</summary>
    public static bool CanMend(ReportProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return PutsUnderNotStated(problem) || problem.Kind is ReportProblemKind.WrongSum or ReportProblemKind.TotalMissing;
    }

    /// <summary>The figure as mended.</summary>
    internal static (decimal? Total, Dictionary<string, decimal> Parts) Mend(EnteredFigure figure, ReportProblem problem)
    {
        var parts = figure.Parts.ToDictionary(part => part.Key, part => part.Value);
        if (PutsUnderNotStated(problem))
        {
            var key = IndicatorValue.PartKey(problem.Disaggregation!, Disaggregation.NotStated);
            parts[key] = parts.GetValueOrDefault(key) + problem.Difference;
            return (figure.Total, parts);
        }

        return CanMend(problem) ? ((figure.Total ?? 0) - problem.Difference, parts) : (figure.Total, parts);
    }
}
