using System.Diagnostics;
using System.Globalization;

namespace DtcPortal.Benchmarks;

/// <summary>What one request brought.</summary>
/// <param name="Bytes">Bytes of the body, uncompressed.</param>
/// <param name="Queries">SQL commands; null where the endpoint does not say.</param>
/// <param name="Body">The body, for whoever reads on from it.</param>
internal sealed record Answer(long Bytes, int? Queries, byte[] Body);

/// <summary>What a page did under load.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="Median">Median latency in milliseconds.</param>
/// <param name="Ninetyninth">99th percentile in milliseconds.</param>
/// <param name="Processor">Milliseconds of processor that the server spent on a request.</param>
/// <param name="First">What the first request brought.</param>
internal sealed record Measured(double PerSecond, double Median, double Ninetyninth, double Processor, Answer First);

/// <summary>Asks for a thing over and over on several connections, each with a request of its own to repeat.</summary>
internal sealed class Load(Portal portal, IReadOnlyList<Func<Task<Answer>>> connections)
{
    public const string QueriesHeader = "X-Queries";

    private readonly List<double> _latencies = [];
    private TimeSpan _elapsed;
    private TimeSpan _processor;
    private Answer? _first;

    /// <summary>Asks for so long; what is measured adds up over the rounds, and nothing of a warm-up counts. Returns requests a second of this round.</summary>
    public async Task<double> RunAsync(TimeSpan duration, bool isWarmUp = false)
    {
        _first ??= await connections[0]();
        var (watch, processor) = (Stopwatch.StartNew(), portal.Processor);
        var latencies = await Task.WhenAll(connections.Select(ask => Task.Run(() => RepeatAsync(ask, watch, duration))));
        var elapsed = watch.Elapsed;
        if (!isWarmUp)
        {
            _elapsed += elapsed;
            _processor += portal.Processor - processor;
            _latencies.AddRange(latencies.SelectMany(each => each));
        }

        return latencies.Sum(each => each.Count) / elapsed.TotalSeconds;
    }

    /// <summary>All rounds together.</summary>
    public Measured Measured()
    {
        _latencies.Sort();
        return new Measured(_latencies.Count / _elapsed.TotalSeconds, At(0.5), At(0.99), _processor.TotalMilliseconds / _latencies.Count, _first!);
    }

    /// <summary>One request. Throws HttpRequestException unless it succeeds.</summary>
    public static async Task<Answer> AskAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException($"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}.");
            }

            return new Answer(body.Length, response.Headers.TryGetValues(QueriesHeader, out var count) ? int.Parse(count.First(), CultureInfo.InvariantCulture) : null, body);
        }
    }

    private static async Task<List<double>> RepeatAsync(Func<Task<Answer>> ask, Stopwatch watch, TimeSpan duration)
    {
        var latencies = new List<double>();
        while (watch.Elapsed < duration)
        {
            var started = Stopwatch.GetTimestamp();
            await ask();
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return latencies;
    }

    private double At(double share) => _latencies[Math.Min(_latencies.Count - 1, (int)(_latencies.Count * share))];
}
