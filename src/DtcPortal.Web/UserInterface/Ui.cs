using System.Globalization;
using System.Text.Encodings.Web;
using DtcPortal.Application.Localization;
using DtcPortal.Domain.Reporting;
using Microsoft.AspNetCore.Html;

namespace DtcPortal.Web.UserInterface;

/// <summary>Pieces that cost next to nothing, for the rows of long tables.</summary>
public static class Ui
{
    /// <summary>A state tag.</summary>
    public static IHtmlContent Tag(Tone tone, string text) => Markup.Around(TagStart(tone), text, "</span>");

    /// <summary>A state tag.</summary>
    public static IHtmlContent Tag(StateWord state) => Tag(state.Tone, state.Text);

    /// <summary>A small bordered word beside a name, such as "ITU present".</summary>
    public static IHtmlContent Flag(string text) => Markup.Around("<span class=\"flag\">", text, "</span>");

    /// <summary>A traffic light: a shape, the percentage and a word.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="light">The light.</param>
    /// <param name="percent">Percent of the target; null leaves it out.</param>
    public static IHtmlContent Light(IText text, Light light, decimal? percent = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = percent is { } value && light != Domain.Reporting.Light.None ? $"{Figures.Percent(value)} {Word(text, light)}" : Word(text, light);
        return Markup.Around($"<span class=\"light light-{Name(light)}\">{Shape(light)}<span>", words, "</span></span>");
    }

    /// <summary>The word of a light.</summary>
    public static string Word(IText text, Light light)
    {
        ArgumentNullException.ThrowIfNull(text);
        return light switch
        {
            Domain.Reporting.Light.Good => text["On target"],
            Domain.Reporting.Light.Watch => text["Watch|light"],
            Domain.Reporting.Light.Bad => text["Below|light"],
            _ => text["No target"],
        };
    }

    /// <summary>How much of something is done, as a bar; its figures stand beside it.</summary>
    public static IHtmlContent Meter(decimal done, decimal whole)
    {
        var share = whole <= 0 ? 0 : Math.Clamp(100 * done / whole, 0, 100);
        return new HtmlString(
            $"<svg class=\"meter\" aria-hidden=\"true\"><rect width=\"100%\" height=\"8\" rx=\"4\"/><rect class=\"fill{(share >= 100 ? " full" : "")}\" width=\"{Number(share)}%\" height=\"8\" rx=\"4\"/></svg>");
    }

    /// <summary>A weight as a bar beside its figure.</summary>
    public static IHtmlContent Weight(decimal weight, decimal heaviest)
    {
        var share = heaviest <= 0 ? 0 : Math.Clamp(100 * weight / heaviest, 0, 100);
        return new HtmlString($"<svg class=\"meter meter-weight\" aria-hidden=\"true\"><rect class=\"fill\" width=\"{Number(share)}%\" height=\"8\" rx=\"1\"/></svg>");
    }

    /// <summary>The order in which a seat was given.</summary>
    public static IHtmlContent SeatNumber(int number) => new HtmlString(string.Create(CultureInfo.InvariantCulture, $"<span class=\"seat-number\">{number}</span>"));

    /// <summary>A place on a region's waitlist: w1, w2.</summary>
    public static IHtmlContent WaitlistPlace(int number) => new HtmlString(string.Create(CultureInfo.InvariantCulture, $"<span class=\"seat-number waiting\">w{number}</span>"));

    /// <summary>A figure with its unit, or "no figure" when there is none.</summary>
    public static IHtmlContent Figure(IText text, decimal? value, string? unit = null, int decimals = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (value is not { } number)
        {
            return Markup.Around("<span class=\"none\">", text["no figure"], "</span>");
        }

        var figure = Figures.Number(number, decimals);
        return unit is null
            ? Markup.Around("<span class=\"figure\">", figure, "</span>")
            : Markup.Around($"<span class=\"figure\">{HtmlEncoder.Default.Encode(figure)}</span> <span class=\"unit\">", unit, "</span>");
    }

    internal static string TagStart(Tone tone) => tone switch
    {
        Tone.Info => "<span class=\"tag tag-info\">",
        Tone.Good => "<span class=\"tag tag-good\">",
        Tone.Watch => "<span class=\"tag tag-watch\">",
        Tone.Bad => "<span class=\"tag tag-bad\">",
        _ => "<span class=\"tag\">",
    };

    internal static string Shape(Light light) => light switch
    {
        Domain.Reporting.Light.Good => "<svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><circle cx=\"5\" cy=\"5\" r=\"4.5\"/></svg>",
        Domain.Reporting.Light.Watch => "<svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><path d=\"M5 .5 10 9.5H0z\"/></svg>",
        Domain.Reporting.Light.Bad => "<svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><path d=\"M.5 .5h9v9h-9z\"/></svg>",
        _ => string.Empty,
    };

    internal static string Name(Light light) => light switch
    {
        Domain.Reporting.Light.Good => "on-target",
        Domain.Reporting.Light.Watch => "watch",
        Domain.Reporting.Light.Bad => "below",
        _ => "none",
    };

    internal static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
