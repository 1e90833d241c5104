using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Candidacies;

/// <summary>What keeps a candidacy from being submitted, each a link to where it is mended.</summary>
/// <param name="Reference">The candidacy.</param>
/// <param name="Progress">Its sections.</param>
public sealed record MissingModel(string Reference, CandidacyProgress Progress)
{
    private const int MostOfSection = 3;

    /// <summary>The links; a section that lacks much is one.</summary>
    public IEnumerable<(string Address, string Text)> Links(IText text) =>
        Progress.Sections.Where(section => section.Check.Problems.Count > 0).SelectMany(section => LinksOf(section, text));

    private IEnumerable<(string Address, string Text)> LinksOf(SectionProgress section, IText text)
    {
        var address = $"/candidacies/{Reference}/{section.Form.Code}";
        var title = text.Of(section.Form.Title);
        var wrong = section.Check.Problems.Where(problem => !problem.IsMissing).ToList();
        var missing = section.Check.Problems.Where(problem => problem.IsMissing).ToList();
        foreach (var problem in wrong.Concat(missing.Count > MostOfSection ? [] : missing))
        {
            yield return ($"{address}#{FieldIds.Of(AnswerNames.Of(FieldOf(section, problem)))}", TextOf(title, FieldOf(section, problem), problem, text));
        }

        if (missing.Count > MostOfSection)
        {
            yield return (address, text["{0}: {1} answers are missing", title, missing.Count]);
        }
    }

    private static string TextOf(string title, FormField field, FieldProblem problem, IText text)
    {
        var label = text.Of(field.Label);
        return problem switch
        {
            { IsMissing: false } => text["{0}: mend “{1}”", title, label],
            _ when field.Kind == FormFieldKind.File => text["{0}: add “{1}”", title, label],
            _ when field.Kind == FormFieldKind.LongText => text["{0}: write “{1}”", title, label],
            _ when field.Kind == FormFieldKind.Checkbox => text["{0}: accept “{1}”", title, label],
            _ => text["{0}: answer “{1}”", title, label],
        };
    }

    private static FormField FieldOf(SectionProgress section, FieldProblem problem) => section.Form.Fields.First(field => field.Key == problem.Field);
}

/// <summary>Where a candidacy stands, in a sentence, on each of its pages.</summary>
/// <param name="Head">The candidacy.</param>
/// <param name="IsOpen">Whether it can be changed now.</param>
/// <param name="Problems">How many things keep it from being submitted.</param>
public sealed record StandingModel(CandidacyHead Head, bool IsOpen, int Problems);

/// <summary>Names of inputs.</summary>
public static class AnswerNames
{
    /// <summary>The input of an answer; for a document the row in which it is added.</summary>
    public static string Of(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Kind == FormFieldKind.File ? $"Documents[{field.Key}]" : $"Answers[{field.Key}]";
    }
}
