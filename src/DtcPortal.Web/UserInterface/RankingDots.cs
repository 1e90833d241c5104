using System.Globalization;
using System.Text;
using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Html;

namespace DtcPortal.Web.UserInterface;

/// <summary>Both parties' means and the score as marks on one line from 50 to 100, and the scale in the table's head.</summary>
public static class RankingDots
{
    private const decimal From = 50;
    private const decimal To = 100;
    private const string Diamond = "<path class=\"cisco\" d=\"M0-5 5 0 0 5-5 0z\"/>";

    /// <summary>The line of one candidacy; it fills a cell of class dots-cell. What lies below 50 stands at the edge.</summary>
    public static IHtmlContent Line(IText text, decimal? itu, decimal? cisco, decimal? score, decimal? minimum)
    {
        ArgumentNullException.ThrowIfNull(text);
        var svg = new StringBuilder("<svg class=\"dots\" role=\"img\" aria-label=\"");
        svg.Append(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text["ITU {0}, Cisco {1}", Shown(itu), Shown(cisco)])).Append("\">");
        for (var at = From; at <= To; at += 10)
        {
            Upright(svg, at, null, "0", "100%");
        }

        if (minimum is { } least)
        {
            Upright(svg, least, "minimum", "0", "100%");
        }

        if (itu is { } left && cisco is { } right)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"between\" x1=\"{At(left)}\" x2=\"{At(right)}\" y1=\"50%\" y2=\"50%\"/>");
        }

        if (score is { } total)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{At(total)}\" y=\"50%\" overflow=\"visible\"><path class=\"tick\" d=\"M0-7V7\"/></svg>");
        }

        if (itu is { } filled)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"itu\" cx=\"{At(filled)}\" cy=\"50%\" r=\"4.5\"/>");
        }

        if (cisco is { } open)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{At(open)}\" y=\"50%\" overflow=\"visible\">{Diamond}</svg>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>The scale, for the head of that column.</summary>
    public static IHtmlContent Scale()
    {
        var svg = new StringBuilder("<svg class=\"dots\" aria-hidden=\"true\">");
        for (var at = From; at <= To; at += 10)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{At(at)}\" y=\"88%\">{at:0}</text>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>What the marks mean, as the items of a list of class legend.</summary>
    public static IHtmlContent Legend(IText text, decimal? minimum)
    {
        ArgumentNullException.ThrowIfNull(text);
        var content = new HtmlContentBuilder()
            .AppendHtml(Item("<circle class=\"itu\" cx=\"7\" cy=\"7\" r=\"4.5\"/>", text["ITU mean"]))
            .AppendHtml(Item($"<g transform=\"translate(7 7)\">{Diamond}</g>", text["Cisco mean"]))
            .AppendHtml(Item("<path class=\"tick\" d=\"M7 1v12\"/>", text["Score"]));
        return minimum is { } least
            ? content.AppendHtml(Item("<path class=\"between\" stroke-dasharray=\"3 3\" d=\"M7 0v14\"/>", text["Minimum {0}", Figures.Number(least)]))
            : content;
    }

    private static Markup Item(string mark, string words) => Markup.Around($"<li><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\">{mark}</svg>", words, "</li>");

    private static void Upright(StringBuilder svg, decimal at, string? name, string from, string to) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line{(name is null ? "" : $" class=\"{name}\"")} x1=\"{At(at)}\" x2=\"{At(at)}\" y1=\"{from}\" y2=\"{to}\"/>");

    private static string At(decimal points) => Ui.Number(4 + (92 * (Math.Clamp(points, From, To) - From) / (To - From))) + "%";

    private static string Shown(decimal? mean) => mean is { } value ? Figures.Number(value, 1) : "–";
}
