using DtcPortal.Application.Localization;
using DtcPortal.Application.Printing;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Common;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Committee.SignSelection;

/// <summary>What is signed of a selection, as a document, in the reader's language.</summary>
internal static class SelectionPdf
{
    public static byte[] Write(IText text, Moments moments, SigningView sheet, string title, Func<string, string?, string> nameOf)
    {
        using var paper = new PdfPaper(title, text.Language);
        paper.Subtitle($"{text["Version {0}", sheet.Number]} · {moments.Absolute(sheet.MadeAt)}");
        foreach (var group in sheet.Lines.GroupBy(line => line.Label))
        {
            paper.Heading(text[group.Key]);
            foreach (var line in group)
            {
                var value = text.SignedValue(moments, line.Label, line.Value).Replace("; ", "\n", StringComparison.Ordinal);
                paper.Pair(nameOf(line.Label, line.Subject), line.Reason is null ? value : $"{value}\n{text["Reason"]}: {line.Reason}");
            }
        }

        paper.Heading(text["Signatures"]);
        foreach (var party in Enum.GetValues<Party>())
        {
            paper.Pair(text.Of(party), sheet.SignatureOf(party) is { } signature ? $"{signature.SignerName}\n{moments.Absolute(signature.SignedAt)}" : text["Not signed"]);
        }

        paper.Pair(text["Fingerprint (SHA-256)"], sheet.Fingerprint);
        return paper.ToBytes(new PdfFooter($"{title} · {text["Version {0}", sheet.Number]}", (number, of) => text["Page {0} of {1}", number, of]));
    }
}
