using System.Security.Cryptography;
using System.Text;

namespace DtcPortal.Web.Pages.Candidacies.Section;

/// <summary>A short mark of each answer that a page was opened with, so that what was typed on it is told from what was left as it stood.</summary>
public sealed class SeenAnswers
{
    private const char Between = ';';
    private const char After = '=';
    private const int MarkBytes = 6;

    private readonly Dictionary<string, string> _marks;

    private SeenAnswers(Dictionary<string, string> marks) => _marks = marks;

    /// <summary>The marks as a form carries them.</summary>
    public static string Of(IReadOnlyDictionary<string, string> answers) =>
        string.Join(Between, answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key}{After}{MarkOf(answer.Value)}"));

    /// <summary>The marks that a form carried; a form without any was opened empty.</summary>
    public static SeenAnswers Parse(string? marks)
    {
        var all = new Dictionary<string, string>();
        foreach (var mark in (marks ?? string.Empty).Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            var end = mark.LastIndexOf(After);
            all[mark[..Math.Max(end, 0)]] = mark[(end + 1)..];
        }

        return new SeenAnswers(all);
    }

    /// <summary>Whether an answer was typed on the page; one that stood empty and still does was not.</summary>
    public bool IsTyped(string field, string answer) => _marks.TryGetValue(field, out var mark) ? mark != MarkOf(answer) : answer.Length > 0;

    private static string MarkOf(string answer) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(answer)).AsSpan(0, MarkBytes));
}
