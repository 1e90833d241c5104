using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Auditing;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(entry => entry.ActorName).HasMaxLength(PortalUser.NameLength);
        builder.Property(entry => entry.Address).HasMaxLength(AuditEntry.AddressLength);
        builder.Property(entry => entry.Entity).IsKeyText(AuditEntry.EntityLength);
        builder.Property(entry => entry.EntityId).IsKeyText(AuditEntry.EntityIdLength);
        builder.Property(entry => entry.Changes).IsLongText();
        builder.Property(entry => entry.Seal).IsKeyText(64);
        builder.HasIndex(entry => entry.Sequence).IsUnique();
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => new { entry.Entity, entry.EntityId });
        builder.HasIndex(entry => entry.ActorId);
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Seal).IsKeyText(64);
        builder.HasData(new AuditHead());
    }
}
