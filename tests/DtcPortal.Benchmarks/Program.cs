using System.Diagnostics;
using System.Globalization;
using DtcPortal.Application.Storage;
using DtcPortal.Benchmarks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

// dotnet run -c Release --project tests/DtcPortal.Benchmarks [-- --seconds 8 --connections 8 --candidacies 500]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var seconds = Option("--seconds", 8);
var connections = Option("--connections", 8);
var size = Option("--candidacies", 500);
var folder = Directory.CreateTempSubdirectory("portal-benchmark-").FullName;
try
{
    await Portal.PublishAsync(Root(), folder);
    var places = await SeedAsync();
    await using var portal = await Portal.StartAsync(folder);
    var rows = await PageMeasures.RunAsync(portal, places, connections, TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{size} candidacies, {3 * size} reviews, 10 centres with 8 quarters; SQLite; {connections} connections, {seconds} s each; {Environment.ProcessorCount} cores.");
    Console.WriteLine();
    Console.WriteLine("| page | requests/s | p50 ms | p99 ms | bytes | queries | floor requests/s | ratio |");
    Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    foreach (var (name, page, floor) in rows)
    {
        Console.WriteLine($"| {name} | {page.PerSecond:0} | {page.Median:0.0} | {page.Ninetyninth:0.0} | {page.Bytes} | {page.Queries} | {floor.PerSecond:0} | {page.PerSecond / floor.PerSecond:0.00} |");
    }

    Console.WriteLine();
    Console.WriteLine($"Resident after the run: {portal.Resident / 1_000_000.0:0} MB.");
}
finally
{
    Directory.Delete(folder, recursive: true);
}

int Option(string name, int usual) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;

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
        Console.WriteLine($"Seeded in {watch.Elapsed.TotalSeconds:0.0} s.");
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
