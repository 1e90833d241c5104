using DtcPortal.Application.Accounts;
using DtcPortal.Application.Candidacies;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Web.UserInterface;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Candidacies.TaskList;

/// <summary>The task list of a candidacy; whoever may only read it is led to what was submitted.</summary>
public sealed class IndexModel(CandidacyAccess access, CandidacyQueries queries, CandidacyService candidacies, PortalClock clock) : PortalPage
{
    private const int MostNamed = 2;

    public Application.Candidacies.TaskList List { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public StateWord State => T.State(List.Head, Now);

    public bool IsOpen => List.Head.IsOpenAt(Now);

    public MissingModel Missing => new(List.Head.Reference, List.Progress);

    public StandingModel Standing => new(List.Head, IsOpen, List.Progress.Problems);

    public IEnumerable<IGrouping<string, SectionProgress>> Groups => List.Progress.Sections.GroupBy(section => T.Of(section.Form.Group));

    public string DeadlineText(Moments moments)
    {
        var utc = moments.Universal(List.Head.LastMinute);
        return utc is null ? moments.Absolute(List.Head.LastMinute) : $"{moments.Absolute(List.Head.LastMinute)} · {utc}";
    }

    public string? HintOf(SectionProgress section, Moments moments)
    {
        var visitor = List.Visitors.FirstOrDefault(visitor => visitor.Section == section.Form.Code);
        if (visitor is not null)
        {
            return T["{0} is here now", visitor.Name];
        }

        var problems = section.Check.Problems;
        if (section.Check.State is SectionState.NeedsAttention || (section.Check.State == SectionState.InProgress && problems.Count <= MostNamed))
        {
            var named = problems.OrderBy(problem => problem.IsMissing).Take(MostNamed).Select(problem => problem.IsMissing
                ? T["{0} is missing", LabelOf(section, problem)]
                : T["{0} is wrong", LabelOf(section, problem)]);
            return string.Join("; ", named);
        }

        return section.Stored is { SavedAt: { } at, SavedByName: { } name } && section.Check.State == SectionState.InProgress
            ? T["Last changed {0} by {1}", moments.Brief(at), name]
            : section.Check.State == SectionState.NotStarted && section.Form.Introduction is { } introduction ? T.Of(introduction) : null;
    }

    public async Task<IActionResult> OnGetAsync(string reference)
    {
        // what is theirs is one query more, which only those pay whose roles know other candidacies
        if (!Actor.Is(PortalRole.Applicant) && (await access.FindAsync(reference, Actor, Cancel)).Right != CandidacyRight.Write)
        {
            return Redirect($"/candidacies/{reference}/submitted");
        }

        List = await queries.TaskListAsync(reference, Actor, Cancel);
        return Page();
    }

    public Task<IActionResult> OnPostReopenAsync(string reference) => AttemptAsync(
        async () =>
        {
            await candidacies.ReopenAsync(new ChangeCandidacy { Actor = Actor, Reference = reference, ArrivedAt = ArrivedAt }, Cancel);
            Notice(T["The candidacy is a draft again. It counts once you submit it."]);
            return Redirect($"/candidacies/{reference}");
        },
        () => OnGetAsync(reference));

    private string LabelOf(SectionProgress section, FieldProblem problem) => T.Of(section.Form.Fields.First(field => field.Key == problem.Field).Label);
}
