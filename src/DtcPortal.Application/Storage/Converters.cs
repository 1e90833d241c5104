using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using DtcPortal.Domain.Calls;
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

/// <summary>Forms of calls as JSON text; a form is read with each page of a candidacy and hardly ever changes, so those that were read are kept.</summary>
public sealed class CandidacyFormConverter() : ValueConverter<CandidacyForm, string>(form => Write(form), json => Read(json))
{
    private const int MostKept = 64;

    private static readonly ConcurrentDictionary<string, CandidacyForm> Kept = new(StringComparer.Ordinal);

    private static string Write(CandidacyForm form) => JsonSerializer.Serialize(form, JsonColumn.Options);

    private static CandidacyForm Read(string json)
    {
        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd(json, static text => JsonSerializer.Deserialize<CandidacyForm>(text, JsonColumn.Options)!);
    }
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

    // such values are replaced as a whole and never changed in place, so what was read serves as its own snapshot
    public static ValueComparer<T> Comparer<T>() => new(
        (left, right) => ReferenceEquals(left, right) || JsonSerializer.Serialize(left, Options) == JsonSerializer.Serialize(right, Options),
        value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
        value => value);
}
