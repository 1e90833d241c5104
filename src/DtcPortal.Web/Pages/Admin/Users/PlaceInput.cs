using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Localization;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Common;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Admin.Users;

/// <summary>What is chosen of an account's place; inviting adds name and mail address.</summary>
public class PlaceInput
{
    /// <summary>Roles.</summary>
    [Display(Name = "Roles")]
    public List<PortalRole> Roles { get; set; } = [];

    /// <summary>Party.</summary>
    [Display(Name = "Acts for")]
    public Party? Party { get; set; }

    /// <summary>Whether a member stands in for the co-chair.</summary>
    [Display(Name = "Stands in for the co-chair where that one has a conflict of interest")]
    public bool IsAlternate { get; set; }

    /// <summary>Nationality.</summary>
    [Display(Name = "Nationality")]
    public string? Nationality { get; set; }

    /// <summary>Centre.</summary>
    [Display(Name = "Centre")]
    public Guid? CentreId { get; set; }

    /// <summary>Partner organisation.</summary>
    [Display(Name = "Partner organisation")]
    public Guid? PartnerId { get; set; }

    /// <summary>As the service takes it.</summary>
    public Place ToPlace() => new() { Roles = Roles, Party = Party, IsAlternate = IsAlternate, Nationality = Nationality, CentreId = CentreId, PartnerId = PartnerId };
}

/// <summary>Somebody to invite.</summary>
public sealed class InviteInput : PlaceInput
{
    /// <summary>Name.</summary>
    [Display(Name = "Name"), Required(ErrorMessage = "Write the person's name."), StringLength(PortalUser.NameLength)]
    public string? Name { get; set; }

    /// <summary>Mail address.</summary>
    [Display(Name = "Mail address"), Required(ErrorMessage = "Enter a mail address."), EmailAddress, StringLength(254)]
    public string? Email { get; set; }
}

/// <summary>What can be chosen.</summary>
/// <param name="Roles">Roles.</param>
/// <param name="Parties">Parties, and none.</param>
/// <param name="Countries">Countries by name.</param>
/// <param name="Centres">Centres by name.</param>
/// <param name="Partners">Partner organisations by name.</param>
public sealed record PlaceChoices(
    IReadOnlyList<Choice> Roles, IReadOnlyList<Choice> Parties, IReadOnlyList<SelectListItem> Countries, IReadOnlyList<SelectListItem> Centres, IReadOnlyList<SelectListItem> Partners)
{
    /// <summary>Reads them.</summary>
    public static async Task<PlaceChoices> LoadAsync(UserQueries queries, IText T, CancellationToken cancellationToken) => new(
        [.. Enum.GetValues<PortalRole>().Select(role => new Choice(role.ToString(), T.Of(role)))],
        [new(string.Empty, T["No party"]), .. Enum.GetValues<Party>().Select(party => new Choice(party.ToString(), T.Of(party)))],
        [
            .. ReferenceCatalogue.Countries.Select(country => new SelectListItem(country.NameIn(T.Language), country.Code))
                .OrderBy(item => item.Text, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true)),
        ],
        [.. (await queries.CentresAsync(cancellationToken)).Select(pair => new SelectListItem(pair.Value, pair.Key.ToString()))],
        [.. (await queries.PartnersAsync(cancellationToken)).Select(pair => new SelectListItem(pair.Value, pair.Key.ToString()))]);
}

/// <summary>Model of the fields that inviting and changing have in common.</summary>
/// <param name="Input">What was chosen.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record PlaceFields(PlaceInput Input, PlaceChoices Choices);
