using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Web.Pages.Manage.Calls;

/// <summary>Opening and deadline as they are typed, by the clocks of the deadline's zone.</summary>
public class DatesInput
{
    [Required(ErrorMessage = "Write the day on which the call opens.")]
    [Display(Name = "Opens on")]
    public DateOnly? OpensOn { get; set; }

    [Required(ErrorMessage = "Write the time at which the call opens.")]
    [Display(Name = "Opens at")]
    public TimeOnly? OpensAt { get; set; }

    [Required(ErrorMessage = "Write the day of the deadline.")]
    [Display(Name = "Deadline, day")]
    public DateOnly? DeadlineOn { get; set; }

    [Required(ErrorMessage = "Write the time of the deadline.")]
    [Display(Name = "Deadline, time")]
    public TimeOnly? DeadlineAt { get; set; }

    [Required(ErrorMessage = "Choose a time zone of the list.")]
    [Display(Name = "Time zone")]
    public string? Zone { get; set; }

    public long? Version { get; set; }

    /// <summary>The first instant at which candidacies are taken, in UTC: the deadlines' rules read the clocks of the zone.</summary>
    public DateTimeOffset ToOpening() => Read(OpensOn, OpensAt).EndsAt.AddMinutes(-1);

    /// <summary>The deadline.</summary>
    public Deadline ToDeadline() => Read(DeadlineOn, DeadlineAt);

    /// <summary>Fills in what a call says.</summary>
    public void Fill(CallHead call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var opens = TimeZoneInfo.ConvertTime(call.OpensAt, TimeZoneInfo.FindSystemTimeZoneById(call.DeadlineZone));
        (OpensOn, OpensAt) = (DateOnly.FromDateTime(opens.DateTime), TimeOnly.FromDateTime(opens.DateTime));
        (DeadlineOn, DeadlineAt) = (DateOnly.FromDateTime(call.DeadlineLocal), TimeOnly.FromDateTime(call.DeadlineLocal));
        (Zone, Version) = (call.DeadlineZone, call.Version);
    }

    /// <summary>Throws RuleBrokenException with what is wrong with the dates together, where all of them are written.</summary>
    public void Check()
    {
        if (OpensOn is not null && OpensAt is not null && DeadlineOn is not null && DeadlineAt is not null && !string.IsNullOrEmpty(Zone))
        {
            Call.CheckDates(ToOpening(), ToDeadline());
        }
    }

    private Deadline Read(DateOnly? day, TimeOnly? time)
    {
        Rule.Require(Deadline.IsKnownZone(Zone), "Choose a time zone of the list.", "Zone");
        var at = time!.Value;
        return new Deadline(day!.Value.ToDateTime(new TimeOnly(at.Hour, at.Minute)), Zone!);
    }
}
