using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>Makes what a test needs, valid unless the test says otherwise; each area adds its own in a file of its folder.</summary>
public static partial class TestData
{
    /// <summary>The password of accounts that are made with one.</summary>
    public const string Password = "correct horse battery staple";

    private static int _number;

    /// <summary>An account with a confirmed mail address.</summary>
    public static async Task<PortalUser> CreateUserAsync(
        this PortalApp app, PortalRole role, Party? party = null, Action<PortalUser>? with = null, string? password = null)
    {
        var number = Interlocked.Increment(ref _number);
        var mail = $"{role}{number}@example.org".ToLowerInvariant();
        var user = new PortalUser
        {
            UserName = mail,
            Email = mail,
            EmailConfirmed = true,
            DisplayName = $"{role} {number}",
            Party = party,
            CreatedAt = app.Services.GetRequiredService<PortalClock>().Now,
        };
        with?.Invoke(user);
        await app.WithAsync<UserManager<PortalUser>>(async users =>
        {
            var made = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
            Assert.True(made.Succeeded, made.ToString());
            Assert.True((await users.AddToRoleAsync(user, role.ToString())).Succeeded);
        });
        return user;
    }
}
