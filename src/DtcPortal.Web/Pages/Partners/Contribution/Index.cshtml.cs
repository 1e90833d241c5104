using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Partners;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Partners.Contribution;

/// <summary>One contribution: withdrawn by its giver, confirmed and delivered as the centre that receives says.</summary>
[Authorize(Policy = nameof(Policies.PartnersAndCentres))]
public sealed class IndexModel(ContributionService service, ContributionQueries contributions) : PortalPage
{
    /// <summary>The contribution.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that was seen.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>What shows the delivery.</summary>
    [BindProperty]
    [StringLength(CommitmentService.EvidenceLength)]
    public string? Evidence { get; set; }

    /// <summary>What is shown.</summary>
    public ContributionRow Row { get; private set; } = null!;

    /// <summary>Whether the reader is of the centre that receives.</summary>
    public bool Receives => ContributionService.Receives(Actor, Row.CentreId);

    /// <summary>Whether the reader is of the partner that gives.</summary>
    public bool Gives => ContributionService.MayPledge(Actor) && (Actor.PartnerId is { } partner ? partner == Row.PartnerId : Row.Party is not null && Row.Party == Actor.Party);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        Row = await contributions.FindAsync(Actor, Id, Cancel);
        Version = Row.Version;
    }

    /// <summary>The giver takes it back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync() => MoveAsync(service.WithdrawAsync, new Message("The pledge is withdrawn."));

    /// <summary>The centre confirms.</summary>
    public Task<IActionResult> OnPostConfirmAsync() => MoveAsync(service.ConfirmAsync, new Message("The contribution is confirmed. Say here when it has been delivered."));

    /// <summary>The centre says that it was delivered.</summary>
    public Task<IActionResult> OnPostDeliverAsync() => MoveAsync(service.DeliverAsync, new Message("The contribution is marked as delivered."));

    private Task<IActionResult> MoveAsync(Func<MoveContribution, CancellationToken, Task> move, Message done) => AttemptAsync(
        async () =>
        {
            await move(new MoveContribution { Actor = Actor, Id = Id, Version = Version, Evidence = Evidence }, Cancel);
            Notice(done);
            return Redirect($"/partners/contributions/{Id}");
        },
        async () =>
        {
            await OnGetAsync();
            ModelState.Remove(nameof(Version));
            return Page();
        });
}
