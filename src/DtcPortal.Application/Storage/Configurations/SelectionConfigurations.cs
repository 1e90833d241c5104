using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Phases;
using DtcPortal.Domain.Selection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage.Configurations;

internal sealed class SelectionDecisionConfiguration : IEntityTypeConfiguration<SelectionDecision>
{
    public void Configure(EntityTypeBuilder<SelectionDecision> builder)
    {
        builder.HasOne<Call>().WithMany().HasForeignKey(decision => decision.CallId);
        builder.HasIndex(decision => decision.CallId).IsUnique();
        builder.Property(decision => decision.AdjustedSeats).IsJson();
        builder.Property(decision => decision.Regions).IsJson();
        builder.Property(decision => decision.AdjustmentReason).HasMaxLength(2000);
        builder.HasMany(decision => decision.Lines).WithOne().HasForeignKey(line => line.SelectionDecisionId);
    }
}

internal sealed class SelectionLineConfiguration : IEntityTypeConfiguration<SelectionLine>
{
    public void Configure(EntityTypeBuilder<SelectionLine> builder)
    {
        builder.Property(line => line.Country).IsKeyText(2);
        builder.Property(line => line.Criterion).IsKeyText(CallCriterion.CodeLength);
        builder.Property(line => line.OverrideReason).HasMaxLength(2000);
        builder.HasIndex(line => line.CandidacyId);
    }
}

internal sealed class OfferConfiguration : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.HasOne<Seat>().WithMany().HasForeignKey(offer => offer.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(offer => offer.CandidacyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(offer => offer.CandidacyId).IsUnique();
        builder.HasIndex(offer => new { offer.Answer, offer.AnswerBy });
        builder.Property(offer => offer.DeclineReason).HasMaxLength(2000);
    }
}

internal sealed class WaitlistEntryConfiguration : IEntityTypeConfiguration<WaitlistEntry>
{
    public void Configure(EntityTypeBuilder<WaitlistEntry> builder)
    {
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(entry => entry.CandidacyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => entry.CandidacyId).IsUnique();
        builder.HasIndex(entry => new { entry.CallId, entry.Region, entry.Place }).IsUnique();
        builder.Property(entry => entry.Country).IsKeyText(2);
    }
}

internal sealed class SeatSuccessionConfiguration : IEntityTypeConfiguration<SeatSuccession>
{
    public void Configure(EntityTypeBuilder<SeatSuccession> builder)
    {
        builder.HasOne<Call>().WithMany().HasForeignKey(succession => succession.CallId);
        builder.HasIndex(succession => new { succession.SeatId, succession.LeaverCandidacyId }).IsUnique();
    }
}
