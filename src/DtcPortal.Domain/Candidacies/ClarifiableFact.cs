using DtcPortal.Domain.Calls;

namespace DtcPortal.Domain.Candidacies;

/// <summary>A fact of the form that shows a minimum qualification; a clarification may reopen it.</summary>
/// <param name="Section">Code of its section.</param>
/// <param name="Field">What is asked.</param>
/// <param name="Qualifications">Codes of the qualifications that it shows.</param>
public sealed record ClarifiableFact(string Section, FormField Field, IReadOnlyList<string> Qualifications)
{
    /// <summary>Section and key, as a clarification names it.</summary>
    public string Key => $"{Section}/{Field.Key}";

    /// <summary>The facts of a call that a clarification may reopen, in the order of the form: never an answer that is scored (product.md 5).</summary>
    public static IReadOnlyList<ClarifiableFact> Of(CandidacyForm form, IEnumerable<(string Code, IReadOnlyList<string> Fields)> qualifications)
    {
        var byField = qualifications.SelectMany(qualification => qualification.Fields.Select(field => (field, qualification.Code))).ToLookup(pair => pair.field, pair => pair.Code);
        return
        [
            .. form.Sections.SelectMany(section => section.Fields
                .Where(field => field.IsFact && byField.Contains(field.Key))
                .Select(field => new ClarifiableFact(section.Code, field, [.. byField[field.Key].Distinct()]))),
        ];
    }
}

/// <summary>What was submitted, with the facts that answers to clarifications changed.</summary>
public static class ClarifiedContent
{
    /// <summary>Joins the keys of documents in a clarification's before and after.</summary>
    public const char Between = ' ';

    /// <summary>The content as it counts: answers that are in effect, the oldest first, replace the facts they name.</summary>
    /// <param name="content">What was submitted.</param>
    /// <param name="clarifications">The candidacy's clarifications.</param>
    /// <param name="documents">Documents that answers brought; others are left out.</param>
    public static SubmittedContent Of(SubmittedContent content, IEnumerable<Clarification> clarifications, IEnumerable<SubmittedDocument> documents)
    {
        var brought = documents.ToDictionary(document => document.Id.ToString());
        foreach (var (key, value) in clarifications.Where(clarification => clarification.IsInEffect).OrderBy(clarification => clarification.AnsweredAt).SelectMany(clarification => clarification.After))
        {
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            var (section, field) = (key[..slash], key[(slash + 1)..]);
            var added = value.Split(Between).Select(brought.GetValueOrDefault).OfType<SubmittedDocument>().ToList();
            content = content with
            {
                Sections = [.. content.Sections.Select(old => old.Code == section ? Changed(old, field, value, added) : old)],
            };
        }

        return content;
    }

    private static SubmittedSection Changed(SubmittedSection section, string field, string value, List<SubmittedDocument> added)
    {
        if (added.Count > 0)
        {
            return section with { Documents = [.. section.Documents.Where(document => document.Field != field), .. added] };
        }

        var answers = section.Answers.ToDictionary();
        answers[field] = value;
        return section with { Answers = answers };
    }
}
