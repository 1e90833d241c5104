using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Signing;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Pages.Candidacies.Extension;

/// <summary>A longer deadline for one institution, after a failure of the portal: a manager proposes, both parties sign.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCommittee))]
[EnableRateLimiting(RateLimits.Upload)]
public sealed class IndexModel(CandidacyAccess access, ExtensionService extensions, SigningQueries signings) : SigningPage
{
    [BindProperty]
    public ExtensionInput Input { get; set; } = new();

    [FromRoute]
    public string Reference { get; set; } = string.Empty;

    public CandidacyHead Head { get; private set; } = null!;

    public DeadlineExtension? Last { get; private set; }

    public SigningView? Signing { get; private set; }

    public bool MayPropose => Actor.Is(PortalRole.ProgrammeManager);

    public bool IsClosed => Head.CallStage != CallStage.Published;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Head.DeadlineZone);

    public StateWord? State => Last switch
    {
        { IsOpen: true } => new StateWord(Tone.Info, T["Proposed|extension"]),
        { AgreedAt: not null } => new StateWord(Tone.Good, T["In force|extension"]),
        _ => null,
    };

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var head = await access.FindAsync(Reference, Actor, Cancel);
            await using var proof = Input.Proof?.OpenReadStream();
            await extensions.ProposeAsync(
                new ProposeExtension
                {
                    Actor = Actor,
                    Reference = Reference,
                    Failure = Input.Failure,
                    FailedFrom = new DateTimeOffset(Input.FailedFrom!.Value, TimeSpan.Zero),
                    FailedUntil = new DateTimeOffset(Input.FailedUntil!.Value, TimeSpan.Zero),
                    Until = new Deadline(Minute(Input.Until!.Value), head.DeadlineZone),
                    Proof = proof,
                    ProofName = Input.Proof?.FileName,
                },
                Cancel);
            Notice(T["Proposed. It is in force once both parties have signed it."]);
            return Redirect(Request.Path);
        },
        ShowAsync,
        Input.Check);

    public Task<IActionResult> OnPostWithdrawAsync()
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                await extensions.WithdrawAsync(Reference, Actor, Cancel);
                Notice(T["The proposal is withdrawn."]);
                return Redirect(Request.Path);
            },
            ShowAsync);
    }

    public async Task<IActionResult> OnGetDownloadProofAsync(Guid id)
    {
        var proof = await extensions.ProofAsync(Reference, id, Actor, Cancel);
        return File(proof.Content, proof.ContentType, proof.FileName);
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Head = await access.FindAsync(Reference, Actor, Cancel);
        Last = await extensions.LastAsync(Head.Id, Cancel);
        Signing = Last is { WithdrawnAt: null } last ? await signings.ViewAsync(SignedKind.DeadlineExtension, last.Id, Actor, Head.CallId, Cancel) : null;
        return Page();
    }

    private static DateTime Minute(DateTime at) => new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, DateTimeKind.Unspecified);

    public sealed class ExtensionInput
    {
        [Display(Name = "What failed in the portal")]
        [Required(ErrorMessage = "Write what failed in the portal.")]
        public string? Failure { get; set; }

        [Display(Name = "The portal failed from")]
        [Required]
        public DateTime? FailedFrom { get; set; }

        [Display(Name = "The portal failed until")]
        [Required]
        public DateTime? FailedUntil { get; set; }

        [Display(Name = "Longer deadline")]
        [Required]
        public DateTime? Until { get; set; }

        [Display(Name = "Proof")]
        public IFormFile? Proof { get; set; }

        /// <summary>Throws RuleBrokenException at what is wrong by itself, beside what is not written at all.</summary>
        internal void Check()
        {
            var rules = new FormRules();
            rules.Require(FailedFrom is null || FailedUntil is null || FailedFrom < FailedUntil, "The failure ends after it began.", nameof(FailedUntil));
            rules.Require(Proof is not null, "Add the proof: a log, a message or a picture of the failure.", nameof(Proof));
            rules.Demand();
        }
    }
}
