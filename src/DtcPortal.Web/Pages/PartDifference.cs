namespace DtcPortal.Web.Pages;

/// <summary>A value of a form, as it is read.</summary>
/// <param name="Label">What it is, in the reader's language.</param>
/// <param name="Value">Its value, in the reader's language; null for none.</param>
public sealed record PartValue(string Label, string? Value);

/// <summary>A value that somebody else saved while the reader typed another.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Typed">What the reader typed; empty for nothing.</param>
/// <param name="Stored">What is stored now; empty for nothing.</param>
public sealed record PartDifference(string Label, string Typed, string Stored)
{
    /// <summary>Where what was typed differs from what is stored, each value under a label of its own.</summary>
    public static IReadOnlyList<PartDifference> Between(IReadOnlyList<PartValue> typed, IReadOnlyList<PartValue> stored) =>
    [
        .. from label in stored.Concat(typed).Select(value => value.Label).Distinct()
           let mine = Of(typed, label)
           let theirs = Of(stored, label)
           where mine != theirs
           select new PartDifference(label, mine, theirs),
    ];

    // a browser sends line ends of its own
    private static string Of(IReadOnlyList<PartValue> values, string label) =>
        values.FirstOrDefault(value => value.Label == label)?.Value?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
}
