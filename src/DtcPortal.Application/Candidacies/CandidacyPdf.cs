using System.Globalization;
using DtcPortal.Application.Localization;
using DtcPortal.Application.Printing;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Application.Candidacies;

/// <summary>The PDF copy of what was submitted, in the reader's language, with its receipt.</summary>
public sealed class CandidacyPdf(IText text)
{
    /// <summary>The file's bytes.</summary>
    public byte[] Write(SubmittedView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (head, receipt) = (view.Head, view.Receipt);
        using var paper = new PdfPaper(text["Candidacy {0}", head.Reference], text.Language);
        paper.Subtitle(text.Of(head.CallTitle));
        paper.Heading(text["Receipt"]);
        paper.Pair(text["Receipt number"], receipt.Receipt);
        paper.Pair(text["Arrived|when"], text["{0:HH:mm:ss} UTC on {0:d MMMM yyyy}", receipt.ArrivedAt.UtcDateTime]);
        paper.Pair(text["Institution"], head.InstitutionName);
        paper.Pair(text["Country"], ReferenceCatalogue.FindCountry(view.Content.Country)?.NameIn(text.Language) ?? view.Content.Country);
        paper.Pair(text["Fingerprint (SHA-256)"], receipt.Fingerprint);
        foreach (var section in head.Form.Sections)
        {
            paper.Heading(text.Of(section.Title));
            WriteSection(paper, section, view.Content.Find(section.Code));
        }

        return paper.ToBytes(new PdfFooter(
            text["DTC Portal · candidacy {0} · receipt {1}", head.Reference, receipt.Receipt],
            (number, of) => text["Page {0} of {1}", number, of]));
    }

    private void WriteSection(PdfPaper paper, FormSection section, SubmittedSection? submitted)
    {
        var documents = (submitted?.Documents ?? []).ToLookup(document => document.Field);
        foreach (var field in section.Fields)
        {
            var answer = field.Kind == FormFieldKind.File
                ? string.Join('\n', documents[field.Key].Select(Name))
                : text.Answer(field, submitted?.Answers.GetValueOrDefault(field.Key));
            paper.Pair(text.Of(field.Label), answer.Length == 0 ? text["No answer"] : answer);
        }

        var further = documents.Where(group => section.Fields.All(field => field.Key != group.Key)).SelectMany(group => group).ToList();
        if (further.Count > 0)
        {
            paper.Pair(text["Further evidence"], string.Join('\n', further.Select(Name)));
        }
    }

    private static string Name(SubmittedDocument document) =>
        $"{document.FileName} ({(document.Bytes / 1024m).ToString("#,0", CultureInfo.CurrentCulture)} kB, SHA-256 {document.Sha256[..12]}…)";
}
