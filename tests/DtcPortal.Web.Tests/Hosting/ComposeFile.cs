using System.Text.RegularExpressions;
using DtcPortal.Tests;

namespace DtcPortal.Web.Tests.Hosting;

/// <summary>docker-compose.yml as paths and values, such as "services/web/environment/Mail__Host". It reads what that file is written in: maps by indentation, lists in brackets.</summary>
public sealed partial class ComposeFile
{
    private readonly Dictionary<string, string> _values = [];

    private ComposeFile()
    {
        var path = new List<(int Indent, string Key)>();
        foreach (var line in File.ReadLines(RepositoryRoot.PathOf("docker-compose.yml")).Where(line => line.Trim() is { Length: > 0 } text && text[0] is not ('#' or '-')))
        {
            var indent = line.Length - line.TrimStart().Length;
            path.RemoveAll(above => above.Indent >= indent);
            var (key, value) = line.Trim().Split(':', 2) is { Length: 2 } parts ? (parts[0], parts[1].Trim()) : throw new FormatException(line);
            path.Add((indent, key));
            if (value.Length > 0)
            {
                _values[string.Join('/', path.Select(step => step.Key))] = value.Trim('"');
            }
        }
    }

    public static ComposeFile Read() => new();

    /// <summary>A value as it is written; variables of .env are not filled in.</summary>
    public string this[string path] => _values[path];

    /// <summary>A list in brackets.</summary>
    public IReadOnlyList<string> List(string path) => [.. Quoted().Matches(this[path]).Select(match => match.Groups[1].Value)];

    /// <summary>The variables that a service is given, with those of .env filled in.</summary>
    public Dictionary<string, string> Environment(string service, IReadOnlyDictionary<string, string> env)
    {
        var prefix = $"services/{service}/environment/";
        return _values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[prefix.Length..], pair => Variable().Replace(pair.Value, match => Fill(match, env)));
    }

    /// <summary>The variables of .env: whether the start is refused without one, and what counts without it.</summary>
    public static IReadOnlyList<(string Name, bool IsRequired, string Otherwise)> Variables() =>
        [.. Variable().Matches(File.ReadAllText(RepositoryRoot.PathOf("docker-compose.yml"))).Select(match =>
            (match.Groups["name"].Value, match.Groups["how"].Value == ":?", match.Groups["how"].Value == ":?" ? string.Empty : match.Groups["rest"].Value))];

    private static string Fill(Match match, IReadOnlyDictionary<string, string> env) =>
        env.TryGetValue(match.Groups["name"].Value, out var value) ? value
            : match.Groups["how"].Value == ":-" ? match.Groups["rest"].Value
            : throw new InvalidOperationException($"{match.Groups["name"].Value} is not set.");

    [GeneratedRegex(@"\$\{(?<name>\w+)(?<how>:[-?])?(?<rest>[^}]*)\}")]
    private static partial Regex Variable();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
