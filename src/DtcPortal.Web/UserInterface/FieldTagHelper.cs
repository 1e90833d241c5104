using System.Globalization;
using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DtcPortal.Web.UserInterface;

/// <summary>A field of a form: label, hint, what is wrong, then the input, each told to assistive technology.</summary>
public abstract class FieldTagHelper(IText text) : TagHelper
{
    /// <summary>The bound property, such as Input.Name.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The label; without it the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>What the error summary calls it, where the label alone does not say which of several it is.</summary>
    public string? ToldAs { get; set; }

    /// <summary>A line between label and input.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether it may stay empty, which the label then says.</summary>
    public bool Optional { get; set; }

    /// <summary>Another name in the form than the property's, for fields of a list.</summary>
    public string? Name { get; set; }

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The page's texts.</summary>
    protected IText Text { get; } = text;

    /// <summary>The name in the form.</summary>
    protected string FullName => Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The input's id, to which the error summary leads.</summary>
    protected string Id => FieldIds.Of(FullName);

    /// <summary>What is wrong with the value; null when nothing is.</summary>
    protected string? Error => Entry is { Errors.Count: > 0 } entry ? entry.Errors[0].ErrorMessage : null;

    /// <summary>Whether a group of inputs has a legend rather than a label.</summary>
    protected virtual bool IsGroup => false;

    private ModelStateEntry? Entry => ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) ? entry : null;

    /// <summary>What was typed, else the value.</summary>
    protected virtual string? Value => Entry?.AttemptedValue ?? Format(For.Model);

    /// <summary>All that was chosen, else the values.</summary>
    protected IReadOnlyCollection<string> Values => Entry?.RawValue switch
    {
        string[] many => many,
        string one => [one],
        _ when Entry?.AttemptedValue is { } attempted => [attempted],
        _ when For.Model is System.Collections.IEnumerable list and not string => [.. list.Cast<object>().Select(item => Format(item) ?? string.Empty)],
        _ => Format(For.Model) is { } single ? [single] : [],
    };

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var child = await output.GetChildContentAsync();
        output.TagName = IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var error = Error;
        var css = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", $"field{(error is null ? "" : " has-error")}{(css is null ? "" : " " + css)}");
        var described = Described(error);
        if (IsGroup && described is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        FieldLabels.Remember(ViewContext.HttpContext, FullName, ToldAs ?? Label ?? For.Metadata.GetDisplayName());
        output.Content.SetHtmlContent(string.Empty);
        WriteLabel(output.Content);
        if (!string.IsNullOrEmpty(Hint))
        {
            output.Content.AppendHtml($"<span class=\"hint\" id=\"{Id}-hint\">").Append(Hint).AppendHtml("</span>");
        }

        if (error is not null)
        {
            output.Content.AppendHtml($"<span class=\"error\" id=\"{Id}-error\"><span class=\"visually-hidden\">").Append(Text["Error:"]).AppendHtml("</span> ").Append(error).AppendHtml("</span>");
        }

        output.Content.AppendHtml(Input(described));
        output.Content.AppendHtml(child);
    }

    /// <summary>The input itself.</summary>
    /// <param name="described">Ids of what describes it; null for none.</param>
    protected abstract IHtmlContent Input(string? described);

    /// <summary>Ids besides hint and error.</summary>
    protected virtual string? AlsoDescribed => null;

    /// <summary>An element with the field's name, id and what describes it.</summary>
    protected TagBuilder Element(string tag, string? described)
    {
        var element = new TagBuilder(tag);
        element.Attributes["id"] = Id;
        element.Attributes["name"] = FullName;
        Set(element, "aria-describedby", described);
        Set(element, "aria-invalid", Error is null ? null : "true");
        return element;
    }

    /// <summary>Sets an attribute unless it is null.</summary>
    protected static void Set(TagBuilder element, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(element);
        if (value is not null)
        {
            element.Attributes[name] = value;
        }
    }

    /// <summary>A value as it stands in a form.</summary>
    protected static string? Format(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Enum member => member.ToString(),
        decimal number => number.ToString("0.############", CultureInfo.CurrentCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };

    /// <summary>Writes the label, or the legend of a group.</summary>
    protected virtual void WriteLabel(IHtmlContentBuilder content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.AppendHtml(IsGroup ? "<legend>" : $"<label for=\"{Id}\">").Append(Label ?? For.Metadata.GetDisplayName());
        if (Optional)
        {
            content.AppendHtml(" <span class=\"optional\">").Append(Text["(optional)"]).AppendHtml("</span>");
        }

        content.AppendHtml(IsGroup ? "</legend>" : "</label>");
    }

    private string? Described(string? error)
    {
        var ids = new[] { string.IsNullOrEmpty(Hint) ? null : $"{Id}-hint", error is null ? null : $"{Id}-error", AlsoDescribed }.Where(id => id is not null);
        var joined = string.Join(' ', ids);
        return joined.Length == 0 ? null : joined;
    }
}

/// <summary>Labels of the fields of a page, for the error summary above them.</summary>
public static class FieldLabels
{
    private static readonly object Key = new();

    /// <summary>Says a field where it is written, with its label unless its messages say what they speak of; a field of a tag helper does so by itself.</summary>
    public static void Remember(HttpContext context, string name, string? label = null) => Of(context).TryAdd(name, (label, Of(context).Count));

    internal static string? Find(HttpContext context, string name) => Of(context).TryGetValue(name, out var field) ? field.Label : null;

    /// <summary>Its place among the page's fields; those that said no label come last.</summary>
    internal static int PlaceOf(HttpContext context, string name) => Of(context).TryGetValue(name, out var field) ? field.Place : int.MaxValue;

    private static Dictionary<string, (string? Label, int Place)> Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[Key] is not Dictionary<string, (string? Label, int Place)> labels)
        {
            context.Items[Key] = labels = new Dictionary<string, (string? Label, int Place)>(StringComparer.OrdinalIgnoreCase);
        }

        return labels;
    }
}

/// <summary>Ids of fields.</summary>
public static class FieldIds
{
    /// <summary>The id of the field with that name: Input.Rows[2].Value becomes Input_Rows_2__Value.</summary>
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
