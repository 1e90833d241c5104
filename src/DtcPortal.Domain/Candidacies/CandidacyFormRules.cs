using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>What stands against an answer.</summary>
/// <param name="Field">Key of the field.</param>
/// <param name="IsMissing">Whether nothing was answered; else what was answered is wrong.</param>
/// <param name="Message">What to do, for the one who writes.</param>
public sealed record FieldProblem(string Field, bool IsMissing, Message Message);

/// <summary>How a section stands.</summary>
/// <param name="State">As the task list shows it.</param>
/// <param name="Problems">What keeps it from being submitted, in the order of its fields.</param>
public sealed record SectionCheck(SectionState State, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>The problem of a field; null when there is none.</summary>
    public FieldProblem? Of(string field) => Problems.FirstOrDefault(problem => problem.Field == field);
}

/// <summary>Whether the answers of a candidacy are there and right (product.md 4). Drafts with gaps can be saved; only a complete candidacy is submitted.</summary>
public static class CandidacyFormRules
{
    /// <summary>Most characters of a narrative, whatever its words.</summary>
    public const int LongestNarrative = 30_000;

    private const int LongestLine = 2_000;

    /// <summary>How a section stands with its answers, as typed, and the keys of the fields that have a document.</summary>
    public static SectionCheck Check(FormSection section, IReadOnlyDictionary<string, string> answers, IReadOnlySet<string> documents)
    {
        var problems = section.Fields.Select(field => ProblemOf(field, answers.GetValueOrDefault(field.Key), documents.Contains(field.Key)) ?? TooMuchOf(section, field, answers))
            .OfType<FieldProblem>().ToList();
        var isStarted = section.Fields.Any(field => documents.Contains(field.Key) || !string.IsNullOrWhiteSpace(answers.GetValueOrDefault(field.Key)));
        return new SectionCheck(StateOf(problems, isStarted), problems);
    }

    /// <summary>What stands against one answer; null when nothing does.</summary>
    public static FieldProblem? ProblemOf(FormField field, string? answer, bool hasDocument = false)
    {
        if (field.Kind == FormFieldKind.File)
        {
            return field.IsRequired && !hasDocument ? new FieldProblem(field.Key, true, new Message("Add this document.")) : null;
        }

        if (string.IsNullOrWhiteSpace(answer))
        {
            return field.IsRequired ? new FieldProblem(field.Key, true, MissingOf(field.Kind)) : null;
        }

        // a statement that is not accepted is an answer that is missing, not a wrong one
        if (field is { Kind: FormFieldKind.Checkbox, IsRequired: true } && answer != AnswerFormat.Yes)
        {
            return new FieldProblem(field.Key, true, MissingOf(field.Kind));
        }

        return WrongOf(field, answer) is { } message ? new FieldProblem(field.Key, false, message) : null;
    }

    private static FieldProblem? TooMuchOf(FormSection section, FormField field, IReadOnlyDictionary<string, string> answers) =>
        field.PartOf is { } key && section.Fields.FirstOrDefault(other => other.Key == key) is { } whole
        && AnswerFormat.Number(answers.GetValueOrDefault(key) ?? string.Empty) is { } most
        && AnswerFormat.Number(answers.GetValueOrDefault(field.Key) ?? string.Empty) > most
            ? new FieldProblem(field.Key, false, new Message("Enter at most {0}, the number of “{1}”.", most, whole.Label))
            : null;

    /// <summary>Answers as they are stored: only the section's fields, without outer blanks and empty ones. Throws RuleBrokenException for a text too long to keep.</summary>
    public static IReadOnlyDictionary<string, string> Keep(FormSection section, IReadOnlyDictionary<string, string?> typed)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in section.Fields.Where(field => field.Kind != FormFieldKind.File))
        {
            var answer = typed.GetValueOrDefault(field.Key)?.ReplaceLineEndings("\n").Trim();
            if (string.IsNullOrEmpty(answer))
            {
                continue;
            }

            RequireKept(field, answer, $"Answers[{field.Key}]");
            kept[field.Key] = answer;
        }

        return kept;
    }

    /// <summary>Throws RuleBrokenException at an input for a text too long to keep.</summary>
    public static void RequireKept(FormField field, string answer, string input)
    {
        var longest = field.Kind == FormFieldKind.LongText ? LongestNarrative : LongestLine;
        Rule.Require(answer.Length <= longest, new Message("At most {0} characters can be kept here.", longest), input);
    }

    private static SectionState StateOf(List<FieldProblem> problems, bool isStarted)
    {
        if (problems.Exists(problem => !problem.IsMissing))
        {
            return SectionState.NeedsAttention;
        }

        if (problems.Count == 0)
        {
            return SectionState.Complete;
        }

        return isStarted ? SectionState.InProgress : SectionState.NotStarted;
    }

    private static Message MissingOf(FormFieldKind kind) => kind switch
    {
        FormFieldKind.LongText => new Message("Write this text."),
        FormFieldKind.Choice or FormFieldKind.YesNo => new Message("Choose an answer."),
        FormFieldKind.Checkbox => new Message("Tick this statement."),
        _ => new Message("Fill in this field."),
    };

    private static Message? WrongOf(FormField field, string answer) => field.Kind switch
    {
        FormFieldKind.Text => TooLong(field, answer),
        FormFieldKind.LongText => TooManyWords(field, answer),
        FormFieldKind.Number or FormFieldKind.Money => NumberProblem(field, answer),
        FormFieldKind.Choice => field.Options.Any(option => option.Value == answer) ? null : new Message("Choose one of the answers."),
        FormFieldKind.YesNo or FormFieldKind.Checkbox => AnswerFormat.YesNo(answer) is null ? new Message("Choose an answer.") : null,
        FormFieldKind.Email => AnswerFormat.IsEmail(answer) ? TooLong(field, answer) : new Message("Enter a mail address, such as name@example.org."),
        FormFieldKind.Phone => AnswerFormat.IsPhone(answer) ? TooLong(field, answer) : new Message("Enter a telephone number with its country code, such as +223 20 22 00 00."),
        FormFieldKind.Url => AnswerFormat.Url(answer) is null ? new Message("Enter a web address, such as https://example.org.") : TooLong(field, answer),
        FormFieldKind.Date => AnswerFormat.Day(answer) is null ? new Message("Enter a date, such as 2026-11-30.") : null,
        _ => null,
    };

    private static Message? TooLong(FormField field, string answer) =>
        field.Most is { } most && answer.Length > most ? new Message("Shorten this: at most {0} characters, these are {1}.", (int)most, answer.Length) : null;

    private static Message? TooManyWords(FormField field, string answer) =>
        field.WordLimit is { } most && AnswerFormat.CountWords(answer) is var words && words > most
            ? new Message("Shorten this: at most {0} words, these are {1}.", most, words)
            : null;

    private static Message? NumberProblem(FormField field, string answer)
    {
        if (AnswerFormat.Number(answer) is not { } number)
        {
            return NumberText.MarksThousands(answer) ? new Message("Write thousands without a comma or point, such as 12000.") : field.Decimals > 0 ? new Message("Enter a number, such as 4 or 1.5.") : new Message("Enter a whole number, such as 4.");
        }

        if (AnswerFormat.Decimals(answer) > field.Decimals)
        {
            return field.Decimals == 0
                ? new Message("Enter a whole number, such as 4.")
                : field.Decimals == 1 ? new Message("Enter at most one digit after the point.") : new Message("Enter at most {0} digits after the point.", field.Decimals);
        }

        return (field.Least is { } least && number < least) || (field.Most is { } most && number > most) ? OutOfRange(field) : null;
    }

    private static Message OutOfRange(FormField field) => (field.Least, field.Most) switch
    {
        ({ } least, { } most) => new Message("Enter a number from {0} to {1}.", least, most),
        ({ } least, null) => new Message("Enter a number from {0} up.", least),
        _ => new Message("Enter a number up to {0}.", field.Most ?? 0),
    };
}
