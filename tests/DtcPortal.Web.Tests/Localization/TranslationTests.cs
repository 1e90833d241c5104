using System.Text.Json;
using System.Text.RegularExpressions;
using DtcPortal.Application.Localization;
using DtcPortal.Tests;
using DtcPortal.Web.Hosting;
using Xunit;

namespace DtcPortal.Web.Tests.Localization;

/// <summary>Every text that the sources hold has its French, and every French text its use.</summary>
public sealed partial class TranslationTests
{
    private static readonly TextCatalogue Catalogue = new(typeof(PortalHost).Assembly);

    private static IEnumerable<string> Sources =>
        RepositoryRoot.Files("src", "*.cs").Concat(RepositoryRoot.Files("src", "*.cshtml"));

    [Fact]
    public void EveryText_HasItsFrench()
    {
        var missing = Keys().Where(found => !Catalogue.Has("fr", found.Key)).Select(found => $"{found.File}: {found.Key}").Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} texts lack their French:{Environment.NewLine}{string.Join(Environment.NewLine, missing)}");
    }

    [Fact]
    public void EveryFrenchText_IsUsed()
    {
        var used = Keys().Select(found => found.Key).ToHashSet();
        var all = string.Concat(Sources.Select(File.ReadAllText));
        var unused = French().Where(pair => !used.Contains(pair.Key) && !all.Contains(Literal(pair.Key), StringComparison.Ordinal)).Select(pair => pair.Key).ToList();
        Assert.True(unused.Count == 0, $"Nothing uses:{Environment.NewLine}{string.Join(Environment.NewLine, unused)}");
    }

    [Fact]
    public void NoText_IsTranslatedTwoWays()
    {
        var two = French().GroupBy(pair => pair.Key).Where(group => group.Select(pair => pair.Value).Distinct().Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(" / ", group.Select(pair => pair.Value))}").ToList();
        Assert.True(two.Count == 0, $"Put the word into shared.json, or tell the two apart by a bar:{Environment.NewLine}{string.Join(Environment.NewLine, two)}");
    }

    [Fact]
    public void EveryFrenchText_HasTheSamePlaces() =>
        Assert.DoesNotContain(French(), pair => !Places(pair.Key).SetEquals(Places(pair.Value)));

    [Fact]
    public void EveryFrenchText_HasNoBreakSpaces()
    {
        var wrong = French().Where(pair => Spacing().IsMatch(pair.Value)).Select(pair => pair.Value).ToList();
        Assert.True(wrong.Count == 0, $"A no-break space stands before : ; ? ! %, and inside « »:{Environment.NewLine}{string.Join(Environment.NewLine, wrong)}");
    }

    [Fact]
    public void EveryFile_IsSorted() => Assert.DoesNotContain(
        RepositoryRoot.Files("src/DtcPortal.Web/Resources", "*.json"),
        file =>
        {
            var keys = Read(file).Keys.ToList();
            return !keys.SequenceEqual(keys.Order(StringComparer.Ordinal));
        });

    private static IEnumerable<(string File, string Key)> Keys()
    {
        foreach (var file in Sources)
        {
            var text = File.ReadAllText(file);
            foreach (var pattern in new[] { Indexed(), Messages(), Rules(), Annotations() })
            {
                foreach (Match match in pattern.Matches(text))
                {
                    yield return (Path.GetRelativePath(RepositoryRoot.Folder, file), Unescape(match.Groups[1].Value));
                }
            }

            foreach (Match match in Plurals().Matches(text))
            {
                yield return (Path.GetRelativePath(RepositoryRoot.Folder, file), Unescape(match.Groups[1].Value));
                yield return (Path.GetRelativePath(RepositoryRoot.Folder, file), Unescape(match.Groups[2].Value));
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> French() =>
        RepositoryRoot.Files("src/DtcPortal.Web/Resources", "*.json").SelectMany(Read);

    private static Dictionary<string, string> Read(string file) => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value)];

    private static string Unescape(string literal) => Regex.Unescape(literal);

    private static string Literal(string key) => key.Replace("\"", "\\\"", StringComparison.Ordinal);

    private const string Quoted = @"""((?:[^""\\]|\\.)*)""";

    [GeneratedRegex(@"\b(?:[Tt]|[Tt]ext|words)\[" + Quoted)]
    private static partial Regex Indexed();

    [GeneratedRegex(@"(?:new Message\(|Of\(new\(|WorkItem\(new\(|Detail: new\(|Reason: new\()" + Quoted)]
    private static partial Regex Messages();

    [GeneratedRegex(@"(?:[Rr]ules?\.Require\((?:[^;""]|""(?:[^""\\]|\\.)*""(?!\s*[,)]))*?,\s*|\.Require\(\s*)" + Quoted + @"\s*[,)]")]
    private static partial Regex Rules();

    [GeneratedRegex(@"(?:Display\(Name = |ErrorMessage = |const string (?:required|atMost|between|range|mail|address|same) = )" + Quoted)]
    private static partial Regex Annotations();

    [GeneratedRegex(@"\.Plural\((?:[^;""]|""(?:[^""\\]|\\.)*""(?!\s*,\s*""))*?,\s*" + Quoted + @",\s*" + Quoted)]
    private static partial Regex Plurals();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<![\u00a0\u202f?!.])[;?!%](?=\s|$)|(?<![\u00a0\u202f]):(?=\s|$)|«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»")]
    private static partial Regex Spacing();
}
