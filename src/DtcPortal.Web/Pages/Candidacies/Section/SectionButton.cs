using DtcPortal.Application.Candidacies;

namespace DtcPortal.Web.Pages.Candidacies.Section;

/// <summary>The button by which a section was sent: next, previous, stay, upload, or add:, remove:, restore: with a key. None is next.</summary>
public readonly record struct SectionButton(string? Value)
{
    /// <summary>Whether a file must come with it.</summary>
    public bool Uploads => Value == "upload";

    /// <summary>Whether it leads on, so that mistakes are said first.</summary>
    public bool LeadsOn => Value is "next" or null;

    /// <summary>The document that it removes.</summary>
    public Guid? Removed => Guid.TryParse(After("remove:"), out var id) ? id : null;

    /// <summary>The document that it puts back.</summary>
    public Guid? Restored => Guid.TryParse(After("restore:"), out var id) ? id : null;

    /// <summary>Where in the section it leads, after the section's address; null when it leads out of it.</summary>
    public string? Within => this switch
    {
        { LeadsOn: true } or { Value: "previous" } => null,
        { Value: "stay" } => string.Empty,
        _ when After("add:") is { } asked => $"?field={Uri.EscapeDataString(asked)}#add",
        _ => "#evidence",
    };

    /// <summary>The address out of the section that it leads to.</summary>
    public string OutOf(SectionView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var candidacy = $"/candidacies/{view.Head.Reference}";
        return LeadsOn
            ? $"{candidacy}/{view.Next ?? "submit"}"
            : view.Previous is { } previous ? $"{candidacy}/{previous}" : candidacy;
    }

    private string? After(string action) => Value?.StartsWith(action, StringComparison.Ordinal) == true ? Value[action.Length..] : null;
}
