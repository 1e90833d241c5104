using DtcPortal.Application.Accounts;
using DtcPortal.Application.Demo;
using DtcPortal.Web.Tests.Infrastructure;
using Xunit;

namespace DtcPortal.Web.Tests.Accounts;

public sealed class CommonPasswordTests
{
    private static readonly PortalUser User = new() { Email = "amina.otieno@example.org", DisplayName = "Amina Otieno" };

    [Theory]
    [InlineData("password1234"), InlineData("P@ssw0rd2026!"), InlineData("passwordpassword"), InlineData("welcome-admin-1"), InlineData("123456789012")]
    [InlineData("qwertyuiopas"), InlineData("1qaz2wsx3edc"), InlineData("aaaaaaaaaaaa"), InlineData("abcabcabcabc"), InlineData("motdepasse2026")]
    [InlineData("aminaotieno12"), InlineData("amina.otieno!"), InlineData("000000000000"), InlineData("Administrator1!")]
    public void Contains_WhatGuessersTry(string password) => Assert.True(CommonPasswords.Contains(password, User));

    [Theory, InlineData(TestData.Password), InlineData("another good long phrase"), InlineData("kumquat-lantern-42"), InlineData(DemoUsers.Password), InlineData("Xk7#mPq9vL2w")]
    public void Contains_NotWhatIsOnesOwn(string password) => Assert.False(CommonPasswords.Contains(password, User));
}
