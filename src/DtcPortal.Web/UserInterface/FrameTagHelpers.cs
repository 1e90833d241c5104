using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DtcPortal.Web.UserInterface;

/// <summary>
/// The head of a page: h1, state, a line below, and at its end the one primary action with what stands beside it.
/// <c>&lt;title-line title="…" state="@Model.State"&gt;&lt;title-sub&gt;…&lt;/title-sub&gt;&lt;a class="button" href="…"&gt;…&lt;/a&gt;&lt;/title-line&gt;</c>
/// </summary>
[HtmlTargetElement("title-line")]
public sealed class TitleLineTagHelper : TagHelper
{
    /// <summary>The h1.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>The state of what the page shows.</summary>
    public StateWord? State { get; set; }

    /// <summary>A muted line below; markup goes into a title-sub element instead.</summary>
    public string? Sub { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var sub = new TitleSub();
        context.Items[typeof(TitleSub)] = sub;
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "title-line");
        var content = output.Content.SetHtmlContent("<div><h1>").Append(Title).AppendHtml("</h1>");
        if (State is { Text.Length: > 0 } state)
        {
            content.AppendHtml(" ").AppendHtml(Ui.Tag(state));
        }

        if (sub.Content is { } markup)
        {
            content.AppendHtml("<p>").AppendHtml(markup).AppendHtml("</p>");
        }
        else if (!string.IsNullOrEmpty(Sub))
        {
            content.AppendHtml("<p>").Append(Sub).AppendHtml("</p>");
        }

        content.AppendHtml("</div>");
        if (!actions.IsEmptyOrWhiteSpace)
        {
            content.AppendHtml("<div class=\"actions\">").AppendHtml(actions).AppendHtml("</div>");
        }
    }
}

internal sealed class TitleSub
{
    public IHtmlContent? Content { get; set; }
}

/// <summary>The line under a title, with markup.</summary>
[HtmlTargetElement("title-sub", ParentTag = "title-line")]
public sealed class TitleSubTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        ((TitleSub)context.Items[typeof(TitleSub)]).Content = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

/// <summary>The way here, from the third level on: <c>&lt;crumb-trail&gt;&lt;crumb href="…" text="…" /&gt;&lt;/crumb-trail&gt;</c>.</summary>
[HtmlTargetElement("crumb-trail")]
public sealed class CrumbTrailTagHelper(IText text) : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "crumbs");
        output.Attributes.SetAttribute("aria-label", text["Where you are"]);
        output.PreContent.SetHtmlContent("<ol>");
        output.PostContent.SetHtmlContent("</ol>");
    }
}

/// <summary>One step of the way.</summary>
[HtmlTargetElement("crumb", ParentTag = "crumb-trail", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CrumbTagHelper : TagHelper
{
    /// <summary>Address.</summary>
    public string Href { get; set; } = string.Empty;

    /// <summary>Name.</summary>
    public string Text { get; set; } = string.Empty;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent("<a href=\"").Append(Href).AppendHtml("\">").Append(Text).AppendHtml("</a>");
    }
}

/// <summary>Two to four facts in a band: <c>&lt;fact-band&gt;&lt;fact label="…" value="…" note="…" /&gt;&lt;/fact-band&gt;</c>.</summary>
[HtmlTargetElement("fact-band")]
public sealed class FactBandTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "facts");
    }
}

/// <summary>One fact; its content, where there is some, stands instead of the value.</summary>
[HtmlTargetElement("fact", ParentTag = "fact-band")]
public sealed class FactTagHelper : TagHelper
{
    /// <summary>What it is.</summary>
    public string Label { get; set; } = string.Empty;

    /// <summary>The fact.</summary>
    public string? Value { get; set; }

    /// <summary>A small line below.</summary>
    public string? Note { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var inner = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var content = output.Content.SetHtmlContent("<dt>").Append(Label).AppendHtml("</dt><dd class=\"value\">");
        content = inner.IsEmptyOrWhiteSpace ? content.Append(Value ?? string.Empty) : content.AppendHtml(inner);
        content.AppendHtml("</dd>");
        if (!string.IsNullOrEmpty(Note))
        {
            content.AppendHtml("<dd class=\"note\">").Append(Note).AppendHtml("</dd>");
        }
    }
}

/// <summary>Nothing here yet: <c>&lt;empty-state title="…" next="…" href="…" action="…" /&gt;</c>.</summary>
[HtmlTargetElement("empty-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>A sentence of what is so.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>A sentence of what comes next and when.</summary>
    public string? Next { get; set; }

    /// <summary>Where the button leads.</summary>
    public string? Href { get; set; }

    /// <summary>What the button says.</summary>
    public string? Action { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        var content = output.Content.SetHtmlContent("<p><b>").Append(Title).AppendHtml("</b></p>");
        if (!string.IsNullOrEmpty(Next))
        {
            content.AppendHtml("<p>").Append(Next).AppendHtml("</p>");
        }

        if (!string.IsNullOrEmpty(Href) && !string.IsNullOrEmpty(Action))
        {
            content.AppendHtml("<a class=\"button secondary\" href=\"").Append(Href).AppendHtml("\">").Append(Action).AppendHtml("</a>");
        }
    }
}

/// <summary>A message in a box: <c>&lt;notice-box tone="Watch"&gt;&lt;p&gt;…&lt;/p&gt;&lt;a class="button" …&gt;&lt;/notice-box&gt;</c>.</summary>
[HtmlTargetElement("notice-box")]
public sealed class NoticeBoxTagHelper : TagHelper
{
    /// <summary>What it means.</summary>
    public Tone Tone { get; set; } = Tone.Info;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Tone switch
        {
            Tone.Good => "notice notice-good",
            Tone.Watch => "notice notice-watch",
            Tone.Bad => "notice notice-bad",
            _ => "notice",
        });
    }
}
