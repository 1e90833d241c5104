using System.Globalization;
using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DtcPortal.Web.UserInterface;

/// <summary>One line of text, a mail address, a password, a date: <c>&lt;text-field for="Input.Email" type="email" autocomplete="email" /&gt;</c>.</summary>
[HtmlTargetElement("text-field", Attributes = "for")]
public sealed class TextFieldTagHelper(IText text) : FieldTagHelper(text)
{
    /// <summary>The input's type: text, email, password, date, time, url, tel, search.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The keyboard of a phone.</summary>
    public string? Inputmode { get; set; }

    /// <summary>Most characters.</summary>
    public int? Maxlength { get; set; }

    /// <summary>A class of the input: short, medium.</summary>
    public string? Size { get; set; }

    /// <summary>What the browser offers while one types; other words may be typed too.</summary>
    public IEnumerable<string>? Datalist { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Input(string? described)
    {
        var input = Element("input", described);
        Set(input, "list", Datalist is null ? null : $"{Id}-list");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Type;
        Set(input, "value", Type == "password" ? null : Value);
        Set(input, "autocomplete", Autocomplete);
        Set(input, "inputmode", Inputmode);
        Set(input, "maxlength", Maxlength?.ToString(CultureInfo.InvariantCulture));
        Set(input, "class", Size ?? (Type is "date" or "time" ? "medium" : null));
        return Datalist is null ? input : new HtmlContentBuilder().AppendHtml(input).AppendHtml(Offered(Datalist));
    }

    private HtmlContentBuilder Offered(IEnumerable<string> words)
    {
        var list = new HtmlContentBuilder();
        list.AppendHtml($"<datalist id=\"{Id}-list\">");
        foreach (var word in words)
        {
            list.AppendHtml("<option value=\"").Append(word).AppendHtml("\"></option>");
        }

        list.AppendHtml("</datalist>");
        return list;
    }
}

/// <summary>A number with its unit in a box: <c>&lt;number-field for="Input.Bandwidth" unit="Mbit/s" /&gt;</c>. Takes 1.5 and 1,5; PlainNumberBinder reads it.</summary>
[HtmlTargetElement("number-field", Attributes = "for")]
public sealed class NumberFieldTagHelper(IText text) : FieldTagHelper(text)
{
    /// <summary>The unit.</summary>
    public string? Unit { get; set; }

    /// <inheritdoc />
    protected override string? AlsoDescribed => string.IsNullOrEmpty(Unit) ? null : $"{Id}-unit";

    /// <inheritdoc />
    protected override IHtmlContent Input(string? described)
    {
        var input = Element("input", described);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "text";
        input.Attributes["inputmode"] = PlainNumberBinder.IsWhole(For.Metadata.UnderlyingOrModelType) ? "numeric" : "decimal";
        input.Attributes["autocomplete"] = "off";
        Set(input, "value", Value);
        if (string.IsNullOrEmpty(Unit))
        {
            Set(input, "class", "short");
            return input;
        }

        return new HtmlContentBuilder().AppendHtml("<span class=\"with-unit\">").AppendHtml(input)
            .AppendHtml($"<span id=\"{Id}-unit\">").Append(Unit).AppendHtml("</span></span>");
    }
}

/// <summary>Several lines, with a limit in words: <c>&lt;text-area-field for="Input.Narrative" words="300" rows="8" /&gt;</c>.</summary>
[HtmlTargetElement("text-area-field", Attributes = "for")]
public sealed class TextAreaFieldTagHelper(IText text) : FieldTagHelper(text)
{
    /// <summary>Most words.</summary>
    public int? Words { get; set; }

    /// <summary>Lines shown at first.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>Most characters.</summary>
    public int? Maxlength { get; set; }

    /// <summary>A line below at its start; with a word limit that limit, unless given.</summary>
    public string? Note { get; set; }

    /// <inheritdoc />
    protected override string? AlsoDescribed => Words is null ? null : $"{Id}-words";

    /// <inheritdoc />
    protected override IHtmlContent Input(string? described)
    {
        var area = Element("textarea", described);
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        Set(area, "maxlength", Maxlength?.ToString(CultureInfo.InvariantCulture));
        // the first line break of a textarea is swallowed by browsers
        area.InnerHtml.Append("\n" + Value);
        if (Words is not { } most)
        {
            return string.IsNullOrEmpty(Note)
                ? area
                : new HtmlContentBuilder().AppendHtml(area).AppendHtml("<div class=\"under-field\"><span>").Append(Note).AppendHtml("</span></div>");
        }

        var left = most - CountWords(Value);
        area.Attributes["data-words"] = most.ToString(CultureInfo.InvariantCulture);
        area.Attributes["data-words-output"] = $"{Id}-left";
        area.Attributes["data-text-left-one"] = Text["{0} word left", "{0}"];
        area.Attributes["data-text-left"] = Text["{0} words left", "{0}"];
        area.Attributes["data-text-over-one"] = Text["{0} word too many", "{0}"];
        area.Attributes["data-text-over"] = Text["{0} words too many", "{0}"];
        return new HtmlContentBuilder().AppendHtml(area)
            .AppendHtml($"<div class=\"under-field\"><span id=\"{Id}-words\">").Append(Note ?? Text["Most {0} words", most])
            .AppendHtml($"</span><b id=\"{Id}-left\"{(left < 0 ? " class=\"words-over\"" : "")}>")
            .Append(left < 0 ? Text.Plural(-left, "{0} word too many", "{0} words too many") : Text.Plural(left, "{0} word left", "{0} words left"))
            .AppendHtml("</b></div>");
    }

    private static int CountWords(string? value) => value?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length ?? 0;
}

/// <summary>A choice from a list: <c>&lt;select-field for="Input.Country" items="@Model.Countries" empty="@T["Choose"]" /&gt;</c>.</summary>
[HtmlTargetElement("select-field", Attributes = "for,items")]
public sealed class SelectFieldTagHelper(IText text) : FieldTagHelper(text)
{
    /// <summary>What can be chosen.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Words of the first entry, which chooses nothing; null leaves it out.</summary>
    public string? Empty { get; set; }

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Input(string? described)
    {
        var select = Element("select", described);
        Set(select, "autocomplete", Autocomplete);
        select.AddCssClass("medium");
        if (Empty is not null)
        {
            select.InnerHtml.AppendHtml("<option value=\"\">").Append(Empty).AppendHtml("</option>");
        }

        var chosen = Values;
        foreach (var group in Items.GroupBy(item => item.Group?.Name))
        {
            if (group.Key is not null)
            {
                select.InnerHtml.AppendHtml("<optgroup label=\"").Append(group.Key).AppendHtml("\">");
            }

            foreach (var item in group)
            {
                select.InnerHtml.AppendHtml("<option value=\"").Append(item.Value ?? item.Text)
                    .AppendHtml(chosen.Contains(item.Value ?? item.Text) || (chosen.Count == 0 && item.Selected) ? "\" selected>" : "\">").Append(item.Text).AppendHtml("</option>");
            }

            if (group.Key is not null)
            {
                select.InnerHtml.AppendHtml("</optgroup>");
            }
        }

        return select;
    }
}

/// <summary>A document to send: <c>&lt;file-field for="Input.File" accept=".pdf,.docx" /&gt;</c>; the form needs enctype="multipart/form-data".</summary>
[HtmlTargetElement("file-field", Attributes = "for")]
public sealed class FileFieldTagHelper(IText text) : FieldTagHelper(text)
{
    /// <summary>Kinds of files that are offered.</summary>
    public string? Accept { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Input(string? described)
    {
        var input = Element("input", described);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "file";
        Set(input, "accept", Accept);
        return input;
    }
}
