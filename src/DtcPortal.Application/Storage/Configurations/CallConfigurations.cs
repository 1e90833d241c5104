using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage.Configurations;

internal sealed class CallConfiguration : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.Ignore(call => call.Deadline);
        builder.HasOne<Phase>().WithMany().HasForeignKey(call => call.PhaseId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(call => call.Slug).IsKeyText(Call.SlugLength);
        builder.HasIndex(call => call.Slug).IsUnique();
        builder.HasIndex(call => call.RunningPhaseId).IsUnique();
        builder.Property(call => call.PostalAddress).HasMaxLength(1000);
        builder.Property(call => call.Languages).IsJson();
        builder.Property(call => call.Form).HasConversion(new CandidacyFormConverter(), JsonColumn.Comparer<CandidacyForm>()).IsLongText();
        builder.HasMany(call => call.Criteria).WithOne().HasForeignKey(criterion => criterion.CallId);
        builder.HasMany(call => call.Qualifications).WithOne().HasForeignKey(qualification => qualification.CallId);
        builder.HasMany(call => call.Countries).WithOne().HasForeignKey(country => country.CallId);
        builder.HasMany(call => call.Amendments).WithOne().HasForeignKey(amendment => amendment.CallId);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Calls_LimitPerCountry", "LimitPerCountry >= 1");
            table.HasCheckConstraint("CK_Calls_ReviewsEach", "ReviewsEach >= 2");
        });
    }
}

internal sealed class CallCriterionConfiguration : IEntityTypeConfiguration<CallCriterion>
{
    public void Configure(EntityTypeBuilder<CallCriterion> builder)
    {
        builder.Property(criterion => criterion.Code).IsKeyText(CallCriterion.CodeLength);
        // a changed set replaces the rows in one save, so the code is unique in the aggregate and not by an index
        builder.HasIndex(criterion => new { criterion.CallId, criterion.Code });
        builder.Property(criterion => criterion.Rubric).IsJson();
        builder.Property(criterion => criterion.Sections).IsJson();
        builder.ToTable(table => table.HasCheckConstraint("CK_CallCriteria_Weight", "Weight >= 0 AND Weight <= 100"));
    }
}

internal sealed class MinimumQualificationConfiguration : IEntityTypeConfiguration<MinimumQualification>
{
    public void Configure(EntityTypeBuilder<MinimumQualification> builder)
    {
        builder.ToTable("MinimumQualifications");
        builder.Property(qualification => qualification.Code).IsKeyText(CallCriterion.CodeLength);
        builder.Property(qualification => qualification.Fields).IsJson();
    }
}

internal sealed class CallCountryConfiguration : IEntityTypeConfiguration<CallCountry>
{
    public void Configure(EntityTypeBuilder<CallCountry> builder)
    {
        builder.Property(country => country.Country).IsKeyText(2);
        builder.Property(country => country.Reason).HasMaxLength(1000);
        builder.HasIndex(country => new { country.CallId, country.Country });
    }
}

internal sealed class CallAmendmentConfiguration : IEntityTypeConfiguration<CallAmendment>
{
    public void Configure(EntityTypeBuilder<CallAmendment> builder)
    {
        builder.ToTable("CallAmendments");
        builder.Ignore(amendment => amendment.Deadline);
    }
}

internal sealed class CallQuestionConfiguration : IEntityTypeConfiguration<CallQuestion>
{
    public void Configure(EntityTypeBuilder<CallQuestion> builder)
    {
        builder.HasOne<Call>().WithMany().HasForeignKey(question => question.CallId);
        builder.Property(question => question.Text).HasMaxLength(CallQuestion.TextLength);
        builder.Property(question => question.Answer).HasMaxLength(CallQuestion.TextLength);
        builder.HasIndex(question => new { question.CallId, question.AnsweredAt });
    }
}
