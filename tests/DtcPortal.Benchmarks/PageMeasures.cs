namespace DtcPortal.Benchmarks;

/// <summary>The pages that are measured, each beside its floor.</summary>
internal static class PageMeasures
{
    public static async Task<IReadOnlyList<(string Name, Measured Page, Measured Floor)>> RunAsync(Portal portal, SeededPlaces places, int connections, TimeSpan duration)
    {
        using var manager = await portal.BrowserAsync("manager@example.org");
        using var chair = await portal.BrowserAsync("chair.itu@example.org");
        using var member = await portal.BrowserAsync("member1@example.org");
        using var partner = await portal.BrowserAsync("partner@example.org");
        using var visitor = await portal.BrowserAsync();
        var review = $"/committee/{places.Draft}/review?criterion=C5";
        var save = await SaveAsync(member, review);
        (string Name, HttpClient Client, Func<HttpRequestMessage> Page, string Floor)[] all =
        [
            ("candidacy list, 500 rows", manager, Get($"/manage/calls/{places.CallSlug}/candidacies?size=500"), $"list?id={places.CallId}"),
            ("candidacy with its reviews", chair, Get($"/committee/{places.Reviewed}"), $"candidacy?id={places.ReviewedId}"),
            ("review form", member, Get(review), $"review?id={places.ReviewedId}"),
            ("save of a review", member, save, $"save?id={places.ReviewedId}"),
            ("partner dashboard", partner, Get("/partners"), $"dashboard?id={places.CallId}"),
        ];
        var rows = new List<(string, Measured, Measured)>();
        foreach (var (name, client, page, floor) in all)
        {
            var measured = await Load.RunAsync(client, page, connections, duration);
            var address = $"/floor/{floor}&bytes={measured.Bytes}";
            var isSave = floor.StartsWith("save", StringComparison.Ordinal);
            rows.Add((name, measured, await Load.RunAsync(visitor, isSave ? Post(address) : Get(address), connections, duration)));
            Console.WriteLine($"{name} measured.");
        }

        return rows;
    }

    private static Func<HttpRequestMessage> Get(string address) => () => new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));

    private static Func<HttpRequestMessage> Post(string address) => () => new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));

    // what autosave sends; without a version each save counts, as it does for one person with one tab
    private static async Task<Func<HttpRequestMessage>> SaveAsync(HttpClient member, string review)
    {
        var fields = await Portal.FieldsAsync(member, review);
        fields.Remove("Input.Version");
        fields["Input.Score"] = "4";
        var number = 0;
        return () =>
        {
            var sent = new Dictionary<string, string>(fields)
            {
                ["Input.Reason"] = $"Asks employers each year and changes courses because of the answers ({Interlocked.Increment(ref number)}).",
            };
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{review}&handler=Autosave", UriKind.Relative)) { Content = new FormUrlEncodedContent(sent) };
            request.Headers.Add("X-Requested-With", "fetch");
            return request;
        };
    }
}
