using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Calls.Eligibility;

/// <summary>Five questions, an honest answer and its reason; nothing is stored (rules.md 3).</summary>
[AllowAnonymous]
public sealed class IndexModel(PublicCallQueries calls) : PortalPage
{
    /// <summary>Name of the call in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    /// <summary>The answers.</summary>
    [BindProperty]
    public EligibilityInput Input { get; set; } = new();

    /// <summary>What the check hangs on.</summary>
    public EligibilityBasis Basis { get; private set; } = null!;

    /// <summary>Whether the call takes candidacies no more.</summary>
    public bool HasEnded => Basis.Call.State is not (CallState.Published or CallState.Open);

    /// <summary>What stands against it, in sentences; null before the check.</summary>
    public IReadOnlyList<string>? Obstacles { get; private set; }

    /// <summary>Countries in the reader's language.</summary>
    public IReadOnlyList<SelectListItem> Countries { get; private set; } = [];

    /// <summary>Kinds of bodies.</summary>
    public IReadOnlyList<Choice> Kinds =>
    [
        new(nameof(BodyKind.CommunityTrainingCentre), T["A community ICT training centre"]),
        new(nameof(BodyKind.AcademicUnit), T["A unit of an academic institution that is active in ICT"]),
        new(nameof(BodyKind.Other), T["Something else"]),
    ];

    /// <summary>Shows the questions.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Answers.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await LoadAsync();
            Obstacles = Check();
            return Page();
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync()
    {
        Basis = await calls.EligibilityAsync(Slug, Cancel);
        Countries = [.. ReferenceCatalogue.Countries.Select(country => (country.Code, Name: country.NameIn(T.Language)))
            .OrderBy(country => country.Name, StringComparer.CurrentCulture).Select(country => new SelectListItem(country.Name, country.Code))];
    }

    private List<string> Check()
    {
        var country = ReferenceCatalogue.FindCountry(Input.Country);
        var answers = new EligibilityAnswers(country?.Status, Input.NonProfit == true, Input.Kind ?? BodyKind.Other, Input.BothLevels == true, Input.HasLabs == true);
        var obstacles = EligibilityRule.Check(answers, Basis.DeadlineDate).ToHashSet();

        // the list that both signed decides, where it speaks of the country
        switch (Basis.Countries.FirstOrDefault(entry => entry.Code == Input.Country))
        {
            case { IsEligible: true }:
                obstacles.Remove(EligibilityObstacle.Country);
                break;
            case { IsEligible: false, Reason: { } reason }:
                obstacles.Remove(EligibilityObstacle.Country);
                return [T["{0} is not on the list of eligible countries that both parties signed: {1}", T.Country(Input.Country), reason], .. Sentences(obstacles)];
            default:
                break;
        }

        return [.. Sentences(obstacles)];
    }

    private IEnumerable<string> Sentences(IEnumerable<EligibilityObstacle> obstacles) => obstacles.Order().Select(obstacle => obstacle switch
    {
        EligibilityObstacle.Country => T["On the day of the deadline {0} is neither a least developed nor a developing country in the United Nations’ lists; training must take place in one.",
            T.Country(Input.Country)],
        EligibilityObstacle.Profit => T["A centre is hosted by a non-profit body; yours is not one (C1)."],
        EligibilityObstacle.Kind => T["A centre is a community ICT training centre, or a unit of an academic institution that is active in ICT; yours is neither (C1)."],
        EligibilityObstacle.Levels => T["A centre trains in ICT at basic and at intermediate level; yours does not train at both (C2)."],
        EligibilityObstacle.Labs => T["A centre has labs, basic hardware and software to train with; yours has not (C3)."],
        _ => throw new InvalidOperationException("Not an obstacle."),
    });
}

/// <summary>The five answers.</summary>
public sealed class EligibilityInput
{
    /// <summary>Where training will take place.</summary>
    [Required(ErrorMessage = "Choose the country in which the training will take place.")]
    public string? Country { get; set; }

    /// <summary>Whether the body is non-profit.</summary>
    [Required(ErrorMessage = "Say whether your institution is non-profit.")]
    public bool? NonProfit { get; set; }

    /// <summary>What kind of body.</summary>
    [Required(ErrorMessage = "Say what kind of body your institution is.")]
    public BodyKind? Kind { get; set; }

    /// <summary>Whether it trains at both levels.</summary>
    [Required(ErrorMessage = "Say whether your institution trains at both levels.")]
    public bool? BothLevels { get; set; }

    /// <summary>Whether it has labs, hardware and software.</summary>
    [Required(ErrorMessage = "Say whether your institution has labs, hardware and software.")]
    public bool? HasLabs { get; set; }
}
