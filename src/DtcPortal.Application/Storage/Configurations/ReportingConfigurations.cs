using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Phases;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage.Configurations;

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.Property(indicator => indicator.Code).IsKeyText(Indicator.CodeLength);
        builder.HasIndex(indicator => indicator.Code).IsUnique();
        builder.Property(indicator => indicator.Computation).HasMaxLength(Indicator.CodeLength);
        builder.Property(indicator => indicator.Numerator).IsJson();
        builder.Property(indicator => indicator.Denominator).IsJson();
        builder.Property(indicator => indicator.Disaggregations).IsJson();
    }
}

internal sealed class TargetSetConfiguration : IEntityTypeConfiguration<TargetSet>
{
    public void Configure(EntityTypeBuilder<TargetSet> builder)
    {
        builder.HasOne<Phase>().WithMany().HasForeignKey(set => set.PhaseId);
        builder.HasIndex(set => set.PhaseId).IsUnique();
        builder.HasMany(set => set.Targets).WithOne().HasForeignKey(target => target.TargetSetId);
    }
}

internal sealed class TargetConfiguration : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.Property(target => target.Indicator).IsKeyText(Indicator.CodeLength);
        builder.HasIndex(target => new { target.TargetSetId, target.Indicator, target.CentreId, target.Period });
        builder.ToTable(table => table.HasCheckConstraint("CK_Targets_Millionths", "Millionths >= 0"));
    }
}

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.HasOne<Centre>().WithMany().HasForeignKey(report => report.CentreId);
        builder.HasIndex(report => new { report.CentreId, report.Period, report.Revision }).IsUnique();
        builder.HasIndex(report => new { report.State, report.DueAt });
        builder.Property(report => report.CorrectionReason).HasMaxLength(Report.TextLength);
        builder.Property(report => report.DueReason).HasMaxLength(Report.TextLength);
        builder.Ignore(report => report.OpenRemarks);
        builder.HasMany(report => report.Values).WithOne().HasForeignKey(value => value.ReportId);
        builder.HasMany(report => report.Remarks).WithOne().HasForeignKey(remark => remark.ReportId);
    }
}

internal sealed class ReportValueConfiguration : IEntityTypeConfiguration<ReportValue>
{
    public void Configure(EntityTypeBuilder<ReportValue> builder)
    {
        builder.ToTable("ReportValues", table => table.HasCheckConstraint("CK_ReportValues_Numerator", "NumeratorMillionths IS NULL OR NumeratorMillionths >= 0"));
        builder.Property(value => value.Indicator).IsKeyText(Indicator.CodeLength);
        builder.HasIndex(value => new { value.ReportId, value.Indicator }).IsUnique();
        builder.Property(value => value.PartsMillionths).IsJson();
        builder.Property(value => value.Comment).HasMaxLength(Report.TextLength);
    }
}

internal sealed class ReportRemarkConfiguration : IEntityTypeConfiguration<ReportRemark>
{
    public void Configure(EntityTypeBuilder<ReportRemark> builder)
    {
        builder.ToTable("ReportRemarks");
        builder.Property(remark => remark.Indicator).IsKeyText(Indicator.CodeLength);
        builder.Property(remark => remark.Text).HasMaxLength(Report.TextLength);
    }
}

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.HasOne<Report>().WithMany().HasForeignKey(observation => observation.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(observation => observation.Indicator).IsKeyText(Indicator.CodeLength);
        builder.Property(observation => observation.Part).IsKeyText(Observation.PartLength);
        builder.HasIndex(observation => new { observation.CentreId, observation.Period, observation.Indicator, observation.Part, observation.Revision }).IsUnique();
        builder.HasIndex(observation => new { observation.Indicator, observation.Period });
        builder.ToTable(table => table.HasCheckConstraint("CK_Observations_Numerator", "NumeratorMillionths >= 0"));
    }
}
