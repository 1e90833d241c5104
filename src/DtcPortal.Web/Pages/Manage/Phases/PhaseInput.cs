using System.ComponentModel.DataAnnotations;
using DtcPortal.Domain.Common;

namespace DtcPortal.Web.Pages.Manage.Phases;

/// <summary>Name and days of a phase as they are typed.</summary>
public sealed class PhaseInput
{
    private const int NameLength = 120;

    [Required(ErrorMessage = "Write a name."), StringLength(NameLength)]
    [Display(Name = "Name in English")]
    public string? Name { get; set; }

    [StringLength(NameLength)]
    [Display(Name = "Name in French")]
    public string? NameFrench { get; set; }

    [Required(ErrorMessage = "Write the first day.")]
    [Display(Name = "First day")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "Last day")]
    public DateOnly? EndsOn { get; set; }

    public long? Version { get; set; }

    public LocalizedText ToName() => LocalizedText.Of(Name?.Trim() ?? string.Empty, NameFrench?.Trim());
}
