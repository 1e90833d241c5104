using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage.Configurations;

internal sealed class SignOffSheetConfiguration : IEntityTypeConfiguration<SignOffSheet>
{
    public void Configure(EntityTypeBuilder<SignOffSheet> builder)
    {
        builder.HasIndex(sheet => new { sheet.Kind, sheet.SubjectId }).IsUnique();
        builder.Property(sheet => sheet.Fingerprint).IsKeyText(64);
        builder.Property(sheet => sheet.Lines).IsJson();
        builder.Property(sheet => sheet.PreviousLines).IsJson();
        builder.Property(sheet => sheet.Title).HasConversion<MessageConverter, MessageComparer>();
        builder.Property(sheet => sheet.Address).HasMaxLength(300);
        builder.HasIndex(sheet => sheet.CompletedAt);
        builder.HasMany(sheet => sheet.SignOffs).WithOne().HasForeignKey(signOff => signOff.SheetId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignOffConfiguration : IEntityTypeConfiguration<SignOff>
{
    public void Configure(EntityTypeBuilder<SignOff> builder)
    {
        builder.ToTable("SignOffs");
        builder.Property(signOff => signOff.Fingerprint).IsKeyText(64);
        builder.Property(signOff => signOff.StandingKey).IsKeyText(20);
        builder.Property(signOff => signOff.DroppedBecause).HasMaxLength(2000);
        builder.HasIndex(signOff => new { signOff.SheetId, signOff.StandingKey }).IsUnique();
        builder.HasIndex(signOff => signOff.SignerId);
    }
}
