namespace DtcPortal.Domain.Reporting;

/// <summary>
/// Finds hidden counts that follow from the shown ones. A hidden count does not, if another set of counts exists that agrees with all that
/// is shown and differs there: a step away in the count, repaired line by line. If none is found within bounds, the count is taken as
/// fixed, which hides more, never less.
/// </summary>
internal sealed class DisclosureSolver
{
    private const int FurthestStep = 2;
    private const int MostMoves = 4_000;
    private static readonly int[] Depths = [2, 4, 6, 8, 12, 20];

    private readonly IReadOnlyList<long> _counts;
    private readonly (int Cell, int Sign)[][] _linesHidden;
    private readonly List<(int Line, int Sign)>[] _linesOf;
    private readonly int[] _steps;
    private readonly int[] _balance;
    private int _moves;

    private DisclosureSolver(IReadOnlyList<long> counts, IReadOnlyList<SuppressionLine> lines, IReadOnlyList<bool> hidden)
    {
        _counts = counts;
        _steps = new int[counts.Count];
        _balance = new int[lines.Count];
        _linesOf = [.. counts.Select(_ => new List<(int, int)>())];
        _linesHidden = [.. lines.Select(line => line.Parts.Select(part => (part, 1)).Append((line.Total, -1))
            .Where(entry => hidden[entry.Item1]).ToArray())];
        foreach (var (line, entries) in _linesHidden.Index())
        {
            foreach (var (cell, sign) in entries)
            {
                _linesOf[cell].Add((line, sign));
            }
        }
    }

    /// <summary>The hidden cells that are fixed, in display order; small ones are known to be 1–4, others to be 0 or more.</summary>
    public static IReadOnlyList<int> Fixed(IReadOnlyList<long> counts, IReadOnlyList<SuppressionLine> lines, IReadOnlyList<bool> hidden)
    {
        var solver = new DisclosureSolver(counts, lines, hidden);
        var free = new HashSet<int>();
        var fixedCells = new List<int>();
        foreach (var cell in Enumerable.Range(0, counts.Count).Where(cell => hidden[cell]))
        {
            if (!free.Contains(cell))
            {
                if (solver.FindAnother(cell) is { } moved)
                {
                    free.UnionWith(moved);
                }
                else
                {
                    fixedCells.Add(cell);
                }
            }
        }

        return fixedCells;
    }

    private int[]? FindAnother(int cell)
    {
        foreach (var depth in Depths)
        {
            foreach (var step in new[] { 1, -1 })
            {
                Array.Clear(_steps);
                Array.Clear(_balance);
                _moves = 0;
                if (CanMove(cell, step))
                {
                    Move(cell, step);
                    if (Repair(depth))
                    {
                        return [.. _steps.Index().Where(entry => entry.Item != 0).Select(entry => entry.Index)];
                    }
                }
            }
        }

        return null;
    }

    private bool Repair(int depth)
    {
        var line = Array.FindIndex(_balance, balance => balance != 0);
        if (line < 0)
        {
            return true;
        }

        if (depth == 0 || _moves++ > MostMoves)
        {
            return false;
        }

        foreach (var (cell, sign) in _linesHidden[line])
        {
            var step = -Math.Sign(_balance[line]) * sign;
            if (!CanMove(cell, step))
            {
                continue;
            }

            Move(cell, step);
            if (Repair(depth - 1))
            {
                return true;
            }

            Move(cell, -step);
        }

        return false;
    }

    // a cell moves one way only: going back would undo what was done
    private bool CanMove(int cell, int step)
    {
        var steps = _steps[cell] + step;
        var value = _counts[cell] + steps;
        var (least, most) = PublicSuppression.IsSmall(_counts[cell]) ? (1, PublicSuppression.MostHidden) : (0L, long.MaxValue);
        return Math.Sign(_steps[cell]) != -step && Math.Abs(steps) <= FurthestStep && value >= least && value <= most;
    }

    private void Move(int cell, int step)
    {
        _steps[cell] += step;
        foreach (var (line, sign) in _linesOf[cell])
        {
            _balance[line] += sign * step;
        }
    }
}
