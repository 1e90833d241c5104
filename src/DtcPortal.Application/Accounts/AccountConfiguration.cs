using DtcPortal.Application.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DtcPortal.Application.Accounts;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    private const int MailLength = 254;

    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.Property(user => user.UserName).HasMaxLength(MailLength);
        builder.Property(user => user.NormalizedUserName).IsKeyText(MailLength);
        builder.Property(user => user.Email).HasMaxLength(MailLength);
        builder.Property(user => user.NormalizedEmail).IsKeyText(MailLength);
        builder.Property(user => user.DisplayName).HasMaxLength(PortalUser.NameLength);
        builder.Property(user => user.SearchKey).IsKeyText(PortalUser.NameLength + MailLength);
        builder.Property(user => user.Nationality).HasMaxLength(2);
        builder.Property(user => user.Language).HasMaxLength(2);
        builder.Property(user => user.TimeZone).HasMaxLength(60);
        builder.HasIndex(user => user.InstitutionId);
        builder.HasIndex(user => user.CentreId);
    }
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<IdentityRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> builder)
    {
        builder.Property(role => role.NormalizedName).IsKeyText(64);
        builder.HasData(Enum.GetValues<PortalRole>().Select(role => new IdentityRole<Guid>
        {
            Id = role.Id(),
            Name = role.ToString(),
            NormalizedName = role.ToString().ToUpperInvariant(),
            ConcurrencyStamp = role.Id().ToString(),
        }));
    }
}

internal sealed class LoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.Property(login => login.LoginProvider).IsKeyText(128);
        builder.Property(login => login.ProviderKey).IsKeyText(128);
    }
}

internal sealed class TokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.Property(token => token.LoginProvider).IsKeyText(128);
        builder.Property(token => token.Name).IsKeyText(128);
    }
}

/// <summary>The roles' rows.</summary>
public static class PortalRoleRows
{
    /// <summary>The key of a role's row, the same in every database.</summary>
    public static Guid Id(this PortalRole role) => new((int)role, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}
