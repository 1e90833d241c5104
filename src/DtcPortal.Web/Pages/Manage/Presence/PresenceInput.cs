using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Localization;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Common;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Manage.Presence;

/// <summary>A list of countries as it is chosen.</summary>
public sealed class PresenceInput
{
    [Required(ErrorMessage = "Write from which day the list counts.")]
    [Display(Name = "In force from")]
    public DateOnly? InForceFrom { get; set; }

    [Display(Name = "Countries")]
    public IList<string> Countries { get; set; } = [];

    public long? Version { get; set; }
}

/// <summary>Countries to tick, by region and name.</summary>
public sealed record CountryChoices
{
    private CountryChoices(string name, IReadOnlyList<(Region Region, IReadOnlyList<Country> Countries)> regions, IReadOnlySet<string> chosen, IText text) =>
        (Name, Regions, Chosen, _text) = (name, regions, chosen, text);

    private readonly IText _text;

    /// <summary>Name of the boxes in the form.</summary>
    public string Name { get; }

    /// <summary>The countries of each region in the order of their names.</summary>
    public IReadOnlyList<(Region Region, IReadOnlyList<Country> Countries)> Regions { get; }

    /// <summary>Codes of the ticked ones.</summary>
    public IReadOnlySet<string> Chosen { get; }

    /// <summary>A country's name in the reader's language.</summary>
    public string NameOf(Country country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return country.NameIn(_text.Language);
    }

    /// <summary>All countries, those given ticked.</summary>
    public static CountryChoices Of(string name, IEnumerable<string> chosen, IText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CountryChoices(
            name,
            [
                .. ReferenceCatalogue.Countries.GroupBy(country => country.Region).OrderBy(group => group.Key)
                    .Select(group => (group.Key, (IReadOnlyList<Country>)[.. group.OrderBy(country => country.NameIn(text.Language), StringComparer.CurrentCulture)])),
            ],
            chosen.ToHashSet(StringComparer.Ordinal), text);
    }
}
