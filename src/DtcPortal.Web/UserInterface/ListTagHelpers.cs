using System.Globalization;
using DtcPortal.Application.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DtcPortal.Web.UserInterface;

/// <summary>Pages of a list, the rest of the address kept; the page stands in the address as p. <c>&lt;pager-line number="2" pages="9" total="213" size="25" /&gt;</c></summary>
[HtmlTargetElement("pager-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IText text) : TagHelper
{
    /// <summary>The query parameter.</summary>
    public const string Parameter = "p";

    /// <summary>This page, from 1.</summary>
    public int Number { get; set; }

    /// <summary>How many there are.</summary>
    public int Pages { get; set; }

    /// <summary>Rows of all pages.</summary>
    public int Total { get; set; }

    /// <summary>Rows a page.</summary>
    public int Size { get; set; }

    /// <summary>The request.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", text["Pages of the list"]);
        var first = ((Number - 1) * Size) + 1;
        var content = output.Content.SetHtmlContent("<p>")
            .Append(text["{0} to {1} of {2}", Figures.Number(first), Figures.Number(Math.Min(Total, first + Size - 1)), Figures.Number(Total)])
            .AppendHtml("</p><ul>");
        if (Number > 1)
        {
            Link(content, Number - 1, text["Previous|page"], "prev");
        }

        var last = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(page => page == 1 || page == Pages || Math.Abs(page - Number) <= 1))
        {
            if (page > last + 1)
            {
                content.AppendHtml("<li><span>…</span></li>");
            }

            Link(content, page, page.ToString(CultureInfo.CurrentCulture), null);
            last = page;
        }

        if (Number < Pages)
        {
            Link(content, Number + 1, text["Next|page"], "next");
        }

        content.AppendHtml("</ul>");
    }

    private void Link(IHtmlContentBuilder content, int page, string words, string? relation)
    {
        if (page == Number)
        {
            content.AppendHtml("<li><span aria-current=\"page\">").Append(words).AppendHtml("</span></li>");
            return;
        }

        var address = AddressOf(ViewContext.HttpContext.Request, (Parameter, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
        content.AppendHtml("<li><a href=\"").Append(address).AppendHtml("\"");
        if (relation is not null)
        {
            content.AppendHtml(" rel=\"").Append(relation).AppendHtml("\"");
        }

        content.AppendHtml(">").Append(words).AppendHtml("</a></li>");
    }

    /// <summary>The present address with some parameters changed; null takes one out.</summary>
    public static string AddressOf(HttpRequest request, params (string Name, string? Value)[] changes)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = request.Query
            .Where(pair => !Array.Exists(changes, change => change.Name == pair.Key))
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))
            .Concat(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Name, change.Value)));
        return request.PathBase + request.Path + QueryString.Create(query);
    }
}

/// <summary>
/// A column head that sorts: <c>&lt;th sort="score" sort-current="@Model.Sort"&gt;@T["Score"]&lt;/th&gt;</c>; the address says sort=score or sort=-score.
/// </summary>
[HtmlTargetElement("th", Attributes = SortName)]
public sealed class SortHeadTagHelper : TagHelper
{
    private const string SortName = "sort";

    /// <summary>Name of the column in the address.</summary>
    [HtmlAttributeName(SortName)]
    public string Sort { get; set; } = string.Empty;

    /// <summary>What the list is sorted by now, such as -score.</summary>
    [HtmlAttributeName("sort-current")]
    public string? Current { get; set; }

    /// <summary>Whether the first click sorts from high to low.</summary>
    [HtmlAttributeName("sort-descending")]
    public bool DescendingFirst { get; set; }

    /// <summary>The request.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.SetAttribute("scope", "col");
        var ascending = Current == Sort;
        var descending = Current == "-" + Sort;
        if (ascending || descending)
        {
            output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : "descending");
        }

        var next = ascending || (!descending && DescendingFirst) ? "-" + Sort : Sort;
        var address = PagerTagHelper.AddressOf(ViewContext.HttpContext.Request, (SortName, next), (PagerTagHelper.Parameter, null));
        output.PreContent.SetHtmlContent("<a href=\"").Append(address).AppendHtml("\">");
        output.PostContent.SetHtmlContent("</a>");
    }
}

/// <summary>Files of what the page shows: <c>&lt;download-links csv="…" xlsx="…" pdf="…" /&gt;</c>.</summary>
[HtmlTargetElement("download-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DownloadLinksTagHelper(IText text) : TagHelper
{
    /// <summary>Address of the CSV file.</summary>
    public string? Csv { get; set; }

    /// <summary>Address of the workbook.</summary>
    public string? Xlsx { get; set; }

    /// <summary>Address of the PDF file.</summary>
    public string? Pdf { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "downloads");
        foreach (var (kind, address) in new[] { ("CSV", Csv), ("XLSX", Xlsx), ("PDF", Pdf) })
        {
            if (address is not null)
            {
                output.Content.AppendHtml("<a href=\"").Append(address).AppendHtml("\" download aria-label=\"").Append(text["Download as {0}", kind]).AppendHtml("\">").Append(kind).AppendHtml("</a>");
            }
        }
    }
}
