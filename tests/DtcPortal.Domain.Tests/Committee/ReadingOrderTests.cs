using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Xunit;

namespace DtcPortal.Domain.Tests.Committee;

public sealed class ReadingOrderTests
{
    private static readonly Guid[] Candidacies = [.. Enumerable.Range(1, 60).Select(at => new Guid(at, 0, 0, new byte[8]))];
    private static readonly Guid First = new(1, 1, 0, new byte[8]);
    private static readonly Guid Second = new(2, 1, 0, new byte[8]);

    [Fact]
    public void For_TheSameMemberAndSeed_IsTheSameWhateverTheOrderOfInput()
    {
        var order = ReadingOrder.For(First, Candidacies, 7);

        Assert.Equal(order, ReadingOrder.For(First, Candidacies.Reverse(), 7));
        Assert.Equal(Candidacies, order.Order());
    }

    [Fact]
    public void For_AnotherMemberOrSeed_IsAnotherOrder()
    {
        Assert.NotEqual(ReadingOrder.For(First, Candidacies, 7), ReadingOrder.For(Second, Candidacies, 7));
        Assert.NotEqual(ReadingOrder.For(First, Candidacies, 7), ReadingOrder.For(First, Candidacies, 8));
    }

    [Fact]
    public void Draw_OverManySeeds_PutsEachRegionFirstAboutEquallyOften()
    {
        var regions = Enum.GetValues<Region>();

        var firsts = Enumerable.Range(0, 6_000).CountBy(seed => SeededOrder.Draw(regions, seed)[0]).ToDictionary();

        Assert.All(regions, region => Assert.InRange(firsts[region], 850, 1_150));
    }
}
