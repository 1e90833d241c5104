using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Candidacies;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Pages.Manage.Calls.Candidacies.Enter;

/// <summary>Enters a candidacy that came by mail or on paper: a scan, its arrival, and what it says of the minimum qualifications.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
[EnableRateLimiting(RateLimits.Upload)]
public sealed class IndexModel(PaperCandidacyService service, InstitutionService institutions) : PortalPage
{
    private const string Another = "another";

    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    [BindProperty]
    public EnterInput Input { get; set; } = new();

    public PaperForm Form { get; private set; } = null!;

    public IReadOnlyList<SimilarInstitution> Similar { get; private set; } = [];

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Form.Call.DeadlineZone);

    public DateTimeOffset LastMinute => Form.Call.DeadlineEndsAt.AddMinutes(-1);

    public IReadOnlyList<SelectListItem> Countries =>
    [
        .. ReferenceCatalogue.Countries.Select(country => new SelectListItem(country.NameIn(T.Language), country.Code))
            .OrderBy(item => item.Text, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true)),
    ];

    public IEnumerable<Choice> Kinds =>
    [
        new(nameof(BodyKind.CommunityTrainingCentre), T["Community ICT training centre"]),
        new(nameof(BodyKind.AcademicUnit), T["Unit of an academic institution that is active in ICT"]),
        new(nameof(BodyKind.Other), T["Another body"]),
    ];

    public IEnumerable<Choice> Ways => Enum.GetValues<ArrivalWay>().Select(way => new Choice(way.ToString(), T.Of(way)));

    public IEnumerable<Choice> Offers =>
        Similar.Select(found => new Choice(found.Id.ToString(), found.Name, found.City)).Append(new Choice(Another, T["No, it is another one"], T["The name has to tell the two apart."]));

    public async Task OnGetAsync() => Form = await service.FormAsync(Slug, Actor, Cancel);

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            if (Input.Same is null)
            {
                Similar = await institutions.SimilarAsync(Input.Country!, Input.InstitutionName!, Cancel);
                Rule.Require(Similar.Count == 0, "Choose whether it is one of these, and the scan again.", nameof(Input.Same));
            }

            return await EnterAsync();
        },
        async () =>
        {
            Form = await service.FormAsync(Slug, Actor, Cancel);
            if (Input is { Same: not null, Country: { } country, InstitutionName: { } name })
            {
                Similar = await institutions.SimilarAsync(country, name, Cancel);
            }

            return Page();
        });

    /// <summary>A fact's field; what the paper does not say stays empty.</summary>
    public CandidacyFieldModel FieldOf(Domain.Candidacies.ClarifiableFact fact) =>
        new(fact.Field with { IsRequired = false }, Input.Facts.GetValueOrDefault(fact.Key)) { Name = $"Input.Facts[{fact.Key}]" };

    private async Task<IActionResult> EnterAsync()
    {
        Form = await service.FormAsync(Slug, Actor, Cancel);
        await using var scan = Input.Scan?.OpenReadStream();
        var reference = await service.EnterAsync(
            new EnterCandidacy
            {
                Actor = Actor, Call = Slug, InstitutionId = Guid.TryParse(Input.Same, out var known) ? known : null,
                InstitutionName = Input.InstitutionName, City = Input.City, Kind = Input.Kind, Country = Input.Country,
                CameBy = Input.CameBy, ArrivedAt = ArrivedAtZone(), Facts = Input.Facts, ScanName = Input.Scan?.FileName, Scan = scan,
            },
            Cancel);
        Notice(T["The candidacy is entered as {0}.", reference]);
        return Redirect($"/manage/calls/{Slug}/candidacies");
    }

    // day and time as the clocks of the deadline's zone show them
    private DateTimeOffset? ArrivedAtZone()
    {
        if (Input.ArrivedOn is not { } day || Input.ArrivedTime is not { } time)
        {
            return null;
        }

        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>What is typed to enter a candidacy.</summary>
public sealed class EnterInput
{
    [Display(Name = "Country where the training will take place"), Required(ErrorMessage = "Choose the country where the training will take place.")]
    public string? Country { get; set; }

    [Display(Name = "Official name of the institution"), Required(ErrorMessage = "Write the institution's name."), StringLength(200)]
    public string? InstitutionName { get; set; }

    [Display(Name = "City"), StringLength(120)]
    public string? City { get; set; }

    [Display(Name = "What kind of institution is it?"), Required(ErrorMessage = "Choose what kind of institution it is.")]
    public BodyKind? Kind { get; set; }

    [Display(Name = "Is it one of these?")]
    public string? Same { get; set; }

    [Display(Name = "How did it come?"), Required(ErrorMessage = "Say how it came.")]
    public ArrivalWay? CameBy { get; set; }

    [Display(Name = "Day of arrival"), Required(ErrorMessage = "Say on which day it arrived.")]
    public DateOnly? ArrivedOn { get; set; }

    [Display(Name = "Time of arrival"), Required(ErrorMessage = "Say at what time it arrived.")]
    public TimeOnly? ArrivedTime { get; set; }

    [Display(Name = "Scan of what came"), Required(ErrorMessage = "Add a scan of what came.")]
    public IFormFile? Scan { get; set; }

    public Dictionary<string, string?> Facts { get; set; } = [];
}
