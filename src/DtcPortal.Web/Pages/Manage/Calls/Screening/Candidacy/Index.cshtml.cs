using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Web.Pages.Signing;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Screening.Candidacy;

/// <summary>Screens one candidacy, asks its applicant, and lets both parties sign that it is ineligible.</summary>
[Authorize(Policy = nameof(Policies.ManagersAndCommittee))]
public sealed class IndexModel(ScreeningService service, ClarificationService clarifications, ScreeningQueries queries, PortalClock clock) : SigningPage
{
    private const int UsualDays = 10;

    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    [FromRoute]
    public string Reference { get; set; } = string.Empty;

    [BindProperty]
    public long Version { get; set; }

    // named, so that nothing else of the form is taken for a finding
    [BindProperty(Name = nameof(Findings))]
    public Dictionary<string, FindingInput> Findings { get; set; } = [];

    [BindProperty]
    public string? IneligibleReason { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public List<string> Facts { get; set; } = [];

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? CloseReason { get; set; }

    public ScreeningView View { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public bool MayScreen => View.IsOpen && Actor.Is(PortalRole.ProgrammeManager);

    public IEnumerable<Choice> FactChoices => View.Facts.Select(fact => new Choice(fact.Key, T.Of(fact.Field.Label), string.Join(", ", fact.Qualifications)));

    /// <summary>Whether what was sent was refused, so that what was typed must be shown.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether the question can be asked.</summary>
    public bool MayAsk => MayScreen && View.Open is null;

    /// <summary>Whether it can be proposed as ineligible.</summary>
    public bool MayPropose => MayAsk && View.Qualifications.Any(line => line.Finding == QualificationFinding.NotMet);

    /// <summary>What was typed into forms that are gone since, to copy.</summary>
    public IReadOnlyList<TypedText> Lost => IsRefused ? [.. TypedTexts().Where(typed => !string.IsNullOrWhiteSpace(typed.Text))] : [];

    public string Address => $"/manage/calls/{Slug}/screening/{Reference}";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync(string? then) => AttemptAsync(
        async () =>
        {
            var finish = then == "eligible";
            await service.FindAsync(
                new FindQualifications
                {
                    Actor = Actor, Reference = Reference, Version = Version, Finish = finish,
                    Findings = [.. Findings.Select(pair => new QualificationAnswer(pair.Key, pair.Value.Finding, pair.Value.Reason))],
                },
                Cancel);
            Notice(finish ? T["{0} is eligible.", Reference] : T["The findings are saved."]);
            return finish ? await NextAsync() : Redirect(Address);
        },
        ShowAsync);

    public Task<IActionResult> OnPostProposeAsync() => AttemptAsync(
        async () =>
        {
            await service.ProposeAsync(new ProposeIneligible { Actor = Actor, Reference = Reference, Version = Version, Reason = IneligibleReason }, Cancel);
            Notice(T["{0} is proposed as ineligible. A co-chair of each party signs it below.", Reference]);
            return Redirect($"{Address}#decision");
        },
        ShowAsync);

    public Task<IActionResult> OnPostUndoAsync() => AttemptAsync(
        async () =>
        {
            await service.UndoAsync(new UndoScreening { Actor = Actor, Reference = Reference, Version = Version }, Cancel);
            Notice(T["Undone. The findings are kept."]);
            return Redirect(Address);
        },
        ShowAsync);

    public Task<IActionResult> OnPostAskAsync() => AttemptAsync(
        async () =>
        {
            await clarifications.AskAsync(new AskClarification { Actor = Actor, Reference = Reference, Question = Question, Facts = Facts, DueOn = DueOn }, Cancel);
            Notice(T["The question is asked; the applicant gets a mail."]);
            return Redirect($"{Address}#clarification");
        },
        ShowAsync);

    public Task<IActionResult> OnPostCloseAsync(string? answer) => AttemptAsync(
        async () =>
        {
            await clarifications.CloseAsync(
                new CloseClarification { Actor = Actor, Reference = Reference, Version = Version, AcceptLate = answer == "accept", Reason = CloseReason }, Cancel);
            Notice(T["The clarification is closed; the applicant gets a mail."]);
            return Redirect(Address);
        },
        ShowAsync);

    protected override async Task<IActionResult> ShowAsync()
    {
        View = await queries.FindAsync(Slug, Reference, Actor, Cancel);
        IsRefused = Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict;
        DueOn ??= DateOnly.FromDateTime(Now.UtcDateTime).AddDays(UsualDays);
        return Page();
    }

    /// <summary>What a form shows of a qualification: what was typed, else what is stored, else what the portal finds.</summary>
    public FindingModel ModelOf(QualificationLine line)
    {
        var isTyped = Findings.TryGetValue(line.Code, out var typed);
        var computed = line.Computed is { Finding: not QualificationFinding.Met } found ? T.Of(found.Because) : null;
        return new FindingModel(Reference, line, MayScreen)
        {
            Finding = isTyped ? typed!.Finding : line.Finding ?? line.Computed?.Finding,
            Reason = isTyped ? typed!.Reason : line.Finding is null ? computed : line.Reason,
            IsChanged = IsRefused && isTyped && line.Finding is not null && (typed!.Finding != line.Finding || (typed.Reason ?? "") != (line.Reason ?? "")),
        };
    }

    private IEnumerable<TypedText> TypedTexts()
    {
        foreach (var (code, finding) in MayScreen ? [] : Findings)
        {
            yield return new TypedText(T["Your finding on {0}", code], string.Join(": ", new[] { finding.Finding is { } found ? T.State(found).Text : null, finding.Reason }.Where(word => !string.IsNullOrWhiteSpace(word))));
        }

        yield return new TypedText(T["Propose as ineligible"], MayPropose ? null : IneligibleReason);
        yield return new TypedText(T["Question"], MayAsk ? null : Question);
        yield return new TypedText(T["Close it"], View.Open is null ? CloseReason : null);
    }

    private async Task<IActionResult> NextAsync() =>
        Redirect(await queries.NextAsync(Slug, Reference, Cancel) is { } next ? $"/manage/calls/{Slug}/screening/{next}" : $"/manage/calls/{Slug}/screening");
}

/// <summary>What a manager finds on a qualification.</summary>
public sealed class FindingInput
{
    public QualificationFinding? Finding { get; set; }

    public string? Reason { get; set; }
}

/// <summary>A qualification with the fields to screen it, for the partial _Qualification.</summary>
public sealed record FindingModel(string Reference, QualificationLine Line, bool MayScreen)
{
    public QualificationFinding? Finding { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether something else is stored than was typed, so that both are shown.</summary>
    public bool IsChanged { get; init; }
}

/// <summary>What was typed into a form.</summary>
/// <param name="Label">Into which.</param>
/// <param name="Text">The text.</param>
public sealed record TypedText(string Label, string? Text);
