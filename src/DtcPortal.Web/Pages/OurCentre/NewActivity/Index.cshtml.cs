using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Web.Pages.OurCentre.Activities;
using DtcPortal.Web.Pages.OurCentre.EditActivity;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.OurCentre.NewActivity;

[Authorize(Policy = nameof(Policies.CentreStaff))]
public sealed class IndexModel(ActivityService activities, ActivityQueries queries) : ActivityForm
{
    /// <summary>Name of the card.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    /// <summary>An activity to begin from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Like { get; set; }

    [BindProperty]
    public ActivityInput Input { get; set; } = new();

    /// <summary>The key by which the form was sent.</summary>
    [BindProperty]
    public Guid? Key { get; set; }

    /// <summary>The key of the activity that the form enters; a form that is shown again enters another one.</summary>
    public Guid FormKey { get; } = Guid.CreateVersion7();

    public override bool IsKnown => false;

    public override ActivityInput Form => Input;

    public async Task<IActionResult> OnGetAsync()
    {
        await activities.RequireActiveAsync(Actor, Cancel);
        Card = ActivityCards.All(T).FirstOrDefault(card => card.Code == Kind) ?? ActivityCards.All(T)[0];
        Input.Kind = Card.Kinds[0];
        if (Like is { } id)
        {
            // the same course again: all but its days and figures
            var like = (await queries.FindAsync(Actor, id, Cancel)).Activity;
            Card = ActivityCards.Of(T, like.Kind);
            Input = new ActivityInput
            {
                Kind = like.Kind, Title = like.Title, Level = like.Level, Mode = like.Mode, Curriculum = like.Curriculum, TargetGroup = like.TargetGroup,
                Hours = like.Hours == 0 ? null : like.Hours,
            };
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync(string? another) => AttemptAsync(
        async () =>
        {
            var id = await activities.AddAsync(new AddActivity { Actor = Actor, Entry = Input.ToEntry(), Key = Key }, Cancel);
            Notice(T["“{0}” is entered.", Input.Title]);
            return Redirect(another is null ? "/centre/activities" : $"/centre/activities/new?like={id}");
        },
        () =>
        {
            Card = Enum.IsDefined(Input.Kind) ? ActivityCards.Of(T, Input.Kind) : throw new NotFoundException();
            return Task.FromResult<IActionResult>(Page());
        },
        () => activities.Check(Input.ToEntry()));
}
