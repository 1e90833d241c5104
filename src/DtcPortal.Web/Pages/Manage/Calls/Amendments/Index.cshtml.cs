using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Amendments;

/// <summary>Proposes and withdraws amendments of a published call; co-chairs sign them on their own page.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(AmendmentService amendments, CallPartQueries queries, SigningQueries sheets) : CallPage
{
    [BindProperty]
    public AmendmentInput Input { get; set; } = new();

    public IReadOnlyList<CallAmendmentRow> Amendments { get; private set; } = [];

    public SigningView? Signing { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.DeadlineAt = TimeOnly.FromDateTime(Call.DeadlineLocal);
    }

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var zone = (await queries.TextAsync(Slug, Cancel)).Head.DeadlineZone;
            await amendments.ProposeAsync(
                new ProposeCallAmendment
                {
                    Actor = Actor,
                    Slug = Slug,
                    Text = LocalizedText.Of(Input.Text!.Trim(), Input.TextFrench?.Trim()),
                    Deadline = Input.DeadlineOn is { } day ? new Deadline(day.ToDateTime(Input.DeadlineAt is { } at ? new TimeOnly(at.Hour, at.Minute) : new TimeOnly(23, 59)), zone) : null,
                },
                Cancel);
            Notice(T["The amendment is proposed. A co-chair of each party signs it."]);
            return Redirect(Request.Path);
        },
        ShowAsync);

    public Task<IActionResult> OnPostWithdrawAsync(Guid amendmentId)
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await amendments.WithdrawAsync(new WithdrawCallAmendment { Actor = Actor, Slug = Slug, AmendmentId = amendmentId }, Cancel);
                Notice(T["The amendment is withdrawn."]);
                return Redirect(Request.Path);
            },
            ShowAsync);
    }

    private async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        (Call, Amendments) = await queries.AmendmentsAsync(Slug, Cancel);
        Signing = Amendments.FirstOrDefault(amendment => amendment.IsOpen) is { } open
            ? await sheets.ViewAsync(SignedKind.CallAmendment, open.Id, Actor, Call.Id, Cancel)
            : null;
    }

    /// <summary>An amendment as it is typed.</summary>
    public sealed class AmendmentInput
    {
        [Required(ErrorMessage = "Write what changes."), StringLength(4000)]
        [Display(Name = "What changes, in English")]
        public string? Text { get; set; }

        [StringLength(4000)]
        [Display(Name = "What changes, in French")]
        public string? TextFrench { get; set; }

        [Display(Name = "New deadline, day")]
        public DateOnly? DeadlineOn { get; set; }

        [Display(Name = "New deadline, time")]
        public TimeOnly? DeadlineAt { get; set; }
    }
}
