using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Pages.Account.Register;

/// <summary>Registers an applicant with their institution; one that is there already is offered, not made again.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Register)]
public sealed class IndexModel(RegistrationService registrations) : PortalPage
{
    /// <summary>Answer that none of those offered is meant.</summary>
    public const string Another = "another";

    /// <summary>What was typed.</summary>
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    /// <summary>Institutions that may be meant.</summary>
    public IReadOnlyList<SimilarInstitution> Similar { get; private set; } = [];

    /// <summary>Countries by name.</summary>
    public IReadOnlyList<SelectListItem> Countries { get; private set; } = [];

    /// <summary>Kinds of institutions.</summary>
    public IReadOnlyList<Choice> Kinds =>
    [
        new(nameof(BodyKind.CommunityTrainingCentre), T["Community ICT training centre"]),
        new(nameof(BodyKind.AcademicUnit), T["Unit of an academic institution that is active in ICT"]),
        new(nameof(BodyKind.Other), T["Another body"]),
    ];

    /// <summary>The institutions to choose from, and "another".</summary>
    public IEnumerable<Choice> Offers =>
        Similar.Select(found => new Choice(found.Id.ToString(), T["Ask to join {0}", found.Name], found.City))
            .Append(new Choice(Another, T["No, ours is another one"], T["The name has to tell the two apart."]));

    /// <summary>Shows the form; a country from the eligibility check is filled in.</summary>
    public void OnGet(string? country)
    {
        Input.Country = country;
        Load();
    }

    /// <summary>Registers, or asks whether it is one that is there.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            Similar = await registrations.RegisterAsync(ToRegister(), Cancel);
            return Similar.Count > 0 ? Again() : LocalRedirect("/account/sent?what=confirm");
        },
        () => Task.FromResult<IActionResult>(Again()),
        () => registrations.CheckAsync(ToRegister()));

    private Application.Accounts.Register ToRegister() => new()
    {
        Name = Input.Name,
        Email = Input.Email,
        Password = Input.Password,
        Language = T.Language,
        Country = Input.Country,
        InstitutionName = Input.InstitutionName,
        City = Input.City,
        Kind = Input.Kind,
        JoinId = Guid.TryParse(Input.Same, out var join) ? join : null,
        IsAnother = Input.Same == Another,
    };

    private PageResult Again()
    {
        Load();
        return Page();
    }

    private void Load() => Countries =
    [
        .. ReferenceCatalogue.Countries.Select(country => new SelectListItem(country.NameIn(T.Language), country.Code))
            .OrderBy(item => item.Text, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true)),
    ];
}

/// <summary>What is typed to register.</summary>
public sealed class RegisterInput
{
    /// <summary>Name.</summary>
    [Display(Name = "Your name"), Required(ErrorMessage = "Write your name."), StringLength(PortalUser.NameLength)]
    public string? Name { get; set; }

    /// <summary>Mail address.</summary>
    [Display(Name = "Mail address"), Required(ErrorMessage = "Enter your mail address."), EmailAddress, StringLength(254)]
    public string? Email { get; set; }

    /// <summary>Password.</summary>
    [Display(Name = "Password"), Required(ErrorMessage = "Choose a password.")]
    public string? Password { get; set; }

    /// <summary>Country of the institution.</summary>
    [Display(Name = "Country"), Required(ErrorMessage = "Choose a country from the list.")]
    public string? Country { get; set; }

    /// <summary>Name of the institution.</summary>
    [Display(Name = "Official name of the institution"), Required(ErrorMessage = "Write the institution's name."), StringLength(200)]
    public string? InstitutionName { get; set; }

    /// <summary>Where it is.</summary>
    [Display(Name = "City"), StringLength(120)]
    public string? City { get; set; }

    /// <summary>Kind of body.</summary>
    [Display(Name = "What kind of institution is it?"), Required(ErrorMessage = "Choose what kind of institution it is.")]
    public BodyKind? Kind { get; set; }

    /// <summary>Key of the known institution that is meant, or "another".</summary>
    [Display(Name = "Is it one of these?")]
    public string? Same { get; set; }
}
