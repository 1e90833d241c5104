using DtcPortal.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DtcPortal.Migrations.Sqlite;

/// <summary>Lets dotnet ef make migrations; no database is reached.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    /// <inheritdoc />
    public PortalDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        builder.UsePortalDatabase(new DatabaseOptions(DatabaseProvider.Sqlite, "Data Source=design.db"));
        return new PortalDbContext(builder.Options);
    }
}
