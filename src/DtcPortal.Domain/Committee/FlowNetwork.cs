namespace DtcPortal.Domain.Committee;

/// <summary>Maximum flow by Dinic's method. Capacities may be raised afterwards and the flow augmented from where it stands.</summary>
internal sealed class FlowNetwork(int nodes)
{
    private readonly List<int>[] _arcsOf = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private readonly List<int> _to = [];
    private readonly List<int> _free = [];

    /// <summary>Adds an arc and its reverse; returns the arc's number.</summary>
    public int AddArc(int from, int to, int capacity)
    {
        var arc = _to.Count;
        _to.Add(to);
        _free.Add(capacity);
        _arcsOf[from].Add(arc);
        _to.Add(from);
        _free.Add(0);
        _arcsOf[to].Add(arc + 1);
        return arc;
    }

    /// <summary>What flows through an arc.</summary>
    public int FlowOf(int arc) => _free[arc ^ 1];

    /// <summary>Raises an arc's capacity.</summary>
    public void Raise(int arc, int by) => _free[arc] += by;

    /// <summary>Augments to a maximum; returns what was added.</summary>
    public int Augment(int source, int sink)
    {
        var added = 0;
        while (Levels(source) is var levels && levels[sink] >= 0)
        {
            var next = new int[_arcsOf.Length];
            int pushed;
            while ((pushed = Push(source, sink, int.MaxValue, levels, next)) > 0)
            {
                added += pushed;
            }
        }

        return added;
    }

    /// <summary>The nodes that more flow could reach.</summary>
    public bool[] ReachableFrom(int source) => [.. Levels(source).Select(level => level >= 0)];

    private int[] Levels(int source)
    {
        var levels = new int[_arcsOf.Length];
        Array.Fill(levels, -1);
        levels[source] = 0;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var arc in _arcsOf[node])
            {
                if (_free[arc] > 0 && levels[_to[arc]] < 0)
                {
                    levels[_to[arc]] = levels[node] + 1;
                    queue.Enqueue(_to[arc]);
                }
            }
        }

        return levels;
    }

    private int Push(int node, int sink, int limit, int[] levels, int[] next)
    {
        if (node == sink)
        {
            return limit;
        }

        for (; next[node] < _arcsOf[node].Count; next[node]++)
        {
            var arc = _arcsOf[node][next[node]];
            if (_free[arc] <= 0 || levels[_to[arc]] != levels[node] + 1)
            {
                continue;
            }

            var pushed = Push(_to[arc], sink, Math.Min(limit, _free[arc]), levels, next);
            if (pushed > 0)
            {
                _free[arc] -= pushed;
                _free[arc ^ 1] += pushed;
                return pushed;
            }
        }

        return 0;
    }
}
