using PdfSharp.Fonts;

namespace DtcPortal.Application.Printing;

/// <summary>The fonts of printed documents: DejaVu Sans, carried with the portal (Printing/Fonts/LICENSE.txt), the same on every machine.</summary>
internal sealed class PdfFonts : IFontResolver
{
    /// <summary>The only family.</summary>
    public const string Family = "DejaVu Sans";

    private const string Plain = "DejaVuSans.ttf";
    private const string Bold = "DejaVuSans-Bold.ttf";

    private static readonly Lazy<bool> Installed = new(() =>
    {
        GlobalFontSettings.FontResolver = new PdfFonts();
        return true;
    });

    /// <summary>Tells PDFsharp, once for the process.</summary>
    public static void Install() => _ = Installed.Value;

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? Bold : Plain);

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream($"{typeof(PdfFonts).Namespace}.Fonts.{faceName}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
