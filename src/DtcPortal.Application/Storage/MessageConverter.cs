using System.Globalization;
using System.Text.Json;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DtcPortal.Application.Storage;

/// <summary>A sentence with its arguments as JSON, so that each reader gets it in their language: sentences and texts in several languages stay so, figures stay figures.</summary>
internal sealed class MessageConverter() : ValueConverter<Message, string>(message => Write(message), json => Read(json))
{
    internal static string Write(Message message) => JsonSerializer.Serialize(ToStored(message), JsonColumn.Options);

    internal static Message Read(string json) => FromStored(JsonSerializer.Deserialize<Stored>(json, JsonColumn.Options)!);

    private static Stored ToStored(Message message) => new(message.Text, [.. message.Arguments.Select(ToElement)]);

    private static Message FromStored(Stored stored) => new(stored.Text, [.. stored.Arguments.Select(FromElement)]);

    private static JsonElement ToElement(object argument) => argument switch
    {
        Message message => JsonSerializer.SerializeToElement(ToStored(message), JsonColumn.Options),
        LocalizedText text => JsonSerializer.SerializeToElement(text.Texts, JsonColumn.Options),
        int or long or decimal => JsonSerializer.SerializeToElement(argument, JsonColumn.Options),
        _ => JsonSerializer.SerializeToElement(Convert.ToString(argument, CultureInfo.InvariantCulture), JsonColumn.Options),
    };

    private static object FromElement(JsonElement element) => element.ValueKind switch
    {
        // no code of a language is so long
        JsonValueKind.Object when element.TryGetProperty(nameof(Stored.Text), out _) => FromStored(element.Deserialize<Stored>(JsonColumn.Options)!),
        JsonValueKind.Object => new LocalizedText(element.Deserialize<Dictionary<string, string>>(JsonColumn.Options)!),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDecimal(),
        _ => element.GetString() ?? string.Empty,
    };

    private sealed record Stored(string Text, IReadOnlyList<JsonElement> Arguments);
}

/// <summary>Two sentences are the same when they are stored alike.</summary>
internal sealed class MessageComparer() : ValueComparer<Message>(
    (left, right) => (left == null) == (right == null) && (left == null || MessageConverter.Write(left) == MessageConverter.Write(right!)),
    message => MessageConverter.Write(message).GetHashCode(StringComparison.Ordinal),
    message => message);
