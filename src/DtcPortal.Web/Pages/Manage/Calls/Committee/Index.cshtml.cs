using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DtcPortal.Web.Pages.Manage.Calls.Committee;

/// <summary>The committee of a call.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(CallCommitteeService committee, CallPartQueries queries) : CallPage
{
    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public IReadOnlyList<CommitteeRow> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Candidates { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => ChangeAsync(
        () => committee.AddAsync(new AddCommitteeMember { Actor = Actor, Slug = Slug, UserId = Input.UserId!.Value }, Cancel));

    public Task<IActionResult> OnPostChangeAsync(Guid memberId, bool? reviews)
    {
        ModelState.Clear();
        return ChangeAsync(() => committee.ChangeAsync(new ChangeCommitteeMember { Actor = Actor, Slug = Slug, MemberId = memberId, Reviews = reviews }, Cancel));
    }

    private Task<IActionResult> ChangeAsync(Func<Task> change) => AttemptAsync(
        async () =>
        {
            await change();
            Notice(T["The committee is changed."]);
            return Redirect(Request.Path);
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync()
    {
        (Call, Members) = await queries.CommitteeAsync(Slug, Cancel);
        Candidates =
        [
            .. (await committee.CandidatesAsync(Cancel)).Where(candidate => Members.All(member => member.UserId != candidate.Id))
                .Select(candidate => new SelectListItem($"{candidate.Name}, {T.Of(candidate.Party)}", candidate.Id.ToString())),
        ];
    }

    /// <summary>Who is added.</summary>
    public sealed class MemberInput
    {
        [Required(ErrorMessage = "Choose a person."), Display(Name = "Person")]
        public Guid? UserId { get; set; }
    }
}
