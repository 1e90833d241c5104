using System.Data.Common;
using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>The whole portal in this process over a real database; one for all tests of that database, emptied before each.</summary>
public abstract class PortalApp : IAsyncLifetime
{
    /// <summary>The instant at which each test begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 15, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] Kept = ["AspNetRoles", "DataProtectionKeys", "AuditHeads", "__EFMigrationsHistory", "__EFMigrationsLock"];

    private readonly TemporaryFolder _folder = new();
    private PortalFactory? _factory;
    private string? _emptying;

    /// <summary>Which database it runs on.</summary>
    public abstract DatabaseProvider Provider { get; }

    /// <summary>The environment it runs in.</summary>
    protected virtual string Environment => "Testing";

    /// <summary>Settings besides those that all tests have.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>The rules' clock.</summary>
    public TestTime Time { get; } = new(Start);

    /// <summary>What is delivered by mail.</summary>
    public TestMail Mail { get; } = new();

    /// <summary>SQL commands that the portal sends.</summary>
    public QueryCounter Queries { get; } = new();

    /// <summary>The portal's services, outside of a scope.</summary>
    public IServiceProvider Services => _factory!.Services;

    /// <summary>A folder of the app's own: content root, files.</summary>
    public string Folder => _folder.Folder;

    /// <summary>Somebody who has not signed in; redirects are shown, not followed.</summary>
    public HttpClient Visitor() => Client(new CookieContainer());

    /// <summary>Somebody new with a role, signed in.</summary>
    public async Task<HttpClient> SignedInAsync(PortalRole role, Domain.Common.Party? party = null, Action<PortalUser>? with = null) =>
        await SignedInAsync(await this.CreateUserAsync(role, party, with));

    /// <summary>The holder of an account, signed in.</summary>
    public async Task<HttpClient> SignedInAsync(PortalUser user)
    {
        var cookie = await WithAsync<IUserClaimsPrincipalFactory<PortalUser>, string>(async claims =>
        {
            var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var now = TimeProvider.System.GetUtcNow();
            var ticket = new AuthenticationTicket(
                await claims.CreateAsync(user), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, IdentityConstants.ApplicationScheme);
            return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
        });
        var cookies = new CookieContainer();
        cookies.SetCookies(_factory!.ClientOptions.BaseAddress, cookie);
        return Client(cookies);
    }

    /// <summary>Reads the database as it is now.</summary>
    public Task<T> WithDbAsync<T>(Func<PortalDbContext, Task<T>> read) => WithAsync(read);

    /// <summary>Changes the database.</summary>
    public Task WithDbAsync(Func<PortalDbContext, Task> change) => WithAsync(change);

    /// <summary>Stores entities as they are.</summary>
    public Task StoreAsync(params object[] entities) => WithDbAsync(async db =>
    {
        db.AddRange(entities);
        await db.SaveChangesAsync();
    });

    /// <summary>Calls a service.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Calls a service.</summary>
    public Task WithAsync<TService>(Func<TService, Task> use)
        where TService : notnull => WithAsync<TService, bool>(async service =>
        {
            await use(service);
            return true;
        });

    /// <summary>Delivers what waits in the outbox, as the job does.</summary>
    public Task DeliverMailAsync() => Services.GetRequiredService<OutboxJob>().ExecuteAsync(CancellationToken.None);

    /// <summary>Back to an empty database, no mail, the clock at <see cref="Start"/>.</summary>
    public async Task ResetAsync()
    {
        await WithDbAsync(async db =>
        {
            _emptying ??= Emptying(db);
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = _emptying;
            await command.ExecuteNonQueryAsync();
            await db.Database.CloseConnectionAsync();
        });
        Time.Set(Start - Services.GetRequiredService<PortalClock>().Offset);
        Mail.Clear();
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _factory = new PortalFactory(this, await ConnectionStringAsync(_folder));
        _factory.ClientOptions.AllowAutoRedirect = false;
        _ = _factory.Server;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        await LeaveAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes a database and says how to reach it.</summary>
    protected abstract Task<string> ConnectionStringAsync(TemporaryFolder folder);

    /// <summary>Leaves nothing behind.</summary>
    protected abstract Task LeaveAsync();

    private string Emptying(PortalDbContext db)
    {
        var isMySql = Provider == DatabaseProvider.MySql;
        var (open, close) = isMySql ? ('`', '`') : ('"', '"');
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Except(Kept).Order(StringComparer.Ordinal);
        var deletes = string.Concat(tables.Select(table => $"DELETE FROM {open}{table}{close};"));
        var head = $"UPDATE {open}AuditHeads{close} SET {open}Sequence{close} = 0, {open}Seal{close} = '{AuditHead.FirstSeal}';";
        return isMySql
            ? $"SET FOREIGN_KEY_CHECKS = 0; START TRANSACTION; {deletes}{head} COMMIT; SET FOREIGN_KEY_CHECKS = 1;"
            : $"PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE; {deletes}{head} COMMIT; PRAGMA foreign_keys = ON;";
    }

    private HttpClient Client(CookieContainer cookies) => _factory!.CreateDefaultClient(new CookieContainerHandler(cookies));

    private sealed class PortalFactory(PortalApp app, string connection) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(app.Environment);
            builder.UseContentRoot(app.Folder);
            foreach (var (key, value) in new Dictionary<string, string>
            {
                ["Database:Provider"] = app.Provider.ToString(),
                ["ConnectionStrings:Portal"] = connection,
                ["Jobs:Enabled"] = "false",
                ["Logging:LogLevel:Default"] = "Warning",
                ["Portal:Address"] = "http://localhost",
                ["RateLimits:SignIn:Permits"] = "100000",
                ["RateLimits:Register:Permits"] = "100000",
                ["RateLimits:Reset:Permits"] = "100000",
                ["RateLimits:Upload:Permits"] = "100000",
                ["RateLimits:Ask:Permits"] = "100000",
            })
            {
                builder.UseSetting(key, value);
            }

            foreach (var (key, value) in app.Settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton(new PortalClock(app.Time));
                services.AddSingleton<IMailTransport>(app.Mail);
                services.AddSingleton<IInterceptor>(app.Queries);
            });
        }
    }
}
