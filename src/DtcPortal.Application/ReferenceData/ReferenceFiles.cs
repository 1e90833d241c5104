using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using CsvHelper.Configuration;

namespace DtcPortal.Application.ReferenceData;

/// <summary>Reads the files embedded from ReferenceData/Files.</summary>
internal static class ReferenceFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters =
        {
            new LocalizedTextConverter(),
            new RegionConverter(),
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
        },
    };

    /// <summary>The content of a JSON file; throws on a member that the record does not know.</summary>
    public static T ReadJson<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidDataException($"{file} is empty.");
    }

    /// <summary>The rows of a CSV file with headings.</summary>
    public static IReadOnlyList<T> ReadCsv<T>(string file, Func<IReaderRow, T> read)
    {
        using var reader = new StreamReader(Open(file));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        var rows = new List<T>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            rows.Add(read(csv));
        }

        return rows;
    }

    private static Stream Open(string file) =>
        typeof(ReferenceFiles).Assembly.GetManifestResourceStream($"DtcPortal.Application.ReferenceData.Files.{file}")
        ?? throw new FileNotFoundException($"The reference file {file} is not embedded.", file);
}
