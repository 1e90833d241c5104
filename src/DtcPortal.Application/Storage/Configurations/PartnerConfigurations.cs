using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Storage.Configurations;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.Property(partner => partner.Name).HasMaxLength(Partner.NameLength);
        builder.HasIndex(partner => partner.Name).IsUnique();
    }
}

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.HasIndex(commitment => new { commitment.Owner, commitment.Number }).IsUnique();
        builder.Property(commitment => commitment.Evidence).HasMaxLength(2000);
    }
}

internal sealed class ContributionConfiguration : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.HasOne<Partner>().WithMany().HasForeignKey(contribution => contribution.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Centre>().WithMany().HasForeignKey(contribution => contribution.CentreId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(contribution => contribution.Description).HasMaxLength(Contribution.TextLength);
        builder.Property(contribution => contribution.Currency).IsKeyText(3);
        builder.Property(contribution => contribution.Evidence).HasMaxLength(2000);
        builder.HasIndex(contribution => new { contribution.CentreId, contribution.State });
        builder.ToTable(table => table.HasCheckConstraint("CK_Contributions_Cents", "Cents IS NULL OR Cents > 0"));
    }
}
