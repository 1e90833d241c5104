using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Partners;
using DtcPortal.Domain.Partners;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Partners.Commitment;

/// <summary>A party's manager says where a commitment stands and what shows it.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CommitmentService service, PartnerQueries partners) : PortalPage
{
    /// <summary>The commitment.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is changed.</summary>
    [BindProperty]
    public CommitmentInput Input { get; set; } = new();

    /// <summary>What is shown.</summary>
    public CommitmentRow Row { get; private set; } = null!;

    /// <summary>Where it can stand.</summary>
    public IReadOnlyList<Choice> States => [.. Enum.GetValues<CommitmentStatus>().Select(status => new Choice(status.ToString(), T.State(status).Text))];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        Row = await partners.CommitmentAsync(Actor, Id, Cancel);
        Input = new CommitmentInput { Status = Row.Status, Evidence = Row.Evidence, Version = Row.Version };
    }

    /// <summary>Saves.</summary>
    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await service.SetAsync(new SetCommitment { Actor = Actor, Id = Id, Version = Input.Version, Status = Input.Status!.Value, Evidence = Input.Evidence }, Cancel);
            Notice(T["The commitment is saved."]);
            return Redirect("/partners/commitments");
        },
        async () =>
        {
            Row = await partners.CommitmentAsync(Actor, Id, Cancel);
            if (Response.StatusCode == StatusCodes.Status409Conflict)
            {
                ModelState.Remove("Input.Version");
                Input.Version = Row.Version;
            }

            return Page();
        });
}

/// <summary>Where a commitment stands.</summary>
public sealed class CommitmentInput
{
    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Choose where it stands.")]
    public CommitmentStatus? Status { get; set; }

    /// <summary>What shows it.</summary>
    [StringLength(CommitmentService.EvidenceLength)]
    public string? Evidence { get; set; }

    /// <summary>The version that was seen.</summary>
    public long Version { get; set; }
}
