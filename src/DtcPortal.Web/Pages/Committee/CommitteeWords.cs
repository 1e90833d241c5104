using System.Globalization;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Committee;

/// <summary>Words and figures of the committee's pages.</summary>
public static class CommitteeWords
{
    // a number between these is a year, and has no thousands
    private const int FirstYear = 1000;
    private const int LastYear = 2999;

    /// <summary>Where a conflict stands.</summary>
    public static StateWord State(IText text, ConflictState state)
    {
        ArgumentNullException.ThrowIfNull(text);
        return state switch
        {
            ConflictState.Upheld => new(Tone.Plain, text["Upheld"]),
            ConflictState.Dismissed => new(Tone.Good, text["No conflict"]),
            _ => new(Tone.Watch, text["Not decided"]),
        };
    }

    /// <summary>What a conflict is; the portal's own flags in the reader's language.</summary>
    public static string Reason(IText text, ConflictRow conflict)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(conflict);
        return conflict.IsFlagged ? text["The institution is of the member's own country."] : conflict.Reason;
    }

    /// <summary>A score on 0–100 with one decimal; a dash without one.</summary>
    public static string Score(long? millionths) => millionths is { } value ? Figures.Number(value / 1_000_000m, 1) : "–";

    /// <summary>A mean on 0–5 with two decimals; a dash without one.</summary>
    public static string Mean(decimal? points) => points is { } value ? Figures.Number(value, 2) : "–";

    /// <summary>An answer as people read it; a dash without one.</summary>
    public static string Answer(IText text, Moments moments, ReadAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(answer);
        if (string.IsNullOrWhiteSpace(answer.Answer))
        {
            return "–";
        }

        var said = answer.Answer;
        return answer.Field.Kind switch
        {
            FormFieldKind.YesNo => said == "true" ? text["Yes"] : text["No"],
            FormFieldKind.Checkbox => said == "true" ? text["Accepted|statement"] : text["Not accepted|statement"],
            FormFieldKind.Choice => answer.Field.Options.FirstOrDefault(option => option.Value == said) is { } option ? text.Of(option.Label) : said,
            FormFieldKind.Number when answer.Field is { Decimals: 0, Least: >= FirstYear, Most: <= LastYear } => said,
            FormFieldKind.Number or FormFieldKind.Money when AnswerFormat.Number(said) is { } number => Figures.Number(number, Decimals(number)),
            FormFieldKind.Date when DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => moments.Date(day),
            _ => said,
        };
    }

    /// <summary>Facts in rows of up to three, as equal as can be: four make two rows of two.</summary>
    public static IEnumerable<ReadAnswer[]> Rows(IReadOnlyList<ReadAnswer> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        const int most = 3;
        var rows = (facts.Count + most - 1) / most;
        for (int row = 0, from = 0; row < rows; row++)
        {
            var size = (facts.Count - from + rows - row - 1) / (rows - row);
            yield return [.. facts.Skip(from).Take(size)];
            from += size;
        }
    }

    /// <summary>Words of a narrative.</summary>
    public static int Words(string? said) => said?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length ?? 0;

    /// <summary>What a file is, such as PDF.</summary>
    public static string FileKind(SubmittedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Path.GetExtension(document.FileName).TrimStart('.').ToUpperInvariant();
    }

    private static int Decimals(decimal number) => Math.Min(2, number.Scale == 0 || decimal.Truncate(number) == number ? 0 : (int)number.Scale);
}
