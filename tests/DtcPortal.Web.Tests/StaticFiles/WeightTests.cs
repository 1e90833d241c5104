using System.IO.Compression;
using System.Text.RegularExpressions;
using DtcPortal.Tests;
using Xunit;

namespace DtcPortal.Web.Tests.StaticFiles;

/// <summary>What a first visit costs on a slow line, by the weaker compression that every browser takes.</summary>
public sealed partial class WeightTests
{
    private const int Page = 20_000;
    private const int Public = 60_000;
    private const int WithChart = 150_000;

    private static readonly string[] Everywhere = ["lib/bootstrap/dist/css/bootstrap-reboot.min.css", "css/portal.css", "js/portal.js", "img/icon.svg"];
    private static readonly string[] Charts = ["lib/chart.js/dist/chart.umd.js", "js/charts.js"];

    [Fact]
    public void FirstVisit_OfAPublicPage_LeavesRoomForThePage() => Assert.InRange(Everywhere.Sum(Compressed), 0, Public - Page);

    [Fact]
    public void FirstVisit_OfAPageWithAChart_LeavesRoomForThePage() => Assert.InRange(Everywhere.Concat(Charts).Sum(Compressed), 0, WithChart - Page);

    [Fact]
    public void StyleSheet_ForRightToLeft_NamesNoSideOfThePage() =>
        Assert.Empty(Side().Matches(File.ReadAllText(RepositoryRoot.PathOf("wwwroot", "css", "portal.css"))).Select(match => match.Value));

    private static int Compressed(string file)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(RepositoryRoot.PathOf("wwwroot", file)));
        }

        return (int)target.Length;
    }

    [GeneratedRegex(@"(margin|padding|border)-(left|right|top|bottom)|[\s{;](left|right|top|bottom)\s*:|(text-align|float)\s*:\s*(left|right)|@import")]
    private static partial Regex Side();
}
