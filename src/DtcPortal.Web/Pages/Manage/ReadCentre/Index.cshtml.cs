using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Centres;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Pages.Manage.ReadCentre;

/// <summary>A centre for managers: its agreement, entered and signed by ITU's, and its state.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
[EnableRateLimiting(RateLimits.Upload)]
public sealed class IndexModel(ManagedCentreQueries queries, AgreementService agreements, CentreService centres) : PortalPage
{
    private const string ReadField = "read";

    /// <summary>What is entered of the agreement.</summary>
    [BindProperty]
    public AgreementInput Input { get; set; } = new();

    /// <summary>Why the centre is suspended.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The centre.</summary>
    public ManagedCentre Centre { get; private set; } = null!;

    /// <summary>Whether the reader enters and signs for ITU.</summary>
    public bool MayEnter => AgreementService.MayEnter(Actor);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(string slug)
    {
        Centre = await queries.FindAsync(slug, Cancel);
        Input = AgreementInput.Of(Centre.Agreement);
    }

    /// <summary>The agreement's document.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(string slug)
    {
        var document = await queries.DocumentAsync(slug, Cancel);
        return File(document.Content, document.ContentType, document.FileName);
    }

    /// <summary>Saves the agreement.</summary>
    public Task<IActionResult> OnPostSaveAsync(string slug) => AttemptAsync(
        async () =>
        {
            await using var content = Input.File?.OpenReadStream();
            await agreements.SaveAsync(
                new SaveAgreement
                {
                    Actor = Actor, Centre = slug, Version = Input.Version, StartsOn = Input.StartsOn, EndsOn = Input.EndsOn, Commitments = Input.ToCommitments(),
                    FileName = Input.File?.FileName, Content = content,
                },
                Cancel);
            Notice(T["The agreement is saved. ITU and the centre sign it."]);
            return Redirect($"/manage/centres/{slug}");
        },
        () => AgainAsync(slug),
        () => CentreAgreement.Check(Input.StartsOn, Input.EndsOn, Input.ToCommitments()));

    /// <summary>Signs for ITU.</summary>
    public Task<IActionResult> OnPostSignAsync(string slug, bool read, string? fingerprint)
    {
        ModelState.Clear();
        return AttemptAsync(
            async () =>
            {
                Rule.Require(read, "Tick that you read the agreement.", ReadField);
                await agreements.SignForItuAsync(Actor, slug, fingerprint, Cancel);
                Notice(T["You signed the agreement for ITU."]);
                return Redirect($"/manage/centres/{slug}");
            },
            () => AgainAsync(slug));
    }

    /// <summary>Suspends the centre.</summary>
    public Task<IActionResult> OnPostSuspendAsync(string slug) => ChangeAsync(slug, CentreChange.Suspend, T["The centre is suspended; its people get a mail."]);

    /// <summary>Takes the suspension back.</summary>
    public Task<IActionResult> OnPostResumeAsync(string slug) => ChangeAsync(slug, CentreChange.Resume, T["The centre is active again; its people get a mail."]);

    private Task<IActionResult> ChangeAsync(string slug, CentreChange change, string notice)
    {
        var typed = ModelState[nameof(Reason)];
        ModelState.Clear();
        ModelState.SetModelValue(nameof(Reason), typed?.RawValue, typed?.AttemptedValue);
        ModelState.MarkFieldValid(nameof(Reason));
        return AttemptAsync(
            async () =>
            {
                await centres.ChangeAsync(new ChangeCentre { Actor = Actor, Centre = slug, Change = change, Reason = Reason }, Cancel);
                Notice(notice);
                return Redirect($"/manage/centres/{slug}");
            },
            () => AgainAsync(slug));
    }

    // the box beside the form's Input
    /// <inheritdoc />
    protected override string KeyOf(string? field) => field == ReadField ? field : base.KeyOf(field);

    private async Task<IActionResult> AgainAsync(string slug)
    {
        Centre = await queries.FindAsync(slug, Cancel);
        Input.Fill();
        return Page();
    }
}

/// <summary>An agreement as it is typed.</summary>
public sealed class AgreementInput
{
    /// <summary>Version that was seen.</summary>
    public long? Version { get; set; }

    /// <summary>First day.</summary>
    [Required(ErrorMessage = "Write the first day of the agreement.")]
    public DateOnly? StartsOn { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Activities of each kind in each period.</summary>
    public Dictionary<ActivityKind, int?> Commitments { get; set; } = [];

    /// <summary>The document.</summary>
    public IFormFile? File { get; set; }

    internal static AgreementInput Of(AgreementView? agreement)
    {
        var input = new AgreementInput
        {
            Version = agreement?.Version, StartsOn = agreement?.StartsOn, EndsOn = agreement?.EndsOn,
            Commitments = agreement?.Commitments.ToDictionary(pair => pair.Key, pair => (int?)pair.Value) ?? [],
        };
        input.Fill();
        return input;
    }

    /// <summary>Gives each kind a number to show: what an agreement does not name is 0.</summary>
    internal void Fill()
    {
        foreach (var kind in Enum.GetValues<ActivityKind>())
        {
            Commitments[kind] = Commitments.GetValueOrDefault(kind) ?? 0;
        }
    }

    /// <summary>The numbers; what is left empty is 0.</summary>
    internal Dictionary<ActivityKind, int> ToCommitments() => Commitments.ToDictionary(pair => pair.Key, pair => pair.Value ?? 0);
}
