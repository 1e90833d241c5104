using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage.Configurations;

internal sealed class InstitutionConfiguration : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.Property(institution => institution.Name).HasMaxLength(Institution.NameLength);
        builder.Property(institution => institution.NameKey).IsKeyText(Institution.NameLength);
        builder.Property(institution => institution.Country).IsKeyText(2);
        builder.HasIndex(institution => new { institution.Country, institution.NameKey }).IsUnique();
        builder.HasMany(institution => institution.Members).WithOne().HasForeignKey(member => member.InstitutionId);
    }
}

internal sealed class InstitutionMemberConfiguration : IEntityTypeConfiguration<InstitutionMember>
{
    public void Configure(EntityTypeBuilder<InstitutionMember> builder)
    {
        builder.HasIndex(member => new { member.InstitutionId, member.UserId }).IsUnique();
        builder.HasIndex(member => member.UserId);
        builder.Property(member => member.Reason).HasMaxLength(1000);
    }
}

internal sealed class CandidacyConfiguration : IEntityTypeConfiguration<Candidacy>
{
    public void Configure(EntityTypeBuilder<Candidacy> builder)
    {
        builder.HasOne<Call>().WithMany().HasForeignKey(candidacy => candidacy.CallId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institution>().WithMany().HasForeignKey(candidacy => candidacy.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(candidacy => candidacy.Reference).IsKeyText(Candidacy.ReferenceLength);
        builder.Property(candidacy => candidacy.Country).IsKeyText(2);
        builder.Property(candidacy => candidacy.NewCountry).IsKeyText(2);
        builder.Ignore(candidacy => candidacy.DraftCountry);
        builder.HasIndex(candidacy => candidacy.Reference).IsUnique();
        builder.HasIndex(candidacy => new { candidacy.CallId, candidacy.InstitutionId }).IsUnique();
        builder.HasIndex(candidacy => new { candidacy.CallId, candidacy.State, candidacy.ScoreMillionths });
        builder.HasIndex(candidacy => new { candidacy.CallId, candidacy.Reference });
        builder.HasIndex(candidacy => new { candidacy.CallId, candidacy.ScoreMillionths });
        builder.HasIndex(candidacy => candidacy.InstitutionId);
        builder.Property(candidacy => candidacy.CriterionMillionths).IsJson();
        builder.Property(candidacy => candidacy.Differences).IsJson();
        builder.HasMany(candidacy => candidacy.Sections).WithOne().HasForeignKey(section => section.CandidacyId);
        builder.HasMany(candidacy => candidacy.Snapshots).WithOne().HasForeignKey(snapshot => snapshot.CandidacyId);
        builder.ToTable(table => table.HasCheckConstraint("CK_Candidacies_Score", "ScoreMillionths IS NULL OR (ScoreMillionths >= 0 AND ScoreMillionths <= 100000000)"));
    }
}

internal sealed class CandidacySectionConfiguration : IEntityTypeConfiguration<CandidacySection>
{
    public void Configure(EntityTypeBuilder<CandidacySection> builder)
    {
        builder.Property(section => section.Code).IsKeyText(CandidacySection.CodeLength);
        builder.HasIndex(section => new { section.CandidacyId, section.Code }).IsUnique();
        builder.Property(section => section.Answers).IsJson();
    }
}

internal sealed class CandidacySnapshotConfiguration : IEntityTypeConfiguration<CandidacySnapshot>
{
    public void Configure(EntityTypeBuilder<CandidacySnapshot> builder)
    {
        builder.HasIndex(snapshot => new { snapshot.CandidacyId, snapshot.Number }).IsUnique();
        builder.Property(snapshot => snapshot.Receipt).IsKeyText(40);
        builder.HasIndex(snapshot => snapshot.Receipt).IsUnique();
        builder.Property(snapshot => snapshot.Content).IsLongText();
        builder.Property(snapshot => snapshot.Fingerprint).IsKeyText(64);
    }
}

internal sealed class EvidenceDocumentConfiguration : IEntityTypeConfiguration<EvidenceDocument>
{
    public void Configure(EntityTypeBuilder<EvidenceDocument> builder)
    {
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(document => document.CandidacyId);
        builder.Property(document => document.Section).IsKeyText(CandidacySection.CodeLength);
        builder.Property(document => document.Field).IsKeyText(60);
        builder.Property(document => document.FileName).HasMaxLength(EvidenceDocument.FileNameLength);
        builder.Property(document => document.Sha256).IsKeyText(64);
        builder.HasIndex(document => new { document.CandidacyId, document.Section });
        builder.ToTable(table => table.HasCheckConstraint("CK_EvidenceDocuments_Bytes", $"Bytes > 0 AND Bytes <= {EvidenceDocument.MostBytes}"));
    }
}

internal sealed class SectionPresenceConfiguration : IEntityTypeConfiguration<SectionPresence>
{
    public void Configure(EntityTypeBuilder<SectionPresence> builder)
    {
        builder.Property(presence => presence.Section).IsKeyText(CandidacySection.CodeLength);
        builder.HasIndex(presence => new { presence.CandidacyId, presence.Section, presence.UserId }).IsUnique();
    }
}

internal sealed class ScreeningConfiguration : IEntityTypeConfiguration<Screening>
{
    public void Configure(EntityTypeBuilder<Screening> builder)
    {
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(screening => screening.CandidacyId);
        builder.HasIndex(screening => screening.CandidacyId).IsUnique();
        builder.HasIndex(screening => screening.CallId);
        builder.Property(screening => screening.IneligibleReason).HasMaxLength(Screening.ReasonLength);
        builder.HasMany(screening => screening.Checks).WithOne().HasForeignKey(check => check.ScreeningId);
        builder.ToTable(table => table.HasCheckConstraint("CK_Screenings_Reason", "IneligibleReason IS NULL OR TRIM(IneligibleReason) <> ''"));
    }
}

internal sealed class ScreeningCheckConfiguration : IEntityTypeConfiguration<ScreeningCheck>
{
    public void Configure(EntityTypeBuilder<ScreeningCheck> builder)
    {
        builder.ToTable("ScreeningChecks");
        builder.Property(check => check.Qualification).IsKeyText(CallCriterion.CodeLength);
        builder.HasIndex(check => new { check.ScreeningId, check.Qualification }).IsUnique();
        builder.Property(check => check.Reason).HasMaxLength(Screening.ReasonLength);
    }
}

internal sealed class ClarificationConfiguration : IEntityTypeConfiguration<Clarification>
{
    public void Configure(EntityTypeBuilder<Clarification> builder)
    {
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(clarification => clarification.CandidacyId);
        builder.Property(clarification => clarification.Question).HasMaxLength(Clarification.TextLength);
        builder.Property(clarification => clarification.Answer).HasMaxLength(Clarification.TextLength);
        builder.Property(clarification => clarification.Fields).IsJson();
        builder.Property(clarification => clarification.Before).IsJson();
        builder.Property(clarification => clarification.After).IsJson();
        builder.Property(clarification => clarification.ClosedBecause).HasMaxLength(Clarification.TextLength);
        builder.HasIndex(clarification => new { clarification.CallId, clarification.ClosedAt });
        builder.HasIndex(clarification => clarification.OpenKey).IsUnique();
        builder.HasIndex(clarification => clarification.RemindAt);
    }
}

internal sealed class SectionRevisionConfiguration : IEntityTypeConfiguration<SectionRevision>
{
    public void Configure(EntityTypeBuilder<SectionRevision> builder)
    {
        builder.ToTable("SectionRevisions");
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(revision => revision.CandidacyId);
        builder.Property(revision => revision.Section).IsKeyText(CandidacySection.CodeLength);
        builder.Property(revision => revision.Before).IsJson();
        builder.HasIndex(revision => new { revision.CandidacyId, revision.SavedAt });
    }
}

internal sealed class CandidacyReminderConfiguration : IEntityTypeConfiguration<CandidacyReminder>
{
    public void Configure(EntityTypeBuilder<CandidacyReminder> builder)
    {
        builder.ToTable("CandidacyReminders");
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(reminder => reminder.CandidacyId);
        builder.HasIndex(reminder => new { reminder.CandidacyId, reminder.EndsAt, reminder.DaysBefore }).IsUnique();
    }
}

internal sealed class DeadlineExtensionConfiguration : IEntityTypeConfiguration<DeadlineExtension>
{
    public void Configure(EntityTypeBuilder<DeadlineExtension> builder)
    {
        builder.HasOne<Candidacy>().WithMany().HasForeignKey(extension => extension.CandidacyId);
        builder.Property(extension => extension.Failure).HasMaxLength(DeadlineExtension.TextLength);
        builder.Property(extension => extension.ProofSha256).IsKeyText(64);
        builder.Property(extension => extension.ProofName).HasMaxLength(EvidenceDocument.FileNameLength);
        builder.Property(extension => extension.StandingKey).IsKeyText(32);
        builder.HasIndex(extension => extension.StandingKey).IsUnique();
        builder.ToTable(table => table.HasCheckConstraint("CK_DeadlineExtensions_Failure", "TRIM(Failure) <> ''"));
    }
}
