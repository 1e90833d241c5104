using System.Text.Json;
using System.Text.Json.Serialization;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DtcPortal.Application.Storage;

/// <summary>Instants as whole microseconds since 1970, so that both databases sort and compare them alike.</summary>
public sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond,
    microseconds => new DateTimeOffset((microseconds * TimeSpan.TicksPerMicrosecond) + DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.Zero));

/// <summary>Scores as whole millionths of a point.</summary>
public sealed class ScoreConverter() : ValueConverter<Score, long>(score => score.Millionths, millionths => Score.FromMillionths(millionths));

/// <summary>Means of a criterion as whole millionths of a point.</summary>
public sealed class CriterionMeanConverter()
    : ValueConverter<CriterionMean, long>(mean => mean.Millionths, millionths => CriterionMean.FromMillionths(millionths));

/// <summary>Periods as text such as 2026-Q3, which sorts as time does.</summary>
public sealed class ReportingPeriodConverter() : ValueConverter<ReportingPeriod, string>(period => period.ToString(), text => ReportingPeriod.Parse(text));

/// <summary>Texts in several languages as one JSON object.</summary>
public sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
    text => JsonSerializer.Serialize(text.Texts, JsonColumn.Options),
    json => new LocalizedText(JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonColumn.Options)!));

/// <summary>Texts in several languages inside other JSON values.</summary>
internal sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Texts, options);
}

/// <summary>Small values without rows of their own as JSON text.</summary>
internal static class JsonColumn
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new LocalizedTextJsonConverter() },
    };

    public static ValueConverter<T, string> Converter<T>() => new(
        value => JsonSerializer.Serialize(value, Options),
        json => JsonSerializer.Deserialize<T>(json, Options)!);

    public static ValueComparer<T> Comparer<T>() => new(
        (left, right) => JsonSerializer.Serialize(left, Options) == JsonSerializer.Serialize(right, Options),
        value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
        value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Options), Options)!);
}
