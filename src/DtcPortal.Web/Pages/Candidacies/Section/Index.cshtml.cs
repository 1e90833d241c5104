using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Pages.Candidacies.Section;

/// <summary>A section as it is written: it saves as one types, alone, and never over a colleague's text.</summary>
[EnableRateLimiting(RateLimits.Upload)]
public sealed class IndexModel(CandidacyService candidacies, CandidacyQueries queries, PortalDbContext db, PortalClock clock, Moments moments) : PortalPage
{
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public long Version { get; set; }

    /// <summary>What the page was opened with, see <see cref="SeenAnswers"/>.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The button, see <see cref="SectionButton"/>.</summary>
    [BindProperty]
    public string? Go { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    [BindProperty]
    public IFormFile? Document { get; set; }

    public SectionView View { get; private set; } = null!;

    public SectionConflict? Conflict { get; private set; }

    /// <summary>Whether the reader, in another window, saved last.</summary>
    public bool IsOwnSave => View.Stored.SavedById == Actor.Id;

    public bool IsSaved { get; private set; } = true;

    /// <summary>The version that the form carries; what was not saved is still compared with the one that was seen.</summary>
    public long FormVersion => IsSaved ? View.Stored.Version : Version;

    /// <summary>What the form carries of the answers that it was opened with.</summary>
    public string? FormSeen => IsSaved ? SeenAnswers.Of(View.Stored.Answers) : Seen;

    /// <summary>Whether the page shows what arrived after the deadline.</summary>
    public bool IsTooLate => !IsSaved && ArrivedAt >= View.Head.EndsAt;

    public bool IsEditable { get; private set; }

    public IReadOnlyList<EvidenceRow> Rows => EvidenceRow.Of(View, T);

    public AnswersModel Answered => AnswersModel.Of(View);

    /// <summary>Fields as they are laid out: figures that follow each other stand side by side.</summary>
    public IEnumerable<IReadOnlyList<FormField>> Blocks => FieldBlocks.Of(View.Form);

    public IEnumerable<SelectListItem> DocumentChoices =>
        View.Form.Fields.Where(asked => asked.Kind == FormFieldKind.File).Select(asked => new SelectListItem(T.Of(asked.Label), asked.Key))
            .Append(new SelectListItem(T["Further evidence"], EvidenceDocument.Other));

    private SectionButton Button => new(Go);

    public CandidacyFieldModel FieldOf(FormField field) => new(field, View.Stored.Answers.GetValueOrDefault(field.Key));

    public string SubText()
    {
        var place = T["Section {0} of {1}", View.Number, View.Head.Form.Sections.Count];
        var state = T["Candidacy {0}: {1}", View.Head.Reference, T.State(View.Head, clock.Now).Text];
        return IsEditable && moments.OpenUntil(T, View.Head, clock.Now) is { } until ? $"{place} · {state} · {until}" : $"{place} · {state}";
    }

    public async Task<IActionResult> OnGetAsync(string reference, string section)
    {
        await LoadAsync(reference, section);
        SayWhatIsWrong();
        if (IsEditable)
        {
            await candidacies.SeeAsync(View.Head.Id, section, Actor, Cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, string section)
    {
        SectionSaved? saved = null;
        return await AttemptAsync(
            async () =>
            {
                try
                {
                    saved = await candidacies.SaveSectionAsync(SaveOf(reference, section), Cancel);
                }
                catch (DbUpdateConcurrencyException)
                {
                    // a file that came with it, maybe over a slow line, is not lost for that
                    db.ChangeTracker.Clear();
                    await TryDocumentsAsync(reference, section);
                    throw;
                }

                await ActOnDocumentsAsync(reference, section);
                return Button.LeadsOn && saved.Check.Problems.Any(problem => !problem.IsMissing)
                    ? await ShowAsync(reference, section, StatusCodes.Status400BadRequest)
                    : Redirect(await TargetAsync(reference, section));
            },
            () => ShowAsync(reference, section, Response.StatusCode, isSaved: saved is not null));
    }

    public async Task<IActionResult> OnPostAutosaveAsync(string reference, string section)
    {
        try
        {
            var saved = await candidacies.SaveSectionAsync(SaveOf(reference, section), Cancel);
            return new JsonResult(new { version = saved.Version, savedAt = saved.SavedAt });
        }
        catch (RuleBrokenException broken)
        {
            return new JsonResult(new { message = await SayAsync(broken, reference, section) }) { StatusCode = StatusCodes.Status400BadRequest };
        }
        catch (DbUpdateConcurrencyException)
        {
            return new JsonResult(new { }) { StatusCode = StatusCodes.Status409Conflict };
        }
    }

    private SaveSection SaveOf(string reference, string section) =>
        new() { Actor = Actor, Reference = reference, Section = section, Answers = Answers, Version = Version, ArrivedAt = ArrivedAt };

    private async Task ActOnDocumentsAsync(string reference, string section)
    {
        var act = new DocumentAct
        {
            Actor = Actor, Reference = reference, Section = section, Field = Field, File = Document, InputName = nameof(Document), Button = Button, ArrivedAt = ArrivedAt,
        };
        foreach (var done in await act.DoAsync(candidacies, Cancel))
        {
            Notice(done);
        }
    }

    // both texts are shown, so that a refused file is told above them
    private async Task TryDocumentsAsync(string reference, string section)
    {
        try
        {
            await ActOnDocumentsAsync(reference, section);
        }
        catch (RuleBrokenException broken)
        {
            db.ChangeTracker.Clear();
            Notice(broken.Rule);
        }
    }

    private async Task<string> SayAsync(RuleBrokenException broken, string reference, string section)
    {
        await LoadAsync(reference, section);
        return ArrivedAt < View.Head.EndsAt ? T.Of(broken.Rule) : $"{T.Of(broken.Rule)} {moments.Ended(T, View.Head)}";
    }

    private async Task<string> TargetAsync(string reference, string section)
    {
        if (Button.Within is { } place)
        {
            return $"/candidacies/{reference}/{section}{place}";
        }

        await LoadAsync(reference, section);
        return Button.OutOf(View);
    }

    private async Task<IActionResult> ShowAsync(string reference, string section, int status, bool isSaved = true)
    {
        await LoadAsync(reference, section);
        (IsSaved, IsEditable) = (isSaved, IsEditable || !isSaved);
        Response.StatusCode = status;
        if (status == StatusCodes.Status409Conflict)
        {
            ModelState.Clear();
            Conflict = SectionConflict.Of(View.Form, Answers, View.Stored.Answers, SeenAnswers.Parse(Seen));
        }
        else
        {
            SayWhatIsWrong();
        }

        return Page();
    }

    private async Task LoadAsync(string reference, string section)
    {
        View = await queries.SectionAsync(reference, section, Actor, Cancel);
        IsEditable = View.Head.IsEditableAt(ArrivedAt);
    }

    // what is missing in a draft is no mistake
    private void SayWhatIsWrong()
    {
        foreach (var problem in View.Check.Problems.Where(problem => !problem.IsMissing && IsSaved))
        {
            ModelState.AddModelError(AnswerNames.Of(View.Form.Fields.First(field => field.Key == problem.Field)), T.Of(problem.Message));
        }
    }
}
