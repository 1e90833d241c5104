using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Web.UserInterface;

namespace DtcPortal.Web.Pages.Work;

/// <summary>What awaits somebody, and nothing else; sign-in leads here.</summary>
public sealed class IndexModel(IEnumerable<IWorkSource> sources, PortalClock clock, Moments moments) : PortalPage
{
    private const int SoonDays = 7;

    /// <summary>What awaits, the most urgent first.</summary>
    public IReadOnlyList<WorkItem> Open { get; private set; } = [];

    /// <summary>What is done.</summary>
    public IReadOnlyList<WorkItem> Done { get; private set; } = [];

    /// <summary>A line that says how much it is.</summary>
    public string Summary => Open.Count == 0 ? string.Empty : Open[0].DueAt is { } due
        ? $"{T.Plural(Open.Count, "{0} thing", "{0} things")}, {(due < clock.Now ? T["the first was due on {0}, {1}", moments.Day(due), moments.Relative(due)] : T["the first is due on {0}, {1}", moments.Day(due), moments.Relative(due)])}"
        : T.Plural(Open.Count, "{0} thing", "{0} things");

    /// <summary>Where one goes when nothing awaits.</summary>
    public (string Sentence, string Address, string Words) Next => Actor switch
    {
        _ when Actor.Is(PortalRole.Applicant) => (T["When a call is open, your candidacy for it and its deadline stand here."], "/calls", T["See the calls"]),
        _ when Actor.IsAny(PortalRole.CentreManager, PortalRole.CentreReporter) => (T["The next report stands here when its quarter has ended."], "/centre", T["To our centre"]),
        _ when Actor.IsAny(PortalRole.CommitteeMember, PortalRole.CoChair) => (T["Reviews, conflicts and signatures stand here when they wait for you."], "/committee", T["To the committee"]),
        _ when Actor.Is(PortalRole.ProgrammeManager) => (T["Candidacies to screen and reports to verify stand here."], "/manage/calls", T["To the calls"]),
        _ when Actor.Is(PortalRole.Administrator) => (T["Mails that cannot be delivered stand here."], "/admin/users", T["To the accounts"]),
        _ => (T["Contributions to confirm stand here."], "/partners", T["To the dashboard"]),
    };

    /// <summary>Asks every area.</summary>
    public async Task OnGetAsync()
    {
        var items = new List<WorkItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.ForAsync(Actor, Cancel));
        }

        Open = [.. items.Where(item => !item.IsDone).OrderBy(item => item.DueAt ?? DateTimeOffset.MaxValue)];
        Done = [.. items.Where(item => item.IsDone).OrderByDescending(item => item.DueAt ?? DateTimeOffset.MinValue)];
        ViewData["Awaits"] = Open.Count;
    }

    /// <summary>When it is due, as a tag.</summary>
    public StateWord? DueOf(WorkItem item)
    {
        if (item.DueAt is not { } due)
        {
            return null;
        }

        var left = due - clock.Now;
        return left < TimeSpan.Zero ? new StateWord(Tone.Bad, T["Overdue since {0}", moments.Day(due)])
            : left < TimeSpan.FromDays(1) ? new StateWord(Tone.Bad, T["Due on {0}, {1}", moments.Day(due), moments.Relative(due)])
            : left < TimeSpan.FromDays(SoonDays + 1) ? new StateWord(Tone.Watch, T["Due on {0}, {1}", moments.Day(due), moments.Relative(due)])
            : new StateWord(Tone.Plain, T["Due on {0}", moments.Day(due)]);
    }
}
