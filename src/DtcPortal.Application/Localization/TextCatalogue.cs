using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Application.Localization;

/// <summary>The catalogue: for each language but English a list from English to that language, read once from embedded JSON files.</summary>
public sealed class TextCatalogue : IText
{
    /// <summary>Languages of the pages, the first is the default.</summary>
    public static readonly IReadOnlyList<string> Languages = [LocalizedText.English, LocalizedText.French];

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byLanguage;

    /// <summary>Reads the resources named …Resources.{language}.{area}.json of an assembly. Two areas translate one text alike; a test holds it.</summary>
    public TextCatalogue(Assembly assembly)
    {
        _byLanguage = Languages.Skip(1).ToFrozenDictionary(
            language => language,
            language => Read(assembly, language),
            StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var name && _byLanguage.ContainsKey(name) ? name : LocalizedText.English;

    /// <inheritdoc />
    public string this[string english, params object?[] arguments] => Format(Find(english), arguments);

    /// <inheritdoc />
    public string Plural(long count, string one, string many, params object?[] arguments)
    {
        return Format(Find(Numbers.IsOne(Language, count) ? one : many), [Numbers.Grouped(count), .. arguments]);
    }

    /// <inheritdoc />
    public string Of(Message message) => Format(Find(message.Text), [.. message.Arguments.Select(Localize)]);

    /// <inheritdoc />
    public string Of(LocalizedText text) => text.In(Language);

    /// <summary>Whether a language has a translation of the text; English always has.</summary>
    public bool Has(string language, string english) =>
        language == LocalizedText.English || (_byLanguage.TryGetValue(language, out var texts) && texts.ContainsKey(english));

    private object? Localize(object? argument) => argument switch
    {
        Message message => Of(message),
        LocalizedText text => Of(text),
        _ => argument,
    };

    private string Format(string text, object?[] arguments) => arguments.Length == 0
        ? text
        : string.Format(CultureInfo.CurrentCulture, text, [.. arguments.Select(argument => argument is ReportingPeriod period ? Of(period) : argument)]);

    // a quarter is the same word in every sentence
    private string Of(ReportingPeriod period) =>
        string.Format(CultureInfo.InvariantCulture, Find("{0:0000}-Q{1}"), period.Year, period.Quarter);

    private string Find(string english)
    {
        if (_byLanguage.TryGetValue(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var texts) && texts.TryGetValue(english, out var found))
        {
            return found;
        }

        var bar = english.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? english : english[..bar];
    }

    private static FrozenDictionary<string, string> Read(Assembly assembly, string language)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains($".Resources.{language}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (english, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                all.TryAdd(english, text);
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
