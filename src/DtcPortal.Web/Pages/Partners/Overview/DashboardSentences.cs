using DtcPortal.Application.Localization;
using DtcPortal.Application.Partners;
using DtcPortal.Domain.Reporting;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Partners.Overview;

/// <summary>A sentence made from figures: words, the linked figure, words, a light.</summary>
/// <param name="Before">Words before the figure; empty for none.</param>
/// <param name="Figure">The figure with its unit.</param>
/// <param name="Address">The rows behind it.</param>
/// <param name="After">Words after it.</param>
/// <param name="Light">The light.</param>
public sealed record DashboardSentence(string Before, string Figure, string Address, string After, Light Light);

internal static class DashboardSentences
{
    private const string Women = "sex:women";

    public static IReadOnlyList<DashboardSentence> Of(IText text, Dashboard dashboard) =>
    [
        .. new[]
        {
            Trained(text, dashboard, "trained-basic", text["in training at basic level"]),
            Trained(text, dashboard, "trained-intermediate", text["in training at intermediate level"]),
            Trainers(text, dashboard),
            SelfFinancing(text, dashboard),
        }.OfType<DashboardSentence>(),
    ];

    private static DashboardSentence? Trained(IText text, Dashboard dashboard, string code, string words)
    {
        if (dashboard.Headlines.GetValueOrDefault(code) is not { } measured)
        {
            return null;
        }

        var women = dashboard.Trained.FirstOrDefault(row => row.Indicator.Code == code)?.Parts.GetValueOrDefault(Women);
        var share = women is not null && measured.Total.Total is { Value: > 0 } total ? $"; {text["women {0}", Figures.Percent(100 * women.Value / total.Value)]}" : string.Empty;
        return Sentence(dashboard, measured, string.Empty, Quantity(text, measured), $"{words}, {AgainstTarget(text, measured)}{share}.");
    }

    private static DashboardSentence? Trainers(IText text, Dashboard dashboard)
    {
        if (dashboard.Headlines.GetValueOrDefault("trainers-trained") is not { } measured)
        {
            return null;
        }

        var reached = dashboard.Headlines.GetValueOrDefault("reached-by-trainers")?.Total.Total;
        var after = reached is null ? string.Empty : $"; {text["they reached {0} people since", Figures.Number(reached.Value)]}";
        return Sentence(dashboard, measured, string.Empty, Quantity(text, measured), $"{text["trained|trainers"]}, {AgainstTarget(text, measured)}{after}.");
    }

    private static DashboardSentence? SelfFinancing(IText text, Dashboard dashboard) =>
        dashboard.Headlines.GetValueOrDefault("self-financing") is not { } measured ? null
        : measured.Total.Total is null ? Sentence(dashboard, measured, text["Centres’ own income:"], Quantity(text, measured), ".")
        : Sentence(dashboard, measured, text["Centres earn"], PublicFigures.Words(text, measured.Indicator, measured.Total.Total), $"{text["of their costs themselves"]}, {AgainstTarget(text, measured)}.");

    private static DashboardSentence Sentence(Dashboard dashboard, Measured measured, string before, string figure, string after) =>
        new(before, figure, FigureLinks.Rows(dashboard.Choice, measured.Indicator.Code), after, measured.Light);

    private static string Quantity(IText text, Measured measured) =>
        measured.IsHidden ? text["a hidden number"]
        : measured.Total.Total is null ? text["no figure"]
        : $"{PublicFigures.Words(text, measured.Indicator, measured.Total.Total)} {text.Of(measured.Indicator.Unit)}";

    private static string AgainstTarget(IText text, Measured measured)
    {
        if (measured.Percent is not { } percent || measured.Against.Target is not { } target)
        {
            return text["without a target"];
        }

        var aim = PublicFigures.Words(text, measured.Indicator, target);
        return measured.Against.Pairs < measured.Total.Approved
            ? text["{0} of the target of {1} where there is one", Figures.Percent(percent), aim]
            : text["{0} of the target of {1}", Figures.Percent(percent), aim];
    }
}
