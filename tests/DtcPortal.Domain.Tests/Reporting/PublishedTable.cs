using DtcPortal.Domain.Reporting;
using FsCheck;
using FsCheck.Fluent;

namespace DtcPortal.Domain.Tests.Reporting;

/// <summary>Centres × two breakdowns that share each centre's total, with a total for each part and for the programme.</summary>
public sealed record PublishedTable(long[] Counts, SuppressionLine[] Lines)
{
    public static Gen<PublishedTable> Any =>
        from centres in Gen.Choose(1, 4)
        from first in Gen.Choose(2, 3)
        from second in Gen.Choose(0, 3)
        from most in Gen.Elements(3, 6, 12, 40)
        from cells in Gen.Choose(-1, most).ArrayOf(centres * first)
        from cuts in Gen.Choose(0, 100).ArrayOf(centres * 3)
        select Build(centres, first, second, [.. cells.Select(cell => Math.Max(0L, cell))], cuts);

    private static PublishedTable Build(int centres, int first, int second, long[] cells, int[] cuts)
    {
        var counts = new List<long>(cells);
        var lines = new List<SuppressionLine>();
        var totals = new List<int>();
        for (var centre = 0; centre < centres; centre++)
        {
            int[] parts = [.. Enumerable.Range(centre * first, first)];
            totals.Add(Add(parts));
        }

        var columns = Enumerable.Range(0, first).Select(part => Add([.. Enumerable.Range(0, centres).Select(centre => (centre * first) + part)])).ToArray();
        var programme = Add([.. totals]);
        lines.Add(new SuppressionLine(programme, columns));
        if (second >= 2)
        {
            AddSecond();
        }

        return new PublishedTable([.. counts], [.. lines]);

        int Add(int[] parts)
        {
            counts.Add(parts.Sum(part => counts[part]));
            lines.Add(new SuppressionLine(counts.Count - 1, parts));
            return counts.Count - 1;
        }

        void AddSecond()
        {
            var partsOf = new List<int[]>();
            foreach (var (centre, total) in totals.Index())
            {
                var left = counts[total];
                var parts = new List<int>();
                for (var part = 0; part < second; part++)
                {
                    var count = part == second - 1 ? left : left * cuts[(centre * 3) + part] / 100;
                    left -= count;
                    parts.Add(counts.Count);
                    counts.Add(count);
                }

                lines.Add(new SuppressionLine(total, parts));
                partsOf.Add([.. parts]);
            }

            var sums = Enumerable.Range(0, second).Select(part => Add([.. partsOf.Select(parts => parts[part])])).ToArray();
            lines.Add(new SuppressionLine(programme, sums));
        }
    }

    public override string ToString() =>
        $"{string.Join(' ', Counts)} with {string.Join("; ", Lines.Select(line => $"{line.Total}={string.Join('+', line.Parts)}"))}";
}

/// <summary>Solves what is published: bounds are narrowed line by line, then values are tried, nearest to the truth first.</summary>
internal static class PublishedSolver
{
    public static bool CanDiffer(PublishedTable table, bool[] hidden, int cell)
    {
        var roof = (2 * table.Counts.Max()) + 10;
        var low = new long[table.Counts.Length];
        var high = new long[table.Counts.Length];
        for (var at = 0; at < low.Length; at++)
        {
            var count = table.Counts[at];
            (low[at], high[at]) = !hidden[at] ? (count, count) : count is > 0 and < 5 ? (1, 4) : (0, roof);
        }

        if (!Narrow(table, low, high))
        {
            throw new InvalidOperationException("The true counts agree with what is published.");
        }

        var budget = 200_000;
        for (var distance = 1L; distance <= roof; distance++)
        {
            foreach (var value in new[] { table.Counts[cell] + distance, table.Counts[cell] - distance })
            {
                if (value >= low[cell] && value <= high[cell] && Try(table, low, high, cell, value, ref budget))
                {
                    return true;
                }
            }
        }

        return budget <= 0 ? throw new InvalidOperationException("The table is too large to solve.") : false;
    }

    private static bool Try(PublishedTable table, long[] low, long[] high, int cell, long value, ref int budget)
    {
        if (budget-- <= 0)
        {
            return false;
        }

        low = [.. low];
        high = [.. high];
        low[cell] = high[cell] = value;
        if (!Narrow(table, low, high))
        {
            return false;
        }

        var open = Enumerable.Range(0, low.Length).Where(at => low[at] < high[at]).ToArray();
        if (open.Length == 0)
        {
            return true;
        }

        var next = open.MinBy(at => high[at] - low[at]);
        for (var distance = 0L; distance <= high[next] - low[next] + Math.Abs(table.Counts[next]); distance++)
        {
            foreach (var guess in new[] { table.Counts[next] + distance, table.Counts[next] - distance }.Distinct())
            {
                if (guess >= low[next] && guess <= high[next] && Try(table, low, high, next, guess, ref budget))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Narrow(PublishedTable table, long[] low, long[] high)
    {
        bool changed;
        do
        {
            changed = false;
            foreach (var line in table.Lines)
            {
                var least = line.Parts.Sum(part => low[part]);
                var most = line.Parts.Sum(part => high[part]);
                changed |= Clip(line.Total, least, most);
                foreach (var part in line.Parts)
                {
                    changed |= Clip(part, low[line.Total] - (most - high[part]), high[line.Total] - (least - low[part]));
                    least = line.Parts.Sum(one => low[one]);
                    most = line.Parts.Sum(one => high[one]);
                }
            }

            if (low.Zip(high).Any(bounds => bounds.First > bounds.Second))
            {
                return false;
            }
        }
        while (changed);
        return true;

        bool Clip(int cell, long least, long most)
        {
            var narrower = least > low[cell] || most < high[cell];
            low[cell] = Math.Max(low[cell], least);
            high[cell] = Math.Min(high[cell], most);
            return narrower;
        }
    }
}
