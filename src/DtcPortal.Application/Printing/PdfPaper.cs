using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace DtcPortal.Application.Printing;

/// <summary>What stands at the foot of each page.</summary>
/// <param name="Text">At its start.</param>
/// <param name="PageOf">From page number and number of pages to the words at its end.</param>
public sealed record PdfFooter(string Text, Func<int, int, string> PageOf);

/// <summary>A printed document that grows downwards: titles, paragraphs, labels with values; lines and pages break by themselves.</summary>
public sealed class PdfPaper : IDisposable
{
    private const double Margin = 56;
    private const double FooterHeight = 36;
    private const double LabelWidth = 150;
    private const double Gap = 12;
    private const double Leading = 1.35;

    private readonly PdfDocument _document = new();
    private readonly XFont _title;
    private readonly XFont _heading;
    private readonly XFont _bold;
    private readonly XFont _body;
    private readonly XFont _small;
    private XGraphics _page = null!;
    private double _y;

    /// <summary>An empty document of A4 pages.</summary>
    /// <param name="title">Its title, also in its properties.</param>
    /// <param name="language">Two-letter code.</param>
    public PdfPaper(string title, string language)
    {
        PdfFonts.Install();
        _title = new XFont(PdfFonts.Family, 17, XFontStyleEx.Bold);
        _heading = new XFont(PdfFonts.Family, 12, XFontStyleEx.Bold);
        _bold = new XFont(PdfFonts.Family, 9, XFontStyleEx.Bold);
        _body = new XFont(PdfFonts.Family, 9);
        _small = new XFont(PdfFonts.Family, 7.5);
        _document.Info.Title = title;
        _document.Info.Author = "DTC Portal";
        _document.Language = language;
        _document.Options.CompressContentStreams = true;
        AddPage();
        Write(title, _title, Margin, Width, XBrushes.Black);
        _y += 4;
    }

    private double Width => _page.PageSize.Width - (2 * Margin);

    private double Bottom => _page.PageSize.Height - Margin - FooterHeight;

    /// <summary>A line under the title.</summary>
    public void Subtitle(string text) => Write(text, _body, Margin, Width, XBrushes.DimGray);

    /// <summary>A heading that is not left alone at the end of a page.</summary>
    public void Heading(string text)
    {
        _y += 14;
        Need(60);
        Write(text, _heading, Margin, Width, XBrushes.Black);
        _page.DrawLine(XPens.LightGray, Margin, _y + 2, Margin + Width, _y + 2);
        _y += 8;
    }

    /// <summary>A paragraph; its line breaks are kept.</summary>
    public void Paragraph(string text)
    {
        Write(text, _body, Margin, Width, XBrushes.Black);
        _y += 4;
    }

    /// <summary>A label with its value beside.</summary>
    public void Pair(string label, string value)
    {
        var labels = Lines(label, _bold, LabelWidth);
        var values = Lines(value, _body, Width - LabelWidth - Gap);
        var height = _body.Size * Leading;
        for (var line = 0; line < Math.Max(labels.Count, values.Count); line++)
        {
            Need(height);
            Draw(labels.ElementAtOrDefault(line), _bold, Margin, XBrushes.Black);
            Draw(values.ElementAtOrDefault(line), _body, Margin + LabelWidth + Gap, XBrushes.Black);
            _y += height;
        }

        _y += 4;
    }

    /// <summary>The file's bytes, with a footer on each page.</summary>
    public byte[] ToBytes(PdfFooter footer)
    {
        ArgumentNullException.ThrowIfNull(footer);
        _page.Dispose();
        for (var number = 1; number <= _document.PageCount; number++)
        {
            using var page = XGraphics.FromPdfPage(_document.Pages[number - 1], XGraphicsPdfPageOptions.Append);
            var y = page.PageSize.Height - Margin;
            var end = footer.PageOf(number, _document.PageCount);
            page.DrawString(footer.Text, _small, XBrushes.DimGray, new XPoint(Margin, y));
            page.DrawString(end, _small, XBrushes.DimGray, new XPoint(page.PageSize.Width - Margin - page.MeasureString(end, _small).Width, y));
        }

        using var bytes = new MemoryStream();
        _document.Save(bytes);
        return bytes.ToArray();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _page.Dispose();
        _document.Dispose();
    }

    private void AddPage()
    {
        _page?.Dispose();
        var page = _document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        _page = XGraphics.FromPdfPage(page);
        _y = Margin;
    }

    private void Need(double height)
    {
        if (_y + height > Bottom)
        {
            AddPage();
        }
    }

    private void Write(string text, XFont font, double x, double width, XBrush brush)
    {
        foreach (var line in Lines(text, font, width))
        {
            Need(font.Size * Leading);
            Draw(line, font, x, brush);
            _y += font.Size * Leading;
        }
    }

    private void Draw(string? line, XFont font, double x, XBrush brush)
    {
        if (!string.IsNullOrEmpty(line))
        {
            _page.DrawString(line, font, brush, new XPoint(x, _y + font.Size));
        }
    }

    private List<string> Lines(string text, XFont font, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = string.Empty;
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, width)))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && _page.MeasureString(longer, font).Width > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                {
                    line = longer;
                }
            }

            lines.Add(line);
        }

        return lines;
    }

    // a word wider than the column, such as a long address, is cut
    private IEnumerable<string> Pieces(string word, XFont font, double width)
    {
        var rest = word;
        while (rest.Length > 1 && _page.MeasureString(rest, font).Width > width)
        {
            var length = rest.Length - 1;
            while (length > 1 && _page.MeasureString(rest[..length], font).Width > width)
            {
                length = length * 9 / 10;
            }

            length = length > 1 && char.IsHighSurrogate(rest[length - 1]) ? length - 1 : Math.Max(1, length);
            yield return rest[..length];
            rest = rest[length..];
        }

        yield return rest;
    }
}
