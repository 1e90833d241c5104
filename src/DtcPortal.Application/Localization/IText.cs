using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Localization;

/// <summary>Texts for people in the language of the current culture; the English text is the key.</summary>
public interface IText
{
    /// <summary>Two-letter code of the language, en or fr.</summary>
    string Language { get; }

    /// <summary>The text with its arguments. What follows a bar in the key tells two uses of one English word apart and is not shown.</summary>
    string this[string english, params object?[] arguments] { get; }

    /// <summary>The text for a number of things; {0} is the number, {1} and on are the arguments.</summary>
    string Plural(long count, string one, string many, params object?[] arguments);

    /// <summary>A message of the domain.</summary>
    string Of(Message message);

    /// <summary>A text of the content in the language, else in English.</summary>
    string Of(LocalizedText text);
}
