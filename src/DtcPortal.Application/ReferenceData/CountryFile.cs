using System.Collections.Frozen;
using CsvHelper;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.ReferenceData;

/// <summary>Joins countries.csv with country-names.json.</summary>
internal static class CountryFile
{
    public static IReadOnlyList<Country> Read()
    {
        var names = ReferenceFiles.ReadJson<CountryNames>("country-names.json").Names;
        return ReferenceFiles.ReadCsv("countries.csv", row => Country(row, names));
    }

    private static Country Country(IReaderRow row, Dictionary<string, Dictionary<string, string>> names)
    {
        var code = Cell(row, "iso2");
        return new Country
        {
            Code = code,
            Code3 = Cell(row, "iso3"),
            Region = RegionCodes.TryParse(row["itu_region"], out var region) ? region : throw Wrong(code, "itu_region"),
            Economy = row["m49_economy"] switch
            {
                "developed" => Economy.Developed,
                "developing" => Economy.Developing,
                _ => throw Wrong(code, "m49_economy"),
            },
            LeastDevelopedFrom = EligibilityRule.ParseDay(row["ldc_from_year"]),
            LeastDevelopedUntil = EligibilityRule.ParseDay(row["ldc_until"]),
            IsLandlocked = row["lldc"] == "yes",
            IsSmallIsland = row["sids"] == "yes",
            Names = names[code].ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private static string Cell(IReaderRow row, string column) => row[column] ?? throw Wrong("?", column);

    private static InvalidDataException Wrong(string code, string column) => new($"countries.csv: {code} has a wrong {column}.");

    private sealed record CountryNames(string Source, Dictionary<string, Dictionary<string, string>> Names);
}
