using System.Globalization;
using DtcPortal.Application.Localization;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Candidacies;

/// <summary>Countries to choose from, in the order of their names.</summary>
public static class CountryChoices
{
    /// <summary>The choices; the chosen one is selected.</summary>
    public static IReadOnlyList<SelectListItem> Of(IText text, IEnumerable<string> codes, string? chosen = null) =>
    [
        .. codes.Select(code => new SelectListItem(text.Country(code), code, code == chosen))
            .OrderBy(item => item.Text, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)),
    ];
}
