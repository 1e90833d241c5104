using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Common;
using DtcPortal.Application.Partners;
using DtcPortal.Domain.Partners;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Partners.Pledge;

/// <summary>A partner says what it intends to give.</summary>
[Authorize(Policy = nameof(Policies.Partners))]
public sealed class IndexModel(ContributionService service, ContributionQueries contributions, PortalClock clock) : PortalPage
{
    /// <summary>The pledge.</summary>
    [BindProperty]
    public PledgeInput Input { get; set; } = new();

    /// <summary>The key by which the form was sent.</summary>
    [BindProperty]
    public Guid? Key { get; set; }

    /// <summary>The key of the contribution that the form pledges; a form that is shown again pledges another one.</summary>
    public Guid FormKey { get; } = Guid.CreateVersion7();

    /// <summary>Centres that can receive.</summary>
    public IReadOnlyList<SelectListItem> Centres { get; private set; } = [];

    /// <summary>Currencies.</summary>
    public IReadOnlyList<SelectListItem> Currencies { get; } = [.. ContributionService.Currencies.Select(currency => new SelectListItem(currency, currency))];

    /// <summary>Kinds.</summary>
    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<ContributionKind>().Select(kind => new Choice(kind.ToString(), T.Of(kind)))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string? centre)
    {
        RequirePartner();
        Input = new PledgeInput { Centre = centre, Year = clock.Now.Year };
        return await ShowAsync();
    }

    /// <summary>Pledges.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var id = await service.PledgeAsync(
                new PledgeContribution
                {
                    Actor = Actor, Centre = Input.Centre, Kind = Input.Kind!.Value, Description = Input.Description, Year = Input.Year ?? 0, Value = Input.Value, Currency = Input.Currency, Key = Key,
                },
                Cancel);
            Notice(T["The contribution is pledged. The centre confirms it."]);
            return Redirect($"/partners/contributions/{id}");
        },
        ShowAsync,
        () => ContributionService.Check(Input.Kind, Input.Description, Input.Year ?? 0, Input.Value, Input.Currency));

    private void RequirePartner()
    {
        if (!ContributionService.MayPledge(Actor))
        {
            throw new ForbiddenException(new Domain.Common.Message("Only a partner pledges. Ask a programme manager to put your account to your organisation."));
        }
    }

    private async Task<IActionResult> ShowAsync()
    {
        Centres = [.. (await contributions.CentresAsync(Cancel)).Select(centre => new SelectListItem(centre.Value, centre.Key))];
        return Page();
    }
}

/// <summary>What is pledged.</summary>
public sealed class PledgeInput
{
    /// <summary>Who receives.</summary>
    [Required(ErrorMessage = "Choose the centre that receives.")]
    public string? Centre { get; set; }

    /// <summary>What kind.</summary>
    [Required(ErrorMessage = "Choose what kind of contribution it is.")]
    public ContributionKind? Kind { get; set; }

    /// <summary>What.</summary>
    [Required(ErrorMessage = "Write what is given.")]
    [StringLength(Domain.Partners.Contribution.TextLength)]
    public string? Description { get; set; }

    /// <summary>For which year.</summary>
    [Required(ErrorMessage = "Write the year with four digits.")]
    public int? Year { get; set; }

    /// <summary>Value.</summary>
    public decimal? Value { get; set; }

    /// <summary>Its currency.</summary>
    public string? Currency { get; set; }
}
