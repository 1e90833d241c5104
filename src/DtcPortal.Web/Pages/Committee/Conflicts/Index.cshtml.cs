using DtcPortal.Application.Committee;
using DtcPortal.Domain.Committee;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Committee.Conflicts;

/// <summary>Declares conflicts of interest, names and countries first; the other party's co-chair decides on them.</summary>
[Authorize(Policy = nameof(Policies.Committee))]
public sealed class IndexModel(ConflictQueries queries, ConflictService conflicts) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = string.Empty;

    /// <summary>References that are ticked.</summary>
    [BindProperty]
    public List<string> Conflicts { get; set; } = [];

    /// <summary>Reasons by reference.</summary>
    [BindProperty(Name = nameof(Reasons))]
    public Dictionary<string, string?> Reasons { get; set; } = [];

    [BindProperty]
    public bool IsComplete { get; set; }

    public ConflictsOfCall View { get; private set; } = null!;

    public IEnumerable<ConflictRow> ToDecide => View.Others.Where(conflict => conflict.State == ConflictState.Undecided);

    public IEnumerable<ConflictRow> Decided => View.Others.Where(conflict => conflict.State != ConflictState.Undecided);

    /// <summary>The decision that was refused: its reason is shown again.</summary>
    public (Guid Id, string? Reason)? Refused { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await conflicts.DeclareAsync(
                new DeclareConflicts
                {
                    Actor = Actor,
                    Slug = Slug,
                    Conflicts = [.. Conflicts.Select(reference => new DeclaredConflict(reference, Reasons.GetValueOrDefault(reference)))],
                    IsComplete = IsComplete,
                },
                Cancel);
            Notice(T["Your declaration is stored. You can add a conflict later on the page of a candidacy."]);
            return Redirect("/committee");
        },
        ShowAsync);

    public Task<IActionResult> OnPostDecideAsync(Guid id, string? decision, string? reason)
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                Domain.Common.Rule.Require(decision is "uphold" or "dismiss", "Choose whether it is a conflict.", $"decide-{id}");
                await conflicts.DecideAsync(new DecideConflict { Actor = Actor, Slug = Slug, ConflictId = id, IsUpheld = decision == "uphold", Reason = reason }, Cancel);
                Notice(decision == "uphold" ? T["The conflict is upheld. The member sees neither the candidacy nor its scores."] : T["It is no conflict. The member sees the candidacy."]);
                return Redirect($"/committee/calls/{Slug}/conflicts#decide");
            },
            async () =>
            {
                Refused = (id, reason);
                return await ShowAsync();
            });
    }

    public ConflictRow? OwnWith(string reference) => View.Own.FirstOrDefault(conflict => conflict.Reference == reference);

    private async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() => View = await queries.OfCallAsync(Actor, Slug, Cancel);
}
