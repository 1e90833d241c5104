using System.Diagnostics;

namespace DtcPortal.Benchmarks;

/// <summary>What a page did under load.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="Median">Median latency in milliseconds.</param>
/// <param name="Ninetyninth">99th percentile in milliseconds.</param>
/// <param name="Bytes">Bytes of a response, uncompressed.</param>
/// <param name="Queries">SQL commands of a request; null where the endpoint does not say.</param>
internal sealed record Measured(double PerSecond, double Median, double Ninetyninth, long Bytes, int? Queries);

/// <summary>Asks for a thing over and over on several connections.</summary>
internal static class Load
{
    public const string QueriesHeader = "X-Queries";

    /// <summary>Warms up for a fifth of the time, then measures.</summary>
    public static async Task<Measured> RunAsync(HttpClient client, Func<HttpRequestMessage> request, int connections, TimeSpan duration)
    {
        var (bytes, queries) = await OnceAsync(client, request());
        await MeasureAsync(client, request, connections, duration / 5);
        var (latencies, elapsed) = await MeasureAsync(client, request, connections, duration);
        latencies.Sort();
        return new Measured(latencies.Count / elapsed.TotalSeconds, At(latencies, 0.5), At(latencies, 0.99), bytes, queries);
    }

    /// <summary>One request. Throws HttpRequestException unless it succeeds.</summary>
    public static async Task<(long Bytes, int? Queries)> OnceAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException($"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}: {(await response.Content.ReadAsStringAsync())[..200]}");
            }

            var body = await response.Content.ReadAsByteArrayAsync();
            return (body.Length, response.Headers.TryGetValues(QueriesHeader, out var count) ? int.Parse(count.First(), System.Globalization.CultureInfo.InvariantCulture) : null);
        }
    }

    private static async Task<(List<double> Latencies, TimeSpan Elapsed)> MeasureAsync(HttpClient client, Func<HttpRequestMessage> request, int connections, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var each = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var latencies = new List<double>();
            while (watch.Elapsed < duration)
            {
                var started = Stopwatch.GetTimestamp();
                await OnceAsync(client, request());
                latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return latencies;
        })));
        return ([.. each.SelectMany(latencies => latencies)], watch.Elapsed);
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
