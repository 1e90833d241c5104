namespace DtcPortal.Domain.Common;

/// <summary>
/// Orders drawn from a seed: the same identifiers and seed give the same order on every machine and version,
/// whatever the order in which they are passed. Lots, reading orders and assignments are drawn so.
/// </summary>
public static class SeededOrder
{
    /// <summary>The identifiers in the order that the seed draws.</summary>
    public static IReadOnlyList<Guid> Draw(IEnumerable<Guid> ids, long seed)
    {
        var drawn = ids.Order().ToArray();
        Shuffle(drawn, seed);
        return drawn;
    }

    /// <summary>The regions in the order that the seed draws.</summary>
    public static IReadOnlyList<Region> Draw(IEnumerable<Region> regions, long seed)
    {
        var drawn = regions.Order().ToArray();
        Shuffle(drawn, seed);
        return drawn;
    }

    /// <summary>A seed of one's own for a person or thing, from a common one.</summary>
    public static long Derive(long seed, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var state = unchecked((ulong)seed);
        foreach (var part in bytes)
        {
            state = unchecked(Mix(state) + part);
        }

        return unchecked((long)Mix(state));
    }

    /// <summary>A seed for the place of a thing in a drawn order, from a common one.</summary>
    public static long Derive(long seed, int place) => unchecked((long)Mix(Mix((ulong)seed) + (ulong)place));

    internal static void Shuffle<T>(T[] items, long seed)
    {
        var state = unchecked((ulong)seed);
        for (var last = items.Length - 1; last > 0; last--)
        {
            state = unchecked(state + 0x9E3779B97F4A7C15UL);
            var other = (int)((UInt128)Mix(state) * (ulong)(last + 1) >> 64);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    // SplitMix64: System.Random may change between versions of .NET
    private static ulong Mix(ulong state)
    {
        unchecked
        {
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EBUL;
            return state ^ (state >> 31);
        }
    }
}
