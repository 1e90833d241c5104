using DtcPortal.Application.Accounts;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Common;
using DtcPortal.Application.Demo;
using DtcPortal.Application.Partners;
using DtcPortal.Application.Reporting;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Hosting;

/// <summary>What the program does once it is built: a command, or serving pages.</summary>
public static class PortalRun
{
    private const string PasswordVariable = "PORTAL_ADMIN_PASSWORD";

    /// <summary>Brings the database up to date, then does what was asked. Returns the program's exit code.</summary>
    public static async Task<int> RunPortalAsync(this WebApplication app, PortalCommand command)
    {
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
        await app.Services.SeedAsync();
        var isDemo = await ResumeClockAsync(app);
        if (isDemo && app.Environment.IsProduction())
        {
            return Refusals.Report(["The database holds demo data, whose accounts have a known password. Name another database."]);
        }

        switch (command.Verb)
        {
            case PortalCommand.CreateAdmin:
                return await CreateAdminAsync(app, command);
            case PortalCommand.VerifyAudit:
                return await VerifyAuditAsync(app);
        }

        if (command.Demo)
        {
            app.Lifetime.ApplicationStarted.Register(() => PrintDemo(app));
        }

        await app.RunAsync();
        return 0;
    }

    /// <summary>Makes what pages need and no database, unless the data is there already. Returns what came of the data.</summary>
    public static async Task<bool> WarmUpUntilAsync(this WebApplication app, Task<bool> data)
    {
        if (!data.IsCompleted)
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
            _ = db.Model;
            _ = ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count);
        }

        return await data;
    }

    /// <summary>Puts what the portal is shipped with into the database; what is there stays.</summary>
    public static async Task SeedAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IndicatorSeeder>().SeedAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<PartnerSeeder>().SeedAsync(CancellationToken.None);
    }

    private static async Task<bool> ResumeClockAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await DemoClock.ResumeAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), app.Services.GetRequiredService<PortalClock>(), CancellationToken.None);
    }

    private static async Task<int> CreateAdminAsync(WebApplication app, PortalCommand command)
    {
        var email = command.Option("--email") ?? Ask("Mail address: ");
        var password = command.Option("--password") ?? Environment.GetEnvironmentVariable(PasswordVariable) ?? Ask("Password (at least 12 characters): ");
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<UserAdministration>()
                .CreateFirstAdministratorAsync(email, command.Option("--name") ?? email.Split('@')[0], password, CancellationToken.None);
            Console.WriteLine($"{email} is the first administrator; sign in at {PortalPaths.SignIn}.");
            return 0;
        }
        catch (RuleBrokenException broken)
        {
            Console.Error.WriteLine(broken.Message);
            Console.Error.WriteLine($"Usage: create-admin --email ADDRESS [--name NAME]; the password comes from {PasswordVariable}, or is asked for.");
            return 1;
        }
    }

    private static async Task<int> VerifyAuditAsync(WebApplication app)
    {
        var verdict = await app.Services.GetRequiredService<AuditChain>().VerifyAsync(CancellationToken.None);
        if (verdict.BrokenAt is { } number)
        {
            Console.Error.WriteLine($"The audit is BROKEN at entry {number}: it, or an entry beside it, was changed, added or removed. Entries before it hold.");
            return 1;
        }

        Console.WriteLine($"The audit holds: {verdict.Sealed} entries checked, {verdict.Unsealed} wait for their seal.");
        return 0;
    }

    private static string Ask(string question)
    {
        Console.Write(question);
        return Console.ReadLine()?.Trim() ?? string.Empty;
    }

    private static void PrintDemo(WebApplication app)
    {
        Console.WriteLine();
        Console.WriteLine($"DTC Portal, demonstration: {string.Join(" ", app.Urls)}");
        Console.WriteLine($"Accounts, password {DemoUsers.Password}:");
        foreach (var email in DemoAccounts.Emails)
        {
            Console.WriteLine($"  {email}");
        }

        Console.WriteLine();
    }
}
