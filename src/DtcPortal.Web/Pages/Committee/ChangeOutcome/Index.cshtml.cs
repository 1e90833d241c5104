using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Common;
using DtcPortal.Application.Selection;
using DtcPortal.Domain.Selection;
using DtcPortal.Web.Pages.Committee.ReadSelection;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Committee.ChangeOutcome;

/// <summary>One candidacy put elsewhere than the rules do, with a reason.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(SelectionQueries queries, SelectionService service) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    [BindProperty]
    public OutcomeInput Input { get; set; } = new();

    public SelectionView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Candidacies => Items(row => row.IsInPool);

    public IEnumerable<SelectListItem> Holders => Items(row => row.Line.Outcome == SelectionOutcome.Chosen);

    public IReadOnlyList<Choice> Outcomes =>
    [
        new(nameof(SelectionOutcome.Chosen), T["In|selection"], T["It takes a free seat, or the seat of the one named below."]),
        new(nameof(SelectionOutcome.Waitlisted), T["Waitlist"], T["Last in line for its region."]),
        new(nameof(SelectionOutcome.Out), T["Out|selection"]),
    ];

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await service.OverrideAsync(
                new OverrideOutcome
                {
                    Actor = Actor, CallSlug = Slug, CandidacyId = Input.Candidacy!.Value, Outcome = Input.Outcome!.Value, InPlaceOf = Input.InPlaceOf, Reason = Input.Reason,
                },
                Cancel);
            Notice(T["The outcome is overridden: a new version to sign."]);
            return Redirect($"/committee/calls/{Slug}/selection");
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync()
    {
        View = await queries.FindUndecidedAsync(Slug, Actor, Cancel);
        if (View is not { Basis.Reader.Signs: true, Table: not null })
        {
            throw new ForbiddenException();
        }
    }

    private IEnumerable<SelectListItem> Items(Func<SelectionRow, bool> which)
    {
        foreach (var region in View.Table!.Groups)
        {
            var group = new SelectListGroup { Name = T.Of(region.Region) };
            foreach (var row in region.Rows.Where(row => which(row) && !row.Candidacy.IsHidden))
            {
                yield return new SelectListItem
                {
                    Value = row.Candidacy.Id.ToString(),
                    Group = group,
                    Text = $"{row.Candidacy.Institution}, {T.Country(row.Candidacy.Country)}: {T.State(row.Line.Outcome).Text}",
                };
            }
        }
    }
}

/// <summary>What is typed.</summary>
public sealed class OutcomeInput
{
    /// <summary>The candidacy.</summary>
    [Required(ErrorMessage = "Choose a candidacy of this selection.")]
    public Guid? Candidacy { get; set; }

    /// <summary>Where it is put.</summary>
    [Required(ErrorMessage = "Choose where it is put.")]
    public SelectionOutcome? Outcome { get; set; }

    /// <summary>Whose seat it takes.</summary>
    public Guid? InPlaceOf { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
