using System.Text.Json;
using System.Text.Json.Serialization;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.ReferenceData;

/// <summary>Reads an object of language and text.</summary>
internal sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? throw new JsonException("A text is null."));

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Texts, options);
}

/// <summary>Reads a region by its three-letter code.</summary>
internal sealed class RegionConverter : JsonConverter<Region>
{
    public override Region Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RegionCodes.TryParse(reader.GetString(), out var region) ? region : throw new JsonException("Not a region's code.");

    public override void Write(Utf8JsonWriter writer, Region value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code());
}
