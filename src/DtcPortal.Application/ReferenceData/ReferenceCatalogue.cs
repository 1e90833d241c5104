using System.Collections.Frozen;

namespace DtcPortal.Application.ReferenceData;

/// <summary>The data that the portal is shipped with; each file is read once, when first asked for.</summary>
public static class ReferenceCatalogue
{
    private static readonly Lazy<IReadOnlyList<Country>> LazyCountries = new(CountryFile.Read);

    private static readonly Lazy<FrozenDictionary<string, Country>> LazyCountriesByCode =
        new(() => Countries.ToFrozenDictionary(country => country.Code, StringComparer.Ordinal));

    /// <summary>The 195 countries, by code.</summary>
    public static IReadOnlyList<Country> Countries => LazyCountries.Value;

    /// <summary>The country with a two-letter code in capitals; null when there is none.</summary>
    public static Country? FindCountry(string? code) => code is null ? null : LazyCountriesByCode.Value.GetValueOrDefault(code);
}
