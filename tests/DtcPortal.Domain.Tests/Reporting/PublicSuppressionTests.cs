using System.Globalization;
using DtcPortal.Domain.Reporting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DtcPortal.Domain.Tests.Reporting;

public sealed class PublicSuppressionTests
{
    [Theory]
    [InlineData(new long[] { 10, 20, 30 }, "10 20 30 =60")]
    [InlineData(new long[] { 0, 20, 30 }, "0 20 30 =50")]
    [InlineData(new long[] { 3, 20, 30 }, "- - 30 =53")]
    [InlineData(new long[] { 3, 20, 20 }, "- - 20 =43")]
    [InlineData(new long[] { 1, 2, 30 }, "- - - =33")]
    [InlineData(new long[] { 4, 4, 30 }, "- - - =38")]
    [InlineData(new long[] { 3, 4, 30 }, "- - 30 =37")]
    [InlineData(new long[] { 1, 1, 1, 1 }, "- - - - =-")]
    [InlineData(new long[] { 3, 0, 0 }, "- 0 0 =-")]
    [InlineData(new long[] { 2, 2, 0 }, "- - 0 =-")]
    [InlineData(new long[] { 1, 1, 3 }, "- - - =5")]
    [InlineData(new long[] { 1, 1, 1, 2 }, "- - - - =5")]
    public void Apply_OneLine_HidesSmallCountsAndTheNextSmallest(long[] parts, string shown)
    {
        var cells = PublicSuppression.Apply([.. parts, parts.Sum()], [new SuppressionLine(parts.Length, [.. Enumerable.Range(0, parts.Length)])]);

        var text = cells.Counts.Select((_, at) => (at == parts.Length ? "=" : "") + (cells[at]?.ToString(CultureInfo.InvariantCulture) ?? "-"));
        Assert.Equal(shown, string.Join(' ', text));
    }

    [Fact]
    public void Apply_RowsAndColumns_HidesARectangle()
    {
        // 3 10 | 13,  20 30 | 50,  23 40 | 63
        var cells = PublicSuppression.Apply(
            [3, 10, 13, 20, 30, 50, 23, 40, 63],
            [Line(2, 0, 1), Line(5, 3, 4), Line(8, 6, 7), Line(6, 0, 3), Line(7, 1, 4), Line(8, 2, 5)]);

        Assert.Equal([true, true, false, true, true, false, false, false, false], cells.Hidden);
    }

    [Fact]
    public void Apply_WhenAHiddenTotalFollowsFromItsParts_HidesAPart()
    {
        // 3 + 0 = 3, 10 + 20 = 30, 40: with 3 the 30 is hidden, and so that it does not follow from 10 and 20, the 10
        var cells = PublicSuppression.Apply([3, 0, 3, 10, 20, 30, 40, 73], [Line(2, 0, 1), Line(5, 3, 4), Line(7, 2, 5, 6)]);

        Assert.Equal([true, false, true, true, false, true, false, false], cells.Hidden);
    }

    [Fact]
    public void IsShareHidden_WithItsNumeratorItsTotalOrASmallRemainder_IsTrue()
    {
        Assert.True(new PublicCells([3, 97, 100], [true, true, false]).IsShareHidden(0, 2));
        Assert.True(new PublicCells([96, 4, 100], [false, true, false]).IsShareHidden(0, 2));
        Assert.True(new PublicCells([50, 50, 100], [false, false, true]).IsShareHidden(0, 2));
        Assert.False(new PublicCells([50, 50, 100], [false, false, false]).IsShareHidden(0, 2));
        Assert.False(new PublicCells([100, 0, 100], [false, false, false]).IsShareHidden(0, 2));
    }

    [Fact]
    public void Apply_PartsThatMissTheirTotal_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PublicSuppression.Apply([1, 2, 4], [Line(2, 0, 1)]));
        Assert.Throws<ArgumentException>(() => PublicSuppression.Apply([-1], []));
    }

    [Fact]
    public void Apply_OfAnything_HidesSmallCountsShowsZerosAndProtectsEachLine() => Check(table =>
    {
        var cells = PublicSuppression.Apply(table.Counts, table.Lines);
        return cells.Counts.Index().All(cell => cell.Item switch
        {
            0 => !cells.Hidden[cell.Index],
            <= 4 => cells.Hidden[cell.Index],
            _ => true,
        }) && table.Lines.Where(line => !cells.Hidden[line.Total]).All(line =>
        {
            var hidden = line.Parts.Where(part => cells.Hidden[part]).ToArray();
            return hidden.Length == 0 || (hidden.Length > 1 && hidden.Sum(part => cells.Counts[part]) >= 5);
        });
    }, 1_000);

    [Fact]
    public void Apply_OfAnything_LeavesNoHiddenCountThatSolvingWhatIsPublishedFixes() => Check(table =>
    {
        var cells = PublicSuppression.Apply(table.Counts, table.Lines);
        bool[] nothingPublished = [.. table.Counts.Select(count => count > 0)];
        return Enumerable.Range(0, table.Counts.Length).Where(cell => cells.Hidden[cell]).All(cell =>
            PublishedSolver.CanDiffer(table, [.. cells.Hidden], cell) || !PublishedSolver.CanDiffer(table, nothingPublished, cell));
    }, 400);

    private static SuppressionLine Line(int total, params int[] parts) => new(total, parts);

    private static void Check(Func<PublishedTable, bool> property, int tests) =>
        Prop.ForAll(PublishedTable.Any.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
