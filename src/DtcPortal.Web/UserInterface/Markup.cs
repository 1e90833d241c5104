using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace DtcPortal.Web.UserInterface;

/// <summary>A piece of markup that is written when the page is: constants as they are, texts encoded.</summary>
internal sealed class Markup(Action<TextWriter, HtmlEncoder> write) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => write(writer, encoder);

    /// <summary>A text between two constants.</summary>
    public static Markup Around(string before, string? text, string after) => new((writer, encoder) =>
    {
        writer.Write(before);
        encoder.Encode(writer, text ?? string.Empty);
        writer.Write(after);
    });
}
