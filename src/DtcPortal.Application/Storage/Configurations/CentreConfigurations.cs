using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage.Configurations;

internal sealed class CentreConfiguration : IEntityTypeConfiguration<Centre>
{
    public void Configure(EntityTypeBuilder<Centre> builder)
    {
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(centre => centre.CandidacyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Phase>().WithMany().HasForeignKey(centre => centre.PhaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seat>().WithMany().HasForeignKey(centre => centre.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(centre => centre.CandidacyId).IsUnique();
        builder.HasIndex(centre => centre.SeatId).IsUnique();
        builder.Property(centre => centre.Slug).IsKeyText(Centre.NameLength);
        builder.HasIndex(centre => centre.Slug).IsUnique();
        builder.Property(centre => centre.Name).HasMaxLength(Centre.NameLength);
        builder.Property(centre => centre.NameKey).HasMaxLength(Centre.NameLength);
        builder.Property(centre => centre.Country).IsKeyText(2);
        builder.Property(centre => centre.StateReason).HasMaxLength(2000);
        builder.HasIndex(centre => new { centre.PhaseId, centre.State });
    }
}

internal sealed class CentreAgreementConfiguration : IEntityTypeConfiguration<CentreAgreement>
{
    public void Configure(EntityTypeBuilder<CentreAgreement> builder)
    {
        builder.HasOne<Centre>().WithMany().HasForeignKey(agreement => agreement.CentreId);
        builder.HasIndex(agreement => agreement.CentreId).IsUnique();
        builder.Property(agreement => agreement.FileName).HasMaxLength(EvidenceDocument.FileNameLength);
        builder.Property(agreement => agreement.Sha256).IsKeyText(64);
        builder.HasMany(agreement => agreement.Commitments).WithOne().HasForeignKey(commitment => commitment.CentreAgreementId);
    }
}

internal sealed class ActivityCommitmentConfiguration : IEntityTypeConfiguration<ActivityCommitment>
{
    public void Configure(EntityTypeBuilder<ActivityCommitment> builder) =>
        builder.ToTable("ActivityCommitments", table => table.HasCheckConstraint("CK_ActivityCommitments_PerPeriod", "PerPeriod >= 1"));
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.HasOne<Centre>().WithMany().HasForeignKey(activity => activity.CentreId);
        builder.HasIndex(activity => new { activity.CentreId, activity.Period });
        builder.Property(activity => activity.Title).HasMaxLength(Activity.TitleLength);
        // folding may lengthen a text: ß is ss
        builder.Property(activity => activity.TitleKey).HasMaxLength(4 * Activity.TitleLength);
        builder.Property(activity => activity.Findings).HasMaxLength(Activity.FindingsLength);
        builder.ComplexProperty(activity => activity.Participation, people =>
        {
            people.Ignore(participation => participation.Total);
            people.Ignore(participation => participation.AgeStated);
        });
    }
}

internal sealed class IncomeEntryConfiguration : IEntityTypeConfiguration<IncomeEntry>
{
    public void Configure(EntityTypeBuilder<IncomeEntry> builder)
    {
        builder.HasOne<Centre>().WithMany().HasForeignKey(entry => entry.CentreId);
        builder.HasIndex(entry => new { entry.CentreId, entry.Period, entry.Key }).IsUnique();
        builder.ToTable(table => table.HasCheckConstraint("CK_IncomeEntries_Cents", "Cents >= 0"));
    }
}
