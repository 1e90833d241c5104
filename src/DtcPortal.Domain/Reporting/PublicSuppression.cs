namespace DtcPortal.Domain.Reporting;

/// <summary>A total and the parts that sum to it, as positions of cells.</summary>
/// <param name="Total">Position of the total.</param>
/// <param name="Parts">Positions of its parts.</param>
public sealed record SuppressionLine(int Total, IReadOnlyList<int> Parts);

/// <summary>What the public sees of one indicator and period.</summary>
/// <param name="Counts">All counts, in display order.</param>
/// <param name="Hidden">Which of them are hidden.</param>
public sealed record PublicCells(IReadOnlyList<long> Counts, IReadOnlyList<bool> Hidden)
{
    /// <summary>The count at a position; null when it is hidden.</summary>
    public long? this[int position] => Hidden[position] ? null : Counts[position];

    /// <summary>Whether the share of a count in its total is hidden: with either of them, or when what remains is 1–4.</summary>
    public bool IsShareHidden(int numerator, int total) =>
        Hidden[numerator] || Hidden[total] || PublicSuppression.IsSmall(Counts[total] - Counts[numerator]);
}

/// <summary>
/// Hides small counts, and then so many others that none can be computed from what is shown (product.md 9, rules.md 10).
/// One pass per indicator and period fixes the cells for page, CSV and API; filters only select among them.
/// </summary>
public static class PublicSuppression
{
    /// <summary>Counts from 1 to this are hidden.</summary>
    public const int MostHidden = 4;

    /// <summary>Whether a count is hidden for being small; 0 is shown.</summary>
    public static bool IsSmall(long count) => count is > 0 and <= MostHidden;

    /// <summary>
    /// Which counts are hidden. A count that follows from the rule alone, such as a total of 4 hidden parts of at least 1 that is itself
    /// at most 4, counts as hidden: nothing published gives it away, and hidden cells all look alike.
    /// Throws ArgumentException for a count below 0, or parts that miss their total.
    /// </summary>
    /// <param name="counts">All counts in display order, totals among them.</param>
    /// <param name="lines">All that sums up: rows, columns, regions, the programme.</param>
    public static PublicCells Apply(IReadOnlyList<long> counts, IReadOnlyList<SuppressionLine> lines)
    {
        Check(counts, lines);
        var knownAnyway = DisclosureSolver.Fixed(counts, lines, [.. counts.Select(count => count > 0)]).ToHashSet();
        var hidden = counts.Select(IsSmall).ToArray();
        do
        {
            while (lines.Aggregate(false, (changed, line) => Protect(line, counts, hidden) || changed))
            {
            }
        }
        while (HideForFixed(counts, lines, hidden, knownAnyway));

        return new PublicCells(counts, hidden);
    }

    // in a line with a shown total: never exactly one hidden, never hidden ones that sum to less than 5
    private static bool Protect(SuppressionLine line, IReadOnlyList<long> counts, bool[] hidden)
    {
        var changed = false;
        while (!hidden[line.Total])
        {
            var hiddenParts = line.Parts.Where(part => hidden[part]).ToArray();
            var isSafe = hiddenParts.Length == 0 || (hiddenParts.Length > 1 && hiddenParts.Sum(part => counts[part]) > MostHidden);
            if (isSafe || !HideNext(line, counts, hidden))
            {
                break;
            }

            changed = true;
        }

        return changed;
    }

    // the smallest shown part above 0, of equal ones the first in display order; if there is none, the total
    private static bool HideNext(SuppressionLine line, IReadOnlyList<long> counts, bool[] hidden)
    {
        var shown = line.Parts.Where(part => !hidden[part] && counts[part] > 0).ToArray();
        var next = shown.Length > 0 ? shown.MinBy(part => (counts[part], part)) : line.Total;
        if (hidden[next] || counts[next] == 0)
        {
            return false;
        }

        hidden[next] = true;
        return true;
    }

    private static bool HideForFixed(
        IReadOnlyList<long> counts, IReadOnlyList<SuppressionLine> lines, bool[] hidden, HashSet<int> knownAnyway)
    {
        var given = DisclosureSolver.Fixed(counts, lines, hidden).Where(cell => !knownAnyway.Contains(cell));
        foreach (var cell in given.OrderByDescending(cell => lines.Any(line => IsOnlyHidden(cell, line, hidden))))
        {
            foreach (var line in Nearest(cell, lines, hidden))
            {
                if (HideNext(line, counts, hidden))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOnlyHidden(int cell, SuppressionLine line, bool[] hidden) =>
        CellsOf(line).Where(at => hidden[at]).SequenceEqual([cell]);

    // the lines of the cell, those first in which it is the only hidden one, then those linked to it by hidden cells
    private static IEnumerable<SuppressionLine> Nearest(int cell, IReadOnlyList<SuppressionLine> lines, bool[] hidden)
    {
        var left = lines.ToList();
        var linked = new HashSet<int> { cell };
        while (left.Where(line => CellsOf(line).Any(linked.Contains)).ToArray() is { Length: > 0 } next)
        {
            foreach (var line in next.OrderBy(line => CellsOf(line).Count(at => hidden[at]) > 1))
            {
                left.Remove(line);
                linked.UnionWith(CellsOf(line).Where(at => hidden[at]));
                yield return line;
            }
        }
    }

    private static IEnumerable<int> CellsOf(SuppressionLine line) => line.Parts.Append(line.Total);

    private static void Check(IReadOnlyList<long> counts, IReadOnlyList<SuppressionLine> lines)
    {
        if (counts.Any(count => count < 0))
        {
            throw new ArgumentException("A count is 0 or more.", nameof(counts));
        }

        if (lines.Any(line => line.Parts.Sum(part => counts[part]) != counts[line.Total]))
        {
            throw new ArgumentException("Parts sum to their total.", nameof(lines));
        }
    }
}
