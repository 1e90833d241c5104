using DtcPortal.Application.Accounts;
using DtcPortal.Application.Auditing;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DtcPortal.Application.Storage;

/// <summary>All that the portal keeps. Both databases hold the same; what differs between them is decided here.</summary>
public sealed partial class PortalDbContext(DbContextOptions<PortalDbContext> options)
    : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Characters of a text column unless configured otherwise.</summary>
    public const int TextLength = 400;

    private const string BinaryCollation = "utf8mb4_nopad_bin";

    /// <summary>Keys that protect cookies and links, shared by all nodes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Who changed what.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The end of the audit's chain.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Mails to deliver and delivered.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>How far the demo's clock is ahead.</summary>
    public DbSet<ClockOffset> ClockOffsets => Set<ClockOffset>();

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var detects = DetectChangesOnce();
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var detects = DetectChangesOnce();
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        ChooseConventions(configurationBuilder);
        configurationBuilder.Properties<string>().HaveMaxLength(TextLength);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Score>().HaveConversion<ScoreConverter>();
        configurationBuilder.Properties<CriterionMean>().HaveConversion<CriterionMeanConverter>();
        configurationBuilder.Properties<ReportingPeriod>().HaveConversion<ReportingPeriodConverter>().HaveMaxLength(7);
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter>();
        if (Database.IsMySql())
        {
            configurationBuilder.Properties<Guid>().HaveColumnType("uuid");
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        ApplyConfigurations(builder);
        builder.Entity<DataProtectionKey>().Property(key => key.Xml).IsLongText();
        if (Database.IsMySql())
        {
            builder.HasCharSet("utf8mb4").UseCollation("utf8mb4_unicode_ci");
        }

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.ClrType.IsAssignableTo(typeof(IVersioned)))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }

            // aggregates name themselves and their parts; a key that is set does not mean a row that exists
            if (entity.ClrType.Assembly == typeof(IVersioned).Assembly && entity.FindProperty("Id") is { } key)
            {
                key.ValueGenerated = ValueGenerated.Never;
            }

            foreach (var property in entity.GetProperties())
            {
                ConfigureText(property);
            }
        }
    }

    // versions, the audit and EF Core itself would each compare all values of all that is tracked again
    private bool DetectChangesOnce()
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        return detects;
    }

    private void ConfigureText(IMutableProperty property)
    {
        if (property.RemoveAnnotation(ColumnExtensions.LongText) is not null || property.ClrType == typeof(LocalizedText))
        {
            property.SetMaxLength(null);
            if (Database.IsMySql())
            {
                property.SetColumnType("longtext");
            }
        }

        if (property.RemoveAnnotation(ColumnExtensions.KeyText) is not null && Database.IsMySql())
        {
            property.SetCollation(BinaryCollation);
        }
    }
}
