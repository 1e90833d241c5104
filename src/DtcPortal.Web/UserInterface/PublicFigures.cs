using DtcPortal.Application.Localization;
using DtcPortal.Application.Reporting;
using DtcPortal.Domain.Reporting;
using Microsoft.AspNetCore.Html;

namespace DtcPortal.Web.UserInterface;

/// <summary>Figures of indicators as they are shown: shares in percent, hidden ones as a word.</summary>
public static class PublicFigures
{
    /// <summary>A published cell: its figure, "hidden", or "no figure" where none is published.</summary>
    public static IHtmlContent Cell(IText text, IndicatorFacts indicator, PublicCell? cell)
    {
        ArgumentNullException.ThrowIfNull(text);
        return cell is { IsHidden: true }
            ? Markup.Around("<span class=\"none\">", text["hidden"], "</span>")
            : Markup.Around(cell?.Figure is null ? "<span class=\"none\">" : "<span class=\"figure\">", Words(text, indicator, cell?.Figure), "</span>");
    }

    /// <summary>A span's figure, made from published cells: "hidden" when one of them is.</summary>
    public static IHtmlContent Span(IText text, PublicIndicator indicator, PublicArea area, string part, ReportingPeriod from, ReportingPeriod to)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Cell(text, indicator.Indicator, indicator.Span(area, part, from, to));
    }

    /// <summary>How many of a total's centres are missing; nothing when none is.</summary>
    public static IHtmlContent? Missing(IText text, MissingCentres? centres)
    {
        ArgumentNullException.ThrowIfNull(text);
        return centres is { Missing: > 0 } ? Markup.Around("<span class=\"hint\">", text["{0} of {1} missing", centres.Missing, centres.Expected], "</span>") : null;
    }

    /// <summary>A figure in words: 12,480; 51.2 %; no figure.</summary>
    public static string Words(IText text, IndicatorFacts indicator, Figure? figure)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(indicator);
        return figure is null ? text["no figure"]
            : indicator.IsRatio ? Figures.Percent(100 * figure.Value, indicator.Decimals)
            : Figures.Number(figure.Value, indicator.Decimals);
    }

    /// <summary>What a figure is to a file: its value, a share in percent with the indicator's digits.</summary>
    public static decimal? Plain(IndicatorFacts indicator, Figure? figure)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return figure is null ? null
            : indicator.IsRatio ? decimal.Round(100 * figure.Value, indicator.Decimals, MidpointRounding.AwayFromZero)
            : figure.Value;
    }
}
