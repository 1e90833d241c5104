using System.Net;
using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>A file as a browser sends it.</summary>
public sealed record TestFile(string Field, string Name, byte[] Content, string ContentType)
{
    /// <summary>The type of a workbook.</summary>
    public const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

/// <summary>Reads pages and sends their forms, as a browser does.</summary>
public static class Pages
{
    private const string ErrorPlaces = ".error-summary li";

    private static readonly ConditionalWeakTable<IHtmlDocument, Uri> Addresses = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A page that must answer 200.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)response.StatusCode} {response.Headers.Location}");
        return await response.DocumentAsync();
    }

    /// <summary>Follows a page's link to a file of a kind, such as XLSX, and says the file's type.</summary>
    public static async Task<string?> FileTypeAsync(this HttpClient client, string address, string kind)
    {
        var page = await client.PageAsync(address);
        var link = page.QuerySelectorAll(".downloads a").Single(found => found.TextContent == kind).GetAttribute("href")!;
        using var file = await client.GetAsync(new Uri(page.Address(), link), Cancel);
        return file.Content.Headers.ContentType?.MediaType;
    }

    /// <summary>Only its status.</summary>
    public static async Task<HttpStatusCode> StatusAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, Cancel);
        return response.StatusCode;
    }

    /// <summary>The page of an answer, whose error summary, if any, leads to fields that are there.</summary>
    public static async Task<IHtmlDocument> DocumentAsync(this HttpResponseMessage response)
    {
        // parsed in one go: what AngleSharp loads by itself now and then never comes
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancel));
        Addresses.Add(page, response.RequestMessage?.RequestUri ?? new Uri("http://localhost/"));
        page.AssertErrorsLeadToTheirFields();
        return page;
    }

    /// <summary>The address that a page was read from.</summary>
    public static Uri Address(this IHtmlDocument page) => Addresses.TryGetValue(page, out var address) ? address : throw new InvalidOperationException("This page was not read from an address.");

    /// <summary>The messages that a page shows about what was typed: as the summary says them, with the label of their field, and as the field does.</summary>
    public static IReadOnlyList<string> Messages(this IParentNode page) =>
        [.. page.QuerySelectorAll(ErrorPlaces).SelectMany(said => new[] { said.TextContent.Trim(), MessageAtField(page, said) })
            .OfType<string>().Where(text => text.Length > 0).Distinct()];

    /// <summary>What the error summary says, in its order.</summary>
    public static IReadOnlyList<string> ErrorSummary(this IParentNode page) => [.. page.QuerySelectorAll(ErrorPlaces).Select(said => said.TextContent.Trim())];

    /// <summary>
    /// Gets a page, fills in its form and sends all of it with its antiforgery token. A field that the form lacks fails the test.
    /// A named button is pressed by its name and value; else the first is.
    /// </summary>
    /// <param name="client">Who sends.</param>
    /// <param name="address">The page.</param>
    /// <param name="fields">What to fill in.</param>
    /// <param name="form">CSS selector of the form; null for the first that has the fields.</param>
    /// <param name="files">Files to send.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, string address, IEnumerable<KeyValuePair<string, string>>? fields = null, string? form = null, params TestFile[] files)
    {
        var page = await client.PageAsync(address);
        return await client.SubmitAsync(page, fields, form, files);
    }

    /// <summary>Fills in a form of a page that was read before, and sends it.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, IHtmlDocument page, IEnumerable<KeyValuePair<string, string>>? fields = null, string? form = null, params TestFile[] files)
    {
        var typed = (fields ?? []).ToList();
        var wanted = typed.Select(field => field.Key).Concat(files.Select(file => file.Field)).Distinct().ToList();
        var chosen = Choose(page, wanted, form);
        var button = Pressed(chosen, typed);
        var values = ValuesOf(chosen, typed, button);
        var target = new Uri(page.Address(), button?.GetAttribute("formaction") ?? chosen.GetAttribute("action") ?? page.Address().ToString());
        using HttpContent content = IsMultipart(chosen) ? Multipart(values, files) : new FormUrlEncodedContent(values);
        return await client.PostAsync(target, content, Cancel);
    }

    /// <summary>Each link of the error summary leads to an element, and to none that a closed part hides.</summary>
    public static void AssertErrorsLeadToTheirFields(this IHtmlDocument page)
    {
        foreach (var link in page.QuerySelectorAll($"{ErrorPlaces} a[href^='#']").Select(found => found.GetAttribute("href")!))
        {
            var place = page.GetElementById(link[1..]);
            Assert.True(place is not null, $"{page.Address()} has no element {link}, to which its error summary leads.");
            Assert.True(place.Closest("details:not([open])") is null, $"{page.Address()} hides {link}, to which its error summary leads, in a closed part.");
        }
    }

    // the summary says "label: message", the field the message alone
    private static string? MessageAtField(IParentNode page, IElement said)
    {
        if (said.QuerySelector("a[href^='#']")?.GetAttribute("href") is not { } link || page.QuerySelector($"[id='{link[1..]}-error']") is not { } error)
        {
            return null;
        }

        var hidden = error.QuerySelector(".visually-hidden")?.TextContent ?? string.Empty;
        return error.TextContent[hidden.Length..].Trim();
    }

    private static IHtmlFormElement Choose(IHtmlDocument page, List<string> wanted, string? form)
    {
        var forms = page.Forms.Where(candidate => candidate.Method.Equals("post", StringComparison.OrdinalIgnoreCase)).ToList();
        if (form is not null)
        {
            var named = page.QuerySelector(form) as IHtmlFormElement;
            Assert.True(named is not null, $"{page.Address()} has no form {form}.");
            Assert.All(wanted, field => Assert.True(NamesOf(named).Contains(field), $"The form {form} has no field {field}; it has {string.Join(", ", NamesOf(named))}."));
            return named;
        }

        var inMain = forms.OrderBy(candidate => candidate.Closest("main") is null);
        var found = inMain.FirstOrDefault(candidate => wanted.TrueForAll(NamesOf(candidate).Contains));
        Assert.True(
            found is not null,
            $"No form of {page.Address()} has the fields {string.Join(", ", wanted)}; there are {string.Join("; ", forms.Select(candidate => string.Join(", ", NamesOf(candidate))))}.");
        return found;
    }

    private static HashSet<string> NamesOf(IHtmlFormElement form) =>
        [.. form.Elements.Select(element => element.GetAttribute("name")).OfType<string>().Where(name => name.Length > 0)];

    private static IElement? Pressed(IHtmlFormElement form, List<KeyValuePair<string, string>> typed)
    {
        var buttons = form.Elements.Where(element => element is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).ToList();
        return buttons.Find(button => typed.Contains(new(button.GetAttribute("name") ?? string.Empty, button.GetAttribute("value") ?? string.Empty))) ?? buttons.FirstOrDefault();
    }

    private static List<KeyValuePair<string, string>> ValuesOf(IHtmlFormElement form, List<KeyValuePair<string, string>> typed, IElement? button)
    {
        var typedNames = typed.Select(field => field.Key).ToHashSet();
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || typedNames.Contains(name) || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice when choice.IsChecked:
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "file" or "submit" or "button" or "image") }:
                    values.Add(new(name, ((IHtmlInputElement)element).Value ?? string.Empty));
                    break;
                case IHtmlSelectElement select:
                    values.AddRange(select.Options.Where(option => option.IsSelected).Select(option => new KeyValuePair<string, string>(name, option.Value)));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(new(name, area.Value));
                    break;
            }
        }

        values.AddRange(typed);
        if (button?.GetAttribute("name") is { Length: > 0 } pressed && !typedNames.Contains(pressed))
        {
            values.Add(new(pressed, button.GetAttribute("value") ?? string.Empty));
        }

        return values;
    }

    private static bool IsMultipart(IHtmlFormElement form) => form.Enctype?.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    private static MultipartFormDataContent Multipart(List<KeyValuePair<string, string>> values, TestFile[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = new(file.ContentType);
            content.Add(part, file.Field, file.Name);
        }

        return content;
    }
}
