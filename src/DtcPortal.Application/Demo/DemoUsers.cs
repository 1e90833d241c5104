using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace DtcPortal.Application.Demo;

/// <summary>The accounts of the demonstration. Institutions and centres are given to them by who makes those.</summary>
public sealed class DemoUsers(PortalDbContext db, PortalClock clock, UserManager<PortalUser> users)
{
    /// <summary>Password of each.</summary>
    public const string Password = "Demo-2026-Portal!";

    private static readonly DemoUser[] All =
    [
        new("admin", "Ada Admin", PortalRole.Administrator),
        new("manager.itu", "Irene Okello", PortalRole.ProgrammeManager, Party.Itu),
        new("manager.cisco", "Carl Jensen", PortalRole.ProgrammeManager, Party.Cisco),
        new("chair.itu", "Inès Moreau", PortalRole.CoChair, Party.Itu, "CH"),
        new("chair.cisco", "Chen Wei", PortalRole.CoChair, Party.Cisco, "SG"),
        new("member1", "Mariam Diallo", PortalRole.CommitteeMember, Party.Itu, "GN", IsAlternate: true),
        new("member2", "Mateo Rojas", PortalRole.CommitteeMember, Party.Itu, "PE"),
        new("member3", "Mei Tanaka", PortalRole.CommitteeMember, Party.Cisco, "JP", IsAlternate: true),
        new("member4", "Musa Banda", PortalRole.CommitteeMember, Party.Cisco, "ZM"),
        new("applicant1", "Aminata Traoré", PortalRole.Applicant),
        new("applicant2", "Arjun Thapa", PortalRole.Applicant),
        new("applicant3", "Ana Quispe", PortalRole.Applicant),
        new("centre1", "Clarisse Kouassi", PortalRole.CentreManager),
        new("centre2", "Cédric Yao", PortalRole.CentreReporter),
        new("partner", "Priya Raman", PortalRole.PartnerViewer, Party.Itu),
    ];

    private string? _hash;

    /// <summary>The mail address of an account, such as member1's.</summary>
    public static string EmailOf(string account) => $"{account}@example.org";

    /// <summary>Makes the fifteen accounts.</summary>
    public Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var (at, demo) in All.Index())
        {
            Add(EmailOf(demo.Account), demo.Name, demo.Role, user =>
            {
                // the same keys each time: members' assignments and reading orders are drawn from them
                user.Id = new Guid(0x01900000, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, (byte)(at + 1)]);
                (user.Party, user.Nationality, user.IsAlternate) = (demo.Party, demo.Nationality, demo.IsAlternate);
            });
        }

        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes one more account with the same password, without a query or mail; saved with what is saved next.</summary>
    public PortalUser Add(string email, string name, PortalRole role, Action<PortalUser>? with = null)
    {
        var user = new PortalUser
        {
            UserName = email,
            NormalizedUserName = users.NormalizeName(email),
            Email = email,
            NormalizedEmail = users.NormalizeEmail(email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            DisplayName = name,
            CreatedAt = clock.Now,
        };
        // one hash for all: sixty of them would take seconds
        user.PasswordHash = _hash ??= users.PasswordHasher.HashPassword(user, Password);
        with?.Invoke(user);
        db.Users.Add(user);
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = role.Id() });
        return user;
    }

    private sealed record DemoUser(string Account, string Name, PortalRole Role, Party? Party = null, string? Nationality = null, bool IsAlternate = false);
}
