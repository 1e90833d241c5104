using System.Text.Encodings.Web;
using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DtcPortal.Web.UserInterface;

/// <summary>All that is wrong with a form, each a link to its field; nothing when all is well: <c>&lt;error-summary note="…" /&gt;</c>.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IText text) : TagHelper
{
    /// <summary>Another title than the number of problems.</summary>
    public string? Title { get; set; }

    /// <summary>A line below, such as "What you wrote is saved."</summary>
    public string? Note { get; set; }

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var problems = ViewContext.ViewData.ModelState
            .Where(pair => pair.Value?.ValidationState == ModelValidationState.Invalid)
            .SelectMany(pair => pair.Value!.Errors.Select(error => (pair.Key, error.ErrorMessage)))
            .Distinct()
            .ToList();
        if (problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        var content = output.Content.SetHtmlContent("<h2 id=\"error-summary-title\">")
            .Append(Title ?? text.Plural(problems.Count, "There is {0} problem", "There are {0} problems"))
            .AppendHtml("</h2><ul>")
            .AppendHtml(new Markup((writer, encoder) => Write(writer, encoder, problems)));
        content.AppendHtml("</ul>");
        if (!string.IsNullOrEmpty(Note))
        {
            content.AppendHtml("<p>").Append(Note).AppendHtml("</p>");
        }
    }

    // written when the page is, after the fields below have said their labels, and in their order
    private void Write(TextWriter writer, HtmlEncoder encoder, IEnumerable<(string Key, string Message)> problems)
    {
        var context = ViewContext.HttpContext;
        foreach (var (key, message) in problems.OrderBy(problem => problem.Key.Length == 0 ? -1 : FieldLabels.PlaceOf(context, problem.Key)))
        {
            writer.Write(key.Length == 0 ? "<li><b class=\"bad\">" : $"<li><a href=\"#{FieldIds.Of(key)}\">");
            encoder.Encode(writer, FieldLabels.Find(context, key) is not { } label ? message : label.EndsWith('?') ? $"{label} {message}" : text["{0}: {1}", label, message]);
            writer.Write(key.Length == 0 ? "</b></li>" : "</a></li>");
        }
    }
}

/// <summary>
/// A form that saves itself while one writes: <c>&lt;form method="post" autosave="@Model.AutosaveAddress"&gt;</c>. Its hidden version carries data-version;
/// the page loads js/autosave.js. The handler answers JSON {version, savedAt}, or 400 {message}, 409, 401.
/// </summary>
[HtmlTargetElement("form", Attributes = AutosaveName)]
public sealed class AutosaveFormTagHelper(IText text) : TagHelper
{
    private const string AutosaveName = "autosave";

    /// <summary>Where it is sent.</summary>
    [HtmlAttributeName(AutosaveName)]
    public string Autosave { get; set; } = string.Empty;

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var attributes = output.Attributes;
        attributes.SetAttribute("data-autosave", Autosave);
        attributes.SetAttribute("data-autosave-owner", ViewContext.HttpContext.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value ?? string.Empty);
        attributes.SetAttribute("data-sign-in-url", "/account/sign-in?returnUrl=" + Uri.EscapeDataString(ViewContext.HttpContext.Request.Path));
        attributes.SetAttribute("data-text-saving", text["Saving…"]);
        attributes.SetAttribute("data-text-saved", text["Saved {0}", "{0}"]);
        attributes.SetAttribute("data-text-offline", text["Not saved: no connection. Your text is kept on this device"]);
        attributes.SetAttribute("data-text-failed", text["Not saved: the portal did not answer as it should. Your text is kept on this device"]);
        attributes.SetAttribute("data-text-refused", text["Not saved: see what is wrong below. Your text is kept on this device"]);
        attributes.SetAttribute("data-text-signed-out", text["Not saved: you are signed out. Your text is kept on this device."]);
        attributes.SetAttribute("data-text-sign-in", text["Sign in"]);
        attributes.SetAttribute("data-text-changed", text["Not saved: somebody changed this meanwhile. Your text is kept."]);
        attributes.SetAttribute("data-text-compare", text["Compare both"]);
        attributes.SetAttribute("data-text-restored", text["Text kept on this device was put back; it is not saved yet"]);
    }
}

/// <summary>The bar at the foot of a form: buttons, and at its end when it was saved. <c>&lt;sticky-bar saved-at="@Model.SavedAt"&gt;…&lt;/sticky-bar&gt;</c></summary>
[HtmlTargetElement("sticky-bar")]
public sealed class StickyBarTagHelper(Moments moments) : TagHelper
{
    /// <summary>When it was saved last; null when never.</summary>
    public DateTimeOffset? SavedAt { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "sticky");
        output.PostContent.SetHtmlContent(SavedAt is null ? "<p class=\"saved\" role=\"status\">" : "<p class=\"saved\" role=\"status\" data-state=\"saved\">")
            .Append(SavedAt is { } at ? moments.Saved(at) : string.Empty)
            .AppendHtml("</p>");
    }
}

/// <summary>
/// A part that opens by itself where something in it is wrong or was typed: <c>&lt;details open-for="Question,DueOn"&gt;</c>, so that a link of
/// the error summary never leads into a closed one.
/// </summary>
[HtmlTargetElement("details", Attributes = OpenForName)]
public sealed class DetailsTagHelper : TagHelper
{
    private const string OpenForName = "open-for";

    /// <summary>Names of its fields, with commas between them.</summary>
    [HtmlAttributeName(OpenForName)]
    public string OpenFor { get; set; } = string.Empty;

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (OpenFor.Split(',').Any(IsTypedOrWrong))
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("open", null, HtmlAttributeValueStyle.Minimized));
        }
    }

    private bool IsTypedOrWrong(string field) =>
        ViewContext.ViewData.ModelState.TryGetValue(field, out var entry) && (entry.Errors.Count > 0 || !string.IsNullOrEmpty(entry.AttemptedValue));
}
