using DtcPortal.Application.Centres;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.OurCentre.Person;

/// <summary>Asks whether somebody's access is to end, or their invitation to be taken back.</summary>
[Authorize(Policy = nameof(Policies.CentreManagers))]
public sealed class IndexModel(CentrePeople people, ManagedCentreQueries centres) : PortalPage
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Who it is.</summary>
    public CentrePerson Person { get; private set; } = null!;

    /// <summary>Whether it is who reads this.</summary>
    public bool IsSelf => Person.Id == Actor.Id;

    /// <summary>Whether the centre has ended: nobody is invited any more.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Asks.</summary>
    public async Task OnGetAsync()
    {
        Person = await people.FindAsync(Actor, Id, Cancel);
        HasEnded = (await centres.StandingAsync(Actor, Cancel)).EndedAt is not null;
    }

    /// <summary>Ends it.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(
        () => people.EndAsync(Actor, Id, Cancel), () => Person.IsInvited ? T["The invitation of {0} is taken back.", Person.Name] : T["{0} has no access any more.", Person.Name]);

    /// <summary>Mails the invitation once more.</summary>
    public Task<IActionResult> OnPostInviteAsync() => DoAsync(() => people.InviteAgainAsync(Actor, Id, Cancel), () => T["We sent the invitation once more."]);

    private Task<IActionResult> DoAsync(Func<Task> act, Func<string> sentence) => AttemptAsync(
        async () =>
        {
            await OnGetAsync();
            await act();
            Notice(sentence());
            return LocalRedirect("/centre/people");
        },
        async () =>
        {
            await OnGetAsync();
            return Page();
        });
}
