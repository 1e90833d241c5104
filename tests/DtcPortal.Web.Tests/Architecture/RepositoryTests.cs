using System.Text.RegularExpressions;
using System.Xml.Linq;
using DtcPortal.Tests;
using Xunit;

namespace DtcPortal.Web.Tests.Architecture;

/// <summary>Rules of the house that a file can break.</summary>
public sealed partial class RepositoryTests
{
    private const int LongestFile = 400;
    private const int LongestPage = 250;

    private static IEnumerable<string> Projects => RepositoryRoot.Files("src", "*.csproj").Concat(RepositoryRoot.Files("tests", "*.csproj"));

    private static IEnumerable<string> Sources => RepositoryRoot.Files("src", "*.cs").Concat(RepositoryRoot.Files("tests", "*.cs"));

    [Fact]
    public void NoFile_ReadsAClockDirectly() =>
        Assert.DoesNotContain(Sources, file => ClockRead().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void NoProject_NamesAVersionOfAPackage() =>
        Assert.DoesNotContain(Projects, file => XDocument.Load(file).Descendants("PackageReference").Any(p => p.Attribute("Version") is not null || p.Attribute("VersionOverride") is not null));

    [Fact]
    public void EveryProject_HasALockFile() =>
        Assert.DoesNotContain(Projects, file => !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json")));

    [Fact]
    public void EveryProject_IsInTheSolution()
    {
        var solution = File.ReadAllText(RepositoryRoot.PathOf("DtcPortal.sln"));
        Assert.DoesNotContain(Projects, file => !solution.Contains(Path.GetFileName(file), StringComparison.Ordinal));
    }

    [Fact]
    public void NoFile_IsLongerThanOneReads() =>
        Assert.DoesNotContain(
            Sources.Concat(RepositoryRoot.Files("src", "*.cshtml")),
            file => File.ReadLines(file).Count() > (file.EndsWith(".cshtml", StringComparison.Ordinal) ? LongestPage : LongestFile));

    [Fact]
    public void NoPage_HoldsInlineCodeOrStyle() =>
        Assert.DoesNotContain(RepositoryRoot.Files("src", "*.cshtml"), file => Inline().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void NoTest_SleepsOrIsSkipped() =>
        Assert.DoesNotContain(RepositoryRoot.Files("tests", "*Tests.cs"), file => Asleep().IsMatch(File.ReadAllText(file)));

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex ClockRead();

    [GeneratedRegex(@"<style[\s>]|\sstyle=|\son[a-z]+=""|<script(?![^>]*\ssrc=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"Thread\.Sleep\(|Task\.Delay\(|\bSkip\s*=\s*""")]
    private static partial Regex Asleep();
}
