using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Common;
using DtcPortal.Application.Exporting;
using DtcPortal.Application.Mail;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Pages.Calls.Read;

/// <summary>A call as everybody reads it, and where anybody asks a question on it.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Ask)]
public sealed class IndexModel(PublicCallQueries calls, QuestionService questions, CallPdf pdf, Moments moments, PortalAddress address, PortalClock clock) : PortalPage
{
    /// <summary>Name of the call in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    /// <summary>The call.</summary>
    public PublicCall Call { get; private set; } = null!;

    /// <summary>Eligible countries by region, by name in the reader's language.</summary>
    public IReadOnlyList<IGrouping<string, (string Name, PublicCountry Country)>> Regions { get; private set; } = [];

    /// <summary>Whether questions are taken.</summary>
    public bool TakesQuestions => Call.Summary.State is CallState.Published or CallState.Open;

    /// <summary>The day of an instant by the clocks of the deadline's zone, as the call itself gives its dates.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Call.Summary.DeadlineZone)).DateTime);

    /// <summary>A question.</summary>
    [BindProperty]
    [StringLength(CallQuestion.TextLength)]
    public string? Question { get; set; }

    /// <summary>Shows the call.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>The deadline as a calendar file.</summary>
    public async Task<IActionResult> OnGetDownloadCalendarAsync()
    {
        var call = (await calls.EligibilityAsync(Slug, Cancel)).Call;
        var file = new CalendarFile
        {
            Id = $"call-{call.Id}@{address.Base.Host}",
            Title = T["Deadline: {0}", T.Of(call.Title)],
            Text = T["Candidacies are taken until {0}.", moments.Deadline(call)],
            Address = new Uri(address.Base, $"calls/{call.Slug}"),
            At = DeadlineWords.Minute(call),
            MadeAt = clock.Now,
        };
        return File(file.ToBytes(), "text/calendar; charset=utf-8", $"{call.Slug}.ics");
    }

    /// <summary>The call as a document.</summary>
    public async Task<IActionResult> OnGetDownloadPdfAsync()
    {
        var call = await calls.FindAsync(Slug, Cancel);
        var deadline = string.Join(" · ", new[] { moments.Deadline(call.Summary), moments.DeadlineUniversal(call.Summary) }.OfType<string>());
        return File(pdf.Write(call, deadline, country => T.Of(country.Region), moments.Today()), "application/pdf", $"{call.Summary.Slug}-{T.Language}.pdf");
    }

    /// <summary>Keeps a question.</summary>
    public Task<IActionResult> OnPostAskAsync() => AttemptAsync(
        async () =>
        {
            await questions.AskAsync(new AskQuestion { Slug = Slug, Question = Question, ArrivedAt = ArrivedAt }, Cancel);
            Notice(T["Your question is with those who answer. Question and answer appear on this page for all at the same time."]);
            return Redirect($"/calls/{Uri.EscapeDataString(Slug)}");
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync()
    {
        Call = await calls.FindAsync(Slug, Cancel);
        Regions = [.. Call.Countries.Where(country => country.IsEligible)
            .Select(country => (Name: T.Country(country.Code), Country: country))
            .OrderBy(row => row.Country.Region).ThenBy(row => row.Name, StringComparer.CurrentCulture)
            .GroupBy(row => T.Of(row.Country.Region))];
    }
}
