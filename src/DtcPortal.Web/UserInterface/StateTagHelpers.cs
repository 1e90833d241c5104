using DtcPortal.Application.Localization;
using DtcPortal.Domain.Reporting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DtcPortal.Web.UserInterface;

/// <summary>A state tag: <c>&lt;state-tag tone="Good" text="@T["Open|state"]" /&gt;</c> or <c>&lt;state-tag state="@Model.State" /&gt;</c>.</summary>
[HtmlTargetElement("state-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTagTagHelper : TagHelper
{
    /// <summary>What it means.</summary>
    public Tone Tone { get; set; }

    /// <summary>The word.</summary>
    public string? Text { get; set; }

    /// <summary>Both at once.</summary>
    public StateWord? State { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        if (State is { } state)
        {
            (Tone, Text) = (state.Tone, state.Text);
        }

        if (!string.IsNullOrEmpty(Text))
        {
            output.Content.SetHtmlContent(Ui.Tag(Tone, Text));
        }
    }
}

/// <summary>A traffic light: <c>&lt;kpi-light light="@row.Light" percent="@row.Percent" /&gt;</c>.</summary>
[HtmlTargetElement("kpi-light", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LightTagHelper(IText text) : TagHelper
{
    /// <summary>The light.</summary>
    public Light Light { get; set; }

    /// <summary>Percent of the target; null leaves it out.</summary>
    public decimal? Percent { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Ui.Light(text, Light, Percent));
    }
}

/// <summary>A figure with its unit, "no figure" without one: <c>&lt;figure-value value="@row.Value" unit="@T["people"]" /&gt;</c>.</summary>
[HtmlTargetElement("figure-value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FigureTagHelper(IText text) : TagHelper
{
    /// <summary>The number; null when there is none.</summary>
    public decimal? Value { get; set; }

    /// <summary>Its unit.</summary>
    public string? Unit { get; set; }

    /// <summary>Places after the point.</summary>
    public int Decimals { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Ui.Figure(text, Value, Unit, Decimals));
    }
}

/// <summary>How an instant is shown.</summary>
public enum InstantForm
{
    /// <summary>In the reader's zone, in UTC, and how far away.</summary>
    Full,

    /// <summary>In the reader's zone only.</summary>
    Absolute,

    /// <summary>14:32 today, or the day.</summary>
    Brief,

    /// <summary>The day only.</summary>
    Day,
}

/// <summary>An instant: <c>&lt;instant at="@Model.Deadline" /&gt;</c> shows "23:59 on 30 November 2026 (Nairobi) · 20:59 UTC · in 6 days".</summary>
[HtmlTargetElement("instant", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InstantTagHelper(Moments moments) : TagHelper
{
    /// <summary>The instant; nothing is shown for null.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>How it is shown.</summary>
    public InstantForm Form { get; set; }

    /// <summary>Another zone than the reader's.</summary>
    public TimeZoneInfo? Zone { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (At is not { } at)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        output.Content.SetContent(Form switch
        {
            InstantForm.Absolute => moments.Absolute(at, Zone),
            InstantForm.Brief => moments.Brief(at),
            InstantForm.Day => moments.Day(at),
            _ => moments.Full(at, Zone),
        });
    }
}
