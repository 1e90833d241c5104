using System.Globalization;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Application.Candidacies;

/// <summary>Answers in words, for pages, the PDF copy and comparisons.</summary>
public static class AnswerText
{
    /// <summary>An answer as it is read; what cannot be read stays as typed, nothing for an empty one.</summary>
    public static string Answer(this IText text, FormField field, string? answer)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (string.IsNullOrEmpty(answer))
        {
            return string.Empty;
        }

        return field.Kind switch
        {
            FormFieldKind.YesNo => AnswerFormat.YesNo(answer) switch { true => text["Yes"], false => text["No"], _ => answer },
            FormFieldKind.Checkbox => AnswerFormat.YesNo(answer) == true ? text["Accepted|statement"] : answer,
            FormFieldKind.Choice => field.Options.FirstOrDefault(option => option.Value == answer) is { } option ? text.Of(option.Label) : answer,
            FormFieldKind.Number or FormFieldKind.Money => Number(text, field, answer),
            FormFieldKind.Date => AnswerFormat.Day(answer) is { } day ? day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) : answer,
            _ => answer,
        };
    }

    /// <summary>The unit of a field as it stands behind an answer: 1 centre, 2 centres. Nothing for a field without one.</summary>
    public static string UnitOf(this IText text, FormField field, string? answer)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(field);
        var isOne = AnswerFormat.Number(answer) is { } number && Numbers.IsOne(text.Language, number);
        return isOne && field.UnitOne is { } one ? text.Of(one) : field.Unit is { } unit ? text.Of(unit) : string.Empty;
    }

    private static string Number(IText text, FormField field, string answer)
    {
        if (AnswerFormat.Number(answer) is not { } number)
        {
            return answer;
        }

        // years are no amounts: 2010, not 2,010
        var format = field is { Least: >= 1000, Most: < 10_000 } ? "0.######" : "#,0.######";
        var written = number.ToString(format, CultureInfo.CurrentCulture);
        return field.Unit is null || field is { Least: >= 1000, Most: < 10_000 } ? written : $"{written} {text.UnitOf(field, answer)}";
    }
}
