using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage.Configurations;

internal sealed class CommitteeMemberConfiguration : IEntityTypeConfiguration<CommitteeMember>
{
    public void Configure(EntityTypeBuilder<CommitteeMember> builder)
    {
        builder.HasOne<Call>().WithMany().HasForeignKey(member => member.CallId);
        builder.HasIndex(member => new { member.CallId, member.UserId }).IsUnique();
        builder.HasIndex(member => member.UserId);
        builder.Property(member => member.Nationality).IsKeyText(2);
    }
}

internal sealed class ConflictOfInterestConfiguration : IEntityTypeConfiguration<ConflictOfInterest>
{
    public void Configure(EntityTypeBuilder<ConflictOfInterest> builder)
    {
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(conflict => conflict.CandidacyId);
        builder.HasIndex(conflict => new { conflict.CandidacyId, conflict.MemberId }).IsUnique();
        builder.HasIndex(conflict => new { conflict.CallId, conflict.State });
        builder.HasIndex(conflict => conflict.MemberId);
        builder.Property(conflict => conflict.Reason).HasMaxLength(ConflictOfInterest.ReasonLength);
        builder.Property(conflict => conflict.DecisionReason).HasMaxLength(ConflictOfInterest.ReasonLength);
    }
}

internal sealed class AssignmentBatchConfiguration : IEntityTypeConfiguration<AssignmentBatch>
{
    public void Configure(EntityTypeBuilder<AssignmentBatch> builder) =>
        builder.HasOne<Call>().WithMany().HasForeignKey(batch => batch.CallId);
}

internal sealed class ReviewAssignmentConfiguration : IEntityTypeConfiguration<ReviewAssignment>
{
    public void Configure(EntityTypeBuilder<ReviewAssignment> builder)
    {
        builder.HasOne<AssignmentBatch>().WithMany().HasForeignKey(assignment => assignment.BatchId);
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(assignment => assignment.CandidacyId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(assignment => assignment.StandingKey).IsKeyText(65);
        builder.HasIndex(assignment => assignment.StandingKey).IsUnique();
        builder.HasIndex(assignment => new { assignment.MemberId, assignment.CallId });
        builder.HasIndex(assignment => new { assignment.CallId, assignment.RemovedAt });
    }
}

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.HasOne<ReviewAssignment>().WithMany().HasForeignKey(review => review.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(review => review.CandidacyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(review => review.AssignmentId).IsUnique();
        builder.HasIndex(review => new { review.CallId, review.SubmittedAt });
        builder.Property(review => review.ConfidentialRemarks).HasMaxLength(Review.TextLength);
        builder.Property(review => review.Feedback).HasMaxLength(Review.TextLength);
        builder.Property(review => review.ReopenedBecause).HasMaxLength(2000);
        builder.HasMany(review => review.Scores).WithOne().HasForeignKey(score => score.ReviewId);
        builder.ToTable(table => table.HasCheckConstraint("CK_Reviews_Total", "Total IS NULL OR (Total >= 0 AND Total <= 500)"));
    }
}

internal sealed class CriterionScoreConfiguration : IEntityTypeConfiguration<CriterionScore>
{
    public void Configure(EntityTypeBuilder<CriterionScore> builder)
    {
        builder.Property(score => score.Criterion).IsKeyText(CallCriterion.CodeLength);
        builder.Property(score => score.Reason).HasMaxLength(Review.TextLength);
        builder.HasIndex(score => new { score.ReviewId, score.Criterion }).IsUnique();
        builder.ToTable(table => table.HasCheckConstraint("CK_CriterionScores_Value", "Value IS NULL OR (Value >= 0 AND Value <= 5)"));
    }
}

internal sealed class DiscussionEntryConfiguration : IEntityTypeConfiguration<DiscussionEntry>
{
    public void Configure(EntityTypeBuilder<DiscussionEntry> builder)
    {
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(entry => entry.CandidacyId);
        builder.Property(entry => entry.Text).HasMaxLength(Review.TextLength);
    }
}
