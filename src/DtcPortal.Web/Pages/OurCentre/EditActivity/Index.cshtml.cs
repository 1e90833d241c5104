using DtcPortal.Application.Centres;
using DtcPortal.Web.Pages.OurCentre.Activities;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.OurCentre.EditActivity;

[Authorize(Policy = nameof(Policies.CentreStaff))]
public sealed class IndexModel(ActivityService activities, ActivityQueries queries, ManagedCentreQueries centres, Moments moments) : ActivityForm
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ActivityInput Input { get; set; } = new();

    public ActivityView View { get; private set; } = null!;

    /// <summary>How far the centre has come.</summary>
    public CentreStanding Standing { get; private set; } = null!;

    /// <summary>Where the activity differs from what was typed, after somebody else saved first.</summary>
    public IReadOnlyList<PartDifference> Differences { get; private set; } = [];

    public override bool IsKnown => true;

    public override ActivityInput Form => Input;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        Input = ActivityInput.Of(View.Activity);
        Card = ActivityCards.Of(T, Input.Kind);
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await activities.ChangeAsync(new ChangeActivity { Actor = Actor, ActivityId = Id, Version = Input.Version, Entry = Input.ToEntry() }, Cancel);
            Notice(T["“{0}” is changed.", Input.Title]);
            return Redirect("/centre/activities");
        },
        AgainAsync,
        () => activities.Check(Input.ToEntry()));

    public Task<IActionResult> OnPostRemoveAsync()
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await activities.RemoveAsync(Actor, Id, Cancel);
                return Redirect($"/centre/activities?removed={Id}");
            },
            OnGetAsync);
    }

    public Task<IActionResult> OnPostRestoreAsync()
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await activities.RestoreAsync(Actor, Id, Cancel);
                Notice(T["The activity is back."]);
                return Redirect($"/centre/activities/{Id}");
            },
            OnGetAsync);
    }

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        Card = ActivityCards.Of(T, Enum.IsDefined(Input.Kind) ? Input.Kind : View.Activity.Kind);
        if (Response.StatusCode == StatusCodes.Status409Conflict)
        {
            Differences = PartDifference.Between([.. Say(Input, moments)], [.. Say(ActivityInput.Of(View.Activity), moments)]);
            this.AcceptVersion(View.Activity.Version);
        }

        return Page();
    }

    private async Task LoadAsync()
    {
        View = await queries.FindAsync(Actor, Id, Cancel);
        Standing = await centres.StandingAsync(Actor, Cancel);
        (IsOpen, Period) = (PeriodLock.IsOpen(View.Report) && View.Activity.RemovedAt is null && Standing.IsWorking, View.Activity.Period);
    }
}
