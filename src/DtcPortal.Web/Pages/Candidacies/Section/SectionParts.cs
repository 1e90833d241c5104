using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Web.Pages.Candidacies.Section;

/// <summary>A line of the evidence: a document, or one that is asked for and not there.</summary>
public sealed record EvidenceRow(string Field, string Label, string? Hint, bool IsRequired, EvidenceDocument? Document)
{
    /// <summary>What the call asks for first, then further evidence; removed documents stay until the end to be put back.</summary>
    public static IReadOnlyList<EvidenceRow> Of(SectionView view, IText text)
    {
        ArgumentNullException.ThrowIfNull(view);
        var rows = new List<EvidenceRow>();
        foreach (var field in view.Form.Fields.Where(field => field.Kind == FormFieldKind.File))
        {
            var (label, hint) = (text.Of(field.Label), field.Hint is null ? null : text.Of(field.Hint));
            var present = view.Documents.Where(document => document.Field == field.Key && document.RemovedAt is null).ToList();
            rows.AddRange(present.Select(document => new EvidenceRow(field.Key, label, hint, field.IsRequired, document)));
            if (present.Count == 0)
            {
                rows.Add(new EvidenceRow(field.Key, label, hint, field.IsRequired, null));
            }
        }

        rows.AddRange(view.Documents.Where(document => document.RemovedAt is null && view.Form.Fields.All(field => field.Key != document.Field))
            .Select(document => new EvidenceRow(EvidenceDocument.Other, text["Further evidence"], null, false, document)));
        rows.AddRange(view.Documents.Where(document => document.RemovedAt is not null)
            .Select(document => new EvidenceRow(document.Field, LabelOf(view, document, text), null, false, document)));
        return rows;
    }

    private static string LabelOf(SectionView view, EvidenceDocument document, IText text) =>
        view.Form.Fields.FirstOrDefault(field => field.Key == document.Field) is { } field ? text.Of(field.Label) : text["Further evidence"];
}

/// <summary>Two texts for one answer.</summary>
/// <param name="Field">What is asked.</param>
/// <param name="Mine">As it was typed.</param>
/// <param name="Theirs">As it is stored.</param>
/// <param name="IsMineChosen">Whether the typed text is proposed: not where it is what the page was opened with.</param>
public sealed record AnswerDifference(FormField Field, string Mine, string Theirs, bool IsMineChosen);

/// <summary>An answer that both have.</summary>
public sealed record AnswerKept(FormField Field, string Value);

/// <summary>What one typed beside what a colleague saved meanwhile.</summary>
public sealed record SectionConflict(IReadOnlyList<AnswerDifference> Differences, IReadOnlyList<AnswerKept> Same)
{
    /// <summary>Compares both, and what was typed with what the page was opened with.</summary>
    public static SectionConflict Of(FormSection form, IReadOnlyDictionary<string, string?> typed, IReadOnlyDictionary<string, string> stored, SeenAnswers seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var mine = CandidacyFormRules.Keep(form, typed);
        var fields = form.Fields.Where(field => field.Kind != FormFieldKind.File)
            .Select(field => (Field: field, Mine: mine.GetValueOrDefault(field.Key) ?? string.Empty, Theirs: stored.GetValueOrDefault(field.Key) ?? string.Empty)).ToList();
        return new SectionConflict(
            [.. fields.Where(answer => answer.Mine != answer.Theirs).Select(answer => new AnswerDifference(answer.Field, answer.Mine, answer.Theirs, seen.IsTyped(answer.Field.Key, answer.Mine)))],
            [.. fields.Where(answer => answer.Mine == answer.Theirs && answer.Mine.Length > 0).Select(answer => new AnswerKept(answer.Field, answer.Mine))]);
    }
}
