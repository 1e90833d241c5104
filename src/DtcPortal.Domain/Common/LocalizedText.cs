namespace DtcPortal.Domain.Common;

/// <summary>One text in several languages; English is always there, the others may be (product.md 11).</summary>
public sealed record LocalizedText
{
    /// <summary>The language that every other falls back to.</summary>
    public const string English = "en";

    /// <summary>French.</summary>
    public const string French = "fr";

    /// <summary>A text without words.</summary>
    public static readonly LocalizedText Empty = new(new Dictionary<string, string> { [English] = string.Empty });

    private readonly SortedDictionary<string, string> _texts;

    /// <summary>Texts by two-letter language code; blank ones other than English are left out. Throws ArgumentException without English.</summary>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        _texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in texts)
        {
            if (language == English || !string.IsNullOrWhiteSpace(text))
            {
                _texts[language] = text;
            }
        }

        if (!_texts.ContainsKey(English))
        {
            throw new ArgumentException("The English text is missing.", nameof(texts));
        }
    }

    /// <summary>All texts by language, in the order of the codes.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>The English text.</summary>
    public string InEnglish => _texts[English];

    /// <summary>Whether there are no words in English.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(InEnglish);

    /// <summary>A text in English, and in French where given.</summary>
    public static LocalizedText Of(string english, string? french = null) =>
        new(french is null ? [new(English, english)] : [new(English, english), new(French, french)]);

    /// <summary>The text in that language, else in English.</summary>
    /// <param name="language">Two-letter code, such as fr.</param>
    public string In(string language) => _texts.TryGetValue(language, out var text) ? text : InEnglish;

    /// <summary>Whether the text exists in that language; where not, the page says that it shows English.</summary>
    public bool Has(string language) => _texts.ContainsKey(language);

    /// <inheritdoc />
    public bool Equals(LocalizedText? other) => other is not null && _texts.SequenceEqual(other._texts);

    /// <inheritdoc />
    public override int GetHashCode() => InEnglish.GetHashCode(StringComparison.Ordinal);

    /// <summary>The English text.</summary>
    public override string ToString() => InEnglish;
}
