using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>Each member reads the candidacies in an order of their own, to spread what an order does to scores (product.md 6).</summary>
public static class ReadingOrder
{
    /// <summary>The member's order of these candidacies: the same for the same seed, whatever order they are passed in.</summary>
    public static IReadOnlyList<Guid> For(Guid member, IEnumerable<Guid> candidacies, long seed) =>
        SeededOrder.Draw(candidacies, SeededOrder.Derive(seed, member));
}
