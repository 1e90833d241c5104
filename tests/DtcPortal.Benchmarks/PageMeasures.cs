using System.Globalization;
using System.Text.Json;

namespace DtcPortal.Benchmarks;

/// <summary>A page beside its floor.</summary>
/// <param name="Name">What the page is.</param>
/// <param name="Page">The page.</param>
/// <param name="Floor">The floor.</param>
/// <param name="Ratio">The median, over the rounds, of the page's requests a second to the floor's.</param>
internal sealed record Compared(string Name, Measured Page, Measured Floor, double Ratio);

/// <summary>The pages that are measured, each beside its floor.</summary>
internal sealed class PageMeasures(Portal portal, SeededPlaces places, int connections)
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <summary>Page and floor take turns, a second each, so that whatever else the machine does meets both.</summary>
    /// <param name="rounds">How often each has its turn.</param>
    /// <param name="only">Part of the name of what to measure; empty for all.</param>
    public async Task<IReadOnlyList<Compared>> RunAsync(int rounds, string only)
    {
        using var manager = await portal.BrowserAsync("manager@example.org");
        using var chair = await portal.BrowserAsync("chair.itu@example.org");
        using var member = await portal.BrowserAsync("member1@example.org");
        using var partner = await portal.BrowserAsync("partner@example.org");
        using var visitor = await portal.BrowserAsync();
        var draft = places.Drafts[0];
        (string Name, Func<int, Task<Func<Task<Answer>>>> Page, Func<long, Func<int, Func<Task<Answer>>>> Floor)[] all =
        [
            ("candidacy list, 500 rows", Same(manager, $"/manage/calls/{places.CallSlug}/candidacies?size=500"), bytes => Get(visitor, "list", places.CallId, bytes)),
            ("candidacy with its reviews", Same(chair, $"/committee/{places.Reviewed.Reference}"), bytes => Get(visitor, "candidacy", places.Reviewed.Id, bytes)),
            ("review form", Same(member, $"/committee/{draft.Reference}/review?criterion=C5"), bytes => Get(visitor, "review", draft.Id, bytes)),
            ("save of a review", number => SaveAsync(member, number), _ => number => Save(visitor, number)),
            ("partner dashboard", Same(partner, "/partners"), bytes => Get(visitor, "dashboard", places.PhaseId, bytes)),
        ];
        var compared = new List<Compared>();
        foreach (var (name, page, floor) in all.Where(one => one.Name.Contains(only, StringComparison.Ordinal)))
        {
            var pages = await Task.WhenAll(Enumerable.Range(0, connections).Select(page));
            var bytes = (await pages[0]()).Bytes;
            compared.Add(await CompareAsync(name, new Load(portal, pages), new Load(portal, [.. Enumerable.Range(0, connections).Select(floor(bytes))]), rounds));
            Console.Error.WriteLine($"{name}: measured.");
        }

        return compared;
    }

    private static async Task<Compared> CompareAsync(string name, Load page, Load floor, int rounds)
    {
        // until what runs most is compiled for good
        await page.RunAsync(6 * Round, isWarmUp: true);
        await floor.RunAsync(3 * Round, isWarmUp: true);
        var ratios = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var ofPage = await page.RunAsync(Round);
            ratios.Add(ofPage / await floor.RunAsync(Round));
        }

        ratios.Sort();
        return new Compared(name, page.Measured(), floor.Measured(), ratios[ratios.Count / 2]);
    }

    private static Func<int, Task<Func<Task<Answer>>>> Same(HttpClient client, string address) => _ => Task.FromResult(Get(client, address));

    private static Func<Task<Answer>> Get(HttpClient client, string address) => () => Load.AskAsync(client, new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)));

    private static Func<int, Func<Task<Answer>>> Get(HttpClient client, string floor, Guid id, long bytes) => _ => Get(client, $"/floor/{floor}?id={id}&bytes={bytes}");

    // as the page's script does with each pause in typing: the whole form, then on from the version that the answer names; a review for each connection
    private async Task<Func<Task<Answer>>> SaveAsync(HttpClient member, int number)
    {
        var address = $"/committee/{places.Drafts[number].Reference}/review?criterion=C5";
        var fields = await Portal.FieldsAsync(member, address);
        fields["Input.Score"] = "4";
        var count = 0;
        return async () =>
        {
            fields["Input.Reason"] = Reason(++count);
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{address}&handler=Autosave", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("X-Requested-With", "fetch");
            var answer = await Load.AskAsync(member, request);
            using var saved = JsonDocument.Parse(answer.Body);
            fields["Input.Version"] = saved.RootElement.GetProperty("version").GetInt64().ToString(CultureInfo.InvariantCulture);
            return answer;
        };
    }

    private Func<Task<Answer>> Save(HttpClient visitor, int number)
    {
        var address = new Uri($"/floor/save?id={places.Drafts[^(number + 1)].Id}", UriKind.Relative);
        var count = 0;
        return () => Load.AskAsync(visitor, new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("reason", Reason(++count))]) });
    }

    private static string Reason(int count) => $"Asks employers each year and changes courses because of the answers ({count}).";
}
