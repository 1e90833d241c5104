using System.Diagnostics;
using System.Globalization;
using DtcPortal.Application.Storage;
using DtcPortal.Benchmarks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

// dotnet run -c Release --project tests/DtcPortal.Benchmarks [-- --rounds 10 --connections 8 --candidacies 500 --only dashboard --published FOLDER]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = Option("--rounds", 10);
var connections = Option("--connections", 8);
var size = Option("--candidacies", 500);
var published = Text("--published");
var folder = Directory.CreateTempSubdirectory("portal-benchmark-").FullName;
try
{
    if (published is null)
    {
        await Portal.PublishAsync(Root(), folder);
    }

    var places = await SeedAsync();
    await using var portal = await Portal.StartAsync(published ?? folder, folder);
    var rows = await new PageMeasures(portal, places, connections).RunAsync(rounds, Text("--only") ?? string.Empty);
    Console.WriteLine($"{size} candidacies, {3 * size} reviews, 10 centres with 8 quarters; SQLite; {connections} connections, {rounds} rounds of 1 s, page and floor in turn; {Environment.ProcessorCount} cores.");
    Console.WriteLine();
    Console.WriteLine("| page | requests/s | p50 ms | p99 ms | bytes | queries | processor ms | floor requests/s | floor processor ms | ratio |");
    Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    foreach (var (name, page, floor, ratio) in rows)
    {
        Console.WriteLine(
            $"| {name} | {page.PerSecond:0} | {page.Median:0.0} | {page.Ninetyninth:0.0} | {page.First.Bytes} | {page.First.Queries} | {page.Processor:0.00} | {floor.PerSecond:0} | {floor.Processor:0.00} | {ratio:0.00} |");
    }

    Console.WriteLine();
    Console.WriteLine($"Resident after the run: {portal.Resident / 1_000_000.0:0} MB.");
}
finally
{
    Directory.Delete(folder, recursive: true);
}

int Option(string name, int usual) => Text(name) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : usual;

string? Text(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

async Task<SeededPlaces> SeedAsync()
{
    var watch = Stopwatch.StartNew();
    Directory.CreateDirectory(Path.Combine(folder, "App_Data"));
    var database = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "App_Data", "portal.db")}");
    var options = new DbContextOptionsBuilder<PortalDbContext>();
    options.UsePortalDatabase(database);
    await using (var db = new PortalDbContext(options.Options))
    {
        var seed = new Seed(db, size, centres: 10);
        await seed.RunAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        Console.Error.WriteLine($"Seeded in {watch.Elapsed.TotalSeconds:0.0} s.");
        return seed.Places;
    }
}

static string Root()
{
    for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
    {
        if (File.Exists(Path.Combine(at.FullName, "DtcPortal.sln")))
        {
            return at.FullName;
        }
    }

    throw new InvalidOperationException("The benchmarks are not inside the repository.");
}
