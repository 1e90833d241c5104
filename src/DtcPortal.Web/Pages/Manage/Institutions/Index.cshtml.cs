using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Institutions;

/// <summary>People who ask to join an institution; a manager answers, with a reason, where its owner does not (rules.md 2).</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(InstitutionQueries queries, InstitutionService institutions) : PortalPage
{
    private Guid? _answered;

    /// <summary>Page of the list.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Who waits.</summary>
    public Paged<AskRow> Asks { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Answers one.</summary>
    public Task<IActionResult> OnPostAsync(Guid institution, Guid user, bool admit)
    {
        _answered = user;
        return AttemptAsync(
            async () =>
            {
                await institutions.AnswerAsync(new AnswerAsk { Actor = Actor, InstitutionId = institution, UserId = user, Admit = admit, Reason = Reason }, Cancel);
                Notice(admit ? T["The person is admitted and was told by mail."] : T["The request was refused; the person was told by mail."]);
                return LocalRedirect("/manage/institutions");
            },
            async () =>
            {
                await LoadAsync();
                return Page();
            });
    }

    /// <summary>Under which name, and id, the page asks for the reason of the answer to somebody.</summary>
    public static string ReasonOf(Guid user) => $"reason-{user}";

    /// <inheritdoc />
    protected override string KeyOf(string? field) => (_answered, field) is ({ } user, nameof(Reason)) ? ReasonOf(user) : base.KeyOf(field);

    private async Task LoadAsync() => Asks = await queries.AsksAsync(Math.Max(1, PageNumber), Cancel);
}
