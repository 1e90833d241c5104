using DtcPortal.Application;
using DtcPortal.Application.Files;
using DtcPortal.Application.Storage;
using DtcPortal.Web.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace DtcPortal.Web.Hosting;

/// <summary>The host: environment, content root, database.</summary>
public static class PortalHost
{
    /// <summary>The environment of --demo.</summary>
    public const string DemoEnvironment = "Demo";

    private const string DemoAddress = "http://localhost:5080";

    // defaults: what is configured anywhere counts before them
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Hangfire"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        // keys are stored in the portal's own database (docs/operations.md)
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
    };

    // a build serves its files as a published program does, whose browsers keep them; while developing they may change under the running program
    private static readonly Dictionary<string, string?> FilesStay = new()
    {
        ["ReloadStaticAssetsAtRuntime"] = "false",
        ["EnableStaticAssetsDevelopmentCaching"] = "true",
    };

    // watching for changed settings would watch the content root, and with it each write to the embedded database
    private const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>A builder that reads what is left of the arguments as configuration.</summary>
    public static WebApplicationBuilder CreateBuilder(PortalCommand command)
    {
        // slim: without IIS, HTTP/3 and event logs, which no installation of the portal uses
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [ReadOnce, .. command.Configuration],
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            // published, the program's own folder holds its pages' files and data; else the current folder does
            ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
            EnvironmentName = command.Demo && !IsEnvironmentNamed() ? DemoEnvironment : null,
        });

        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        if (!builder.Environment.IsDevelopment())
        {
            builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = FilesStay });
        }

        builder.WebHost.UseKestrelHttpsConfiguration();
        // the slim host fixes the simple format; what is configured counts
        builder.Services.Configure<ConsoleLoggerOptions>(builder.Configuration.GetSection("Logging:Console"));
        // a build started outside of Development would serve empty files
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        if (command.Demo && !IsAddressGiven(builder.Configuration))
        {
            builder.WebHost.UseUrls(DemoAddress);
        }

        return builder;
    }

    /// <summary>Whether this is a demo, with its clock and its mails shown.</summary>
    public static bool IsDemo(this IHostEnvironment environment) => environment.IsEnvironment(DemoEnvironment);

    /// <summary>All that the portal is made of.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddStorage();
        builder.AddAccounts();
        builder.AddMail();
        builder.AddJobs();
        builder.AddPages();
        builder.AddApi();
        builder.AddProtection();
        builder.AddHealth();
        builder.Services.AddHostedService<IdleMemory>();
    }

    /// <summary>The application layer and its database.</summary>
    private static void AddStorage(this WebApplicationBuilder builder)
    {
        var (root, isDevelopment) = (builder.Environment.ContentRootPath, builder.Environment.IsDevelopment());
        builder.Services.AddPortalApplication();
        builder.Services.AddOptions<FileStoreOptions>().BindConfiguration("Files").PostConfigure(options => options.Folder = Path.Combine(root, options.Folder));
        builder.Services.AddPortalStorage(provider => Database(provider.GetRequiredService<IConfiguration>(), root) with { ComparesModel = isDevelopment });
    }

    /// <summary>Which database the configuration names; the embedded one in App_Data when it names none. Relative paths hang on the content root.</summary>
    public static DatabaseOptions Database(IConfiguration configuration, string contentRoot)
    {
        var provider = configuration["Database:Provider"] is { Length: > 0 } name ? Enum.Parse<DatabaseProvider>(name, ignoreCase: true) : DatabaseProvider.Sqlite;
        var connection = configuration.GetConnectionString("Portal");
        if (provider == DatabaseProvider.MySql)
        {
            return new DatabaseOptions(provider, connection ?? throw new InvalidOperationException("ConnectionStrings:Portal is missing."));
        }

        var sqlite = new SqliteConnectionStringBuilder(connection ?? $"Data Source={Path.Combine("App_Data", "portal.db")}");
        sqlite.DataSource = Path.Combine(contentRoot, sqlite.DataSource);
        return new DatabaseOptions(provider, sqlite.ConnectionString);
    }

    private static bool IsEnvironmentNamed() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"));

    private static bool IsAddressGiven(ConfigurationManager configuration) =>
        Array.Exists(AddressKeys, key => configuration.GetSection(key) is { } section && (section.Value is { Length: > 0 } || section.GetChildren().Any()));
}
