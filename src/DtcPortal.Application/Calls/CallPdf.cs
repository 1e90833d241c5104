using System.Globalization;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Printing;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;

namespace DtcPortal.Application.Calls;

/// <summary>A published call as a document to print or pass on, in the reader's language.</summary>
public sealed class CallPdf(IText text)
{
    /// <summary>The file's bytes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="deadline">The deadline in words, with its zone and in UTC.</param>
    /// <param name="regionOf">The name of a country's region.</param>
    /// <param name="madeOn">The day on which the file is made, in words.</param>
    public byte[] Write(PublicCall call, string deadline, Func<PublicCountry, string> regionOf, string madeOn)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(regionOf);
        var title = text.Of(call.Summary.Title);
        using var paper = new PdfPaper(title, text.Language);
        paper.Subtitle($"{text["Deadline"]}: {deadline}");
        foreach (var amendment in call.Amendments)
        {
            paper.Paragraph($"{text["Amendment {0}, {1}.", amendment.Number, amendment.AgreedAt.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)]} {text.Of(amendment.Text)}");
        }

        paper.Paragraph(text.Of(call.Text));
        Qualifications(paper, call);
        Criteria(paper, call);
        Form(paper, call);
        Countries(paper, call, regionOf);
        paper.Heading(text["Whom to ask"]);
        paper.Paragraph($"{call.ContactName}, {call.ContactEmail}");
        paper.Pair(text["On paper or by mail"], call.PostalAddress);
        Questions(paper, call);
        return paper.ToBytes(new PdfFooter($"{title} · {text["as of {0}", madeOn]}", (number, of) => text["Page {0} of {1}", number, of]));
    }

    private void Qualifications(PdfPaper paper, PublicCall call)
    {
        paper.Heading(text["Who may apply"]);
        paper.Paragraph(text["Qualification is at the parties’ discretion."]);
        foreach (var qualification in call.Qualifications)
        {
            paper.Pair(qualification.Code, $"{text.Of(qualification.Text)}\n{text["How you show it"]}: {text.Of(qualification.Evidence)}");
        }
    }

    private void Criteria(PdfPaper paper, PublicCall call)
    {
        paper.Heading(text["How candidacies are scored"]);
        paper.Paragraph(text["Reviewers of both parties give 0 to 5 on each criterion. Weights sum to 100."]);
        foreach (var criterion in call.Criteria)
        {
            var minimum = criterion.MinimumMillionths is { } least ? $", {text["min. {0}", (least / 1_000_000m).ToString("0.#", CultureInfo.CurrentCulture)]}" : string.Empty;
            paper.Pair(
                $"{criterion.Code} {text.Of(criterion.Name)} ({text["Weight"]} {criterion.Weight}{minimum})",
                string.Join('\n', criterion.Rubric.Select((anchor, score) => $"{score}: {text.Of(anchor)}").Reverse()));
        }
    }

    private void Form(PdfPaper paper, PublicCall call)
    {
        paper.Heading(text["What you will be asked"]);
        foreach (var section in call.Form.Sections)
        {
            paper.Pair(text.Of(section.Title), string.Join('\n', section.Fields.Select(field =>
                $"{text.Of(field.Label)}{(field.WordLimit is { } words ? text[", up to {0} words", words] : "")}{(field.Kind == FormFieldKind.File ? text[" (document)"] : "")}{(field.IsRequired ? "" : text[" (optional)"])}")));
        }
    }

    private void Countries(PdfPaper paper, PublicCall call, Func<PublicCountry, string> regionOf)
    {
        paper.Heading(text["Eligible countries"]);
        foreach (var region in call.Countries.Where(country => country.IsEligible).OrderBy(country => country.Region).GroupBy(regionOf))
        {
            paper.Pair(region.Key, string.Join(", ", region.Select(country => ReferenceCatalogue.FindCountry(country.Code)?.NameIn(text.Language) ?? country.Code).Order(StringComparer.CurrentCulture)));
        }
    }

    private void Questions(PdfPaper paper, PublicCall call)
    {
        if (call.Questions.Count == 0)
        {
            return;
        }

        paper.Heading(text["Questions and answers"]);
        foreach (var question in call.Questions)
        {
            paper.Pair(question.Text, question.Answer);
        }
    }
}
