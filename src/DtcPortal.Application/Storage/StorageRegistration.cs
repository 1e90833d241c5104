using DtcPortal.Application.Auditing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DtcPortal.Application.Storage;

/// <summary>The portal's database.</summary>
public static class StorageRegistration
{
    /// <summary>MariaDB's version by which SQL is written; docker-compose.yml starts it.</summary>
    public static readonly ServerVersion MariaDb = new MariaDbServerVersion(new Version(10, 11, 0));

    /// <summary>Adds the database; needs ActorAccessor, PortalClock and AuditSignal.</summary>
    public static IServiceCollection AddPortalStorage(this IServiceCollection services, Func<IServiceProvider, DatabaseOptions> options)
    {
        services.AddSingleton(options);
        services.AddSingleton<VersionInterceptor>();
        services.AddSingleton<AuditInterceptor>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddPooledDbContextFactory<PortalDbContext>((provider, builder) =>
        {
            builder.UsePortalDatabase(provider.GetRequiredService<DatabaseOptions>());
            // in this order: the version that the first raises is part of what the second writes down
            builder.AddInterceptors(provider.GetRequiredService<VersionInterceptor>(), provider.GetRequiredService<AuditInterceptor>());
            builder.AddInterceptors(provider.GetServices<IInterceptor>());
        });
        services.AddScoped(provider => Opened(provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext()));
        return services;
    }

    // settings and functions of SQLite are those of an open connection: made once a request, not once a query
    private static PortalDbContext Opened(PortalDbContext db)
    {
        if (db.Database.IsSqlite())
        {
            db.Database.OpenConnection();
        }

        return db;
    }

    /// <summary>Which database and which migrations.</summary>
    public static DbContextOptionsBuilder UsePortalDatabase(this DbContextOptionsBuilder builder, DatabaseOptions options)
    {
        // DatabaseMigrator compares, for both providers
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { Cache = SqliteCacheMode.Private, ForeignKeys = true };
            builder.UseSqlite(connection.ConnectionString, sqlite => sqlite.MigrationsAssembly("DtcPortal.Migrations.Sqlite"));
            builder.AddInterceptors(new SqliteConnectionInterceptor());
        }
        else
        {
            builder.UseMySql(options.ConnectionString, MariaDb, mySql => mySql.MigrationsAssembly("DtcPortal.Migrations.MySql"));
        }

        return builder;
    }
}
