using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Pages.Candidacies.Clarification;

/// <summary>What an institution is asked about its candidacy, and its answer.</summary>
[Authorize(Policy = nameof(Policies.Applicants))]
[EnableRateLimiting(RateLimits.Upload)]
public sealed class IndexModel(ClarificationService service, ClarificationQueries queries, PortalClock clock) : PortalPage
{
    private const string FileStart = "Files[";

    [FromRoute]
    public string Reference { get; set; } = string.Empty;

    /// <summary>The version that was seen.</summary>
    [BindProperty]
    public long? Version { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Facts { get; set; } = [];

    /// <summary>Carries the labels of the documents' fields; they are sent as Files[section/field].</summary>
    public IFormFile? Upload { get; }

    public ClarificationView View { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    /// <summary>Whether something else was answered meanwhile, by a colleague or in another window: both are shown.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Whether it can be answered, or answered anew.</summary>
    public bool MayAnswer => View.Clarification.IsOpen && (View.Clarification.AnsweredAt is null || Now < View.Clarification.EndsAt);

    public bool IsOverdue => View.Clarification is { IsOpen: true, AnsweredAt: null } && Now >= View.Clarification.EndsAt;

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            var uploads = Request.Form.Files.Where(file => file.Name.StartsWith(FileStart, StringComparison.Ordinal) && file.Length > 0).ToList();
            var files = uploads.ConvertAll(file => new ClarificationFile(file.Name[FileStart.Length..].TrimEnd(']'), file.FileName, file.OpenReadStream()));
            try
            {
                await service.AnswerAsync(
                    new AnswerClarification
                    {
                        Actor = Actor, Reference = Reference, Version = Version, Answer = Answer, Facts = Facts, Files = files, ArrivedAt = ArrivedAt,
                    },
                    Cancel);
            }
            finally
            {
                files.ForEach(file => file.Content.Dispose());
            }

            Notice(T["Your answer arrived. We sent you a mail that confirms it."]);
            return Redirect($"/candidacies/{Reference}/clarification");
        },
        async () =>
        {
            IsStale = Response.StatusCode == StatusCodes.Status409Conflict;
            await LoadAsync();
            return Page();
        });

    /// <summary>What a fact's field shows: what was typed, else as it stands.</summary>
    public CandidacyFieldModel FieldOf(AskedFact fact) => new(fact.Field with { IsRequired = true }, Facts.GetValueOrDefault(fact.Key) ?? fact.Now) { Name = $"Facts[{fact.Key}]" };

    /// <summary>A value in words.</summary>
    public string Shown(FormField field, string value) => value.Length == 0 ? T["No answer"] : T.Answer(field, value);

    private async Task LoadAsync()
    {
        View = await queries.FindOwnAsync(Reference, Actor, Cancel);
        Answer ??= View.Clarification.Answer;
        // once both were shown, sending again is a decision
        Version = IsStale ? View.Clarification.Version : Version ?? View.Clarification.Version;
    }
}
