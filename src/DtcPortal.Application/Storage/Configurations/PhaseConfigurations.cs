using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage.Configurations;

internal sealed class PhaseConfiguration : IEntityTypeConfiguration<Phase>
{
    public void Configure(EntityTypeBuilder<Phase> builder)
    {
        builder.Property(phase => phase.Slug).IsKeyText(Phase.SlugLength);
        builder.HasIndex(phase => phase.Slug).IsUnique();
        builder.HasIndex(phase => phase.Number).IsUnique();
        builder.Property(phase => phase.ResultsReview).IsLongText();
        builder.HasMany(phase => phase.Amendments).WithOne().HasForeignKey(amendment => amendment.PhaseId);
        builder.HasMany(phase => phase.Seats).WithOne().HasForeignKey(seat => seat.PhaseId);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Phases_FirstCap", $"Number <> 1 OR Cap = {Phase.FirstCap}");
            table.HasCheckConstraint("CK_Phases_Cap", $"Cap IS NULL OR (Cap >= 1 AND Cap <= {Phase.MostSeats})");
        });
    }
}

internal sealed class PhaseAmendmentConfiguration : IEntityTypeConfiguration<PhaseAmendment>
{
    public void Configure(EntityTypeBuilder<PhaseAmendment> builder)
    {
        builder.ToTable("PhaseAmendments");
        builder.HasIndex(amendment => new { amendment.PhaseId, amendment.Number }).IsUnique();
        builder.Property(amendment => amendment.Reason).HasMaxLength(2000);
    }
}

internal sealed class SeatConfiguration : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.HasIndex(seat => new { seat.PhaseId, seat.Number }).IsUnique();
        builder.HasIndex(seat => seat.CandidacyId).IsUnique();
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(seat => seat.CandidacyId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_Seats_Number", $"Number >= 1 AND Number <= {Phase.MostSeats}"));
    }
}

internal sealed class NeedsAssessmentConfiguration : IEntityTypeConfiguration<NeedsAssessment>
{
    public void Configure(EntityTypeBuilder<NeedsAssessment> builder)
    {
        builder.HasIndex(needs => needs.PhaseId).IsUnique();
        builder.HasOne<Phase>().WithMany().HasForeignKey(needs => needs.PhaseId);
        builder.Property(needs => needs.Source).HasMaxLength(NeedsAssessment.TextLength);
        builder.HasMany(needs => needs.Needs).WithOne().HasForeignKey(need => need.NeedsAssessmentId);
    }
}

internal sealed class RegionalNeedConfiguration : IEntityTypeConfiguration<RegionalNeed>
{
    public void Configure(EntityTypeBuilder<RegionalNeed> builder)
    {
        builder.ToTable("RegionalNeeds", table => table.HasCheckConstraint("CK_RegionalNeeds_Millionths", "Millionths >= 0"));
        builder.HasIndex(need => new { need.NeedsAssessmentId, need.Region }).IsUnique();
    }
}

internal sealed class PresenceListConfiguration : IEntityTypeConfiguration<PresenceList>
{
    public void Configure(EntityTypeBuilder<PresenceList> builder)
    {
        builder.HasIndex(list => new { list.Party, list.InForceFrom });
        builder.Property(list => list.Countries).IsJson();
    }
}
