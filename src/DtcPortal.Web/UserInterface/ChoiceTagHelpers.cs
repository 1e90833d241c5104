using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DtcPortal.Web.UserInterface;

/// <summary>One of several answers.</summary>
/// <param name="Value">Its value in the form.</param>
/// <param name="Text">Its words.</param>
/// <param name="Hint">A line below; null for none.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>One answer of several: <c>&lt;radio-field for="Input.Kind" choices="@Model.Kinds" /&gt;</c>; for a bool? without choices Yes and No.</summary>
[HtmlTargetElement("radio-field", Attributes = "for")]
public sealed class RadioFieldTagHelper(IText text) : FieldTagHelper(text)
{
    /// <summary>The answers; without them Yes and No.</summary>
    public IEnumerable<Choice>? Choices { get; set; }

    /// <summary>Whether they stand beside each other.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc />
    protected override bool IsGroup => true;

    /// <inheritdoc />
    protected override IHtmlContent Input(string? described) =>
        ChoiceMarkup.Of("radio", Id, FullName, Choices ?? [new("true", Text["Yes"]), new("false", Text["No"])], Values, Inline || Choices is null);
}

/// <summary>Any of several answers: <c>&lt;checkboxes-field for="Input.Sources" choices="@Model.Sources" /&gt;</c>.</summary>
[HtmlTargetElement("checkboxes-field", Attributes = "for,choices")]
public sealed class CheckboxesFieldTagHelper(IText text) : FieldTagHelper(text)
{
    /// <summary>The answers.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Whether they stand beside each other.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc />
    protected override bool IsGroup => true;

    /// <inheritdoc />
    protected override IHtmlContent Input(string? described) => ChoiceMarkup.Of("checkbox", Id, FullName, Choices, Values, Inline);
}

/// <summary>One thing to tick: <c>&lt;checkbox-field for="Input.Accepted" label="…" /&gt;</c>.</summary>
[HtmlTargetElement("checkbox-field", Attributes = "for")]
public sealed class CheckboxFieldTagHelper(IText text) : FieldTagHelper(text)
{
    /// <inheritdoc />
    protected override void WriteLabel(IHtmlContentBuilder content)
    {
        // the label stands beside the box
    }

    /// <inheritdoc />
    protected override IHtmlContent Input(string? described)
    {
        var box = Element("input", described);
        box.TagRenderMode = Microsoft.AspNetCore.Mvc.Rendering.TagRenderMode.SelfClosing;
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (Values.Contains("true", StringComparer.OrdinalIgnoreCase))
        {
            box.Attributes["checked"] = "checked";
        }

        return new HtmlContentBuilder().AppendHtml("<span class=\"choice\">").AppendHtml(box)
            .AppendHtml($"<label for=\"{Id}\">").Append(Label ?? For.Metadata.GetDisplayName()).AppendHtml("</label></span>");
    }
}

internal static class ChoiceMarkup
{
    // the first one has the field's id, so that the error summary leads to it
    public static HtmlContentBuilder Of(string type, string id, string name, IEnumerable<Choice> choices, IReadOnlyCollection<string> chosen, bool inline)
    {
        var content = new HtmlContentBuilder();
        content.AppendHtml(inline ? "<div class=\"choices choices-inline\">" : "<div class=\"choices\">");
        var number = 0;
        foreach (var choice in choices)
        {
            var own = number == 0 ? id : $"{id}-{number}";
            content.AppendHtml($"<div class=\"choice\"><input type=\"{type}\" id=\"{own}\" name=\"").Append(name).AppendHtml("\" value=\"").Append(choice.Value)
                .AppendHtml(chosen.Contains(choice.Value, StringComparer.OrdinalIgnoreCase) ? "\" checked" : "\"")
                .AppendHtml(choice.Hint is null ? ">" : $" aria-describedby=\"{own}-more\">")
                .AppendHtml($"<label for=\"{own}\">").Append(choice.Text).AppendHtml("</label>");
            if (choice.Hint is not null)
            {
                content.AppendHtml($"<span class=\"hint\" id=\"{own}-more\">").Append(choice.Hint).AppendHtml("</span>");
            }

            content.AppendHtml("</div>");
            number++;
        }

        content.AppendHtml("</div>");
        return content;
    }
}
