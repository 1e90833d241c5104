using System.Net;
using DtcPortal.Application.Accounts;
using Xunit;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>Signs on pages as co-chairs do.</summary>
public static class Signing
{
    /// <summary>Ticks that the version was read and signs it; the page must then redirect.</summary>
    public static async Task SignAsync(this PortalApp app, PortalUser chair, string address)
    {
        using var client = await app.SignedInAsync(chair);
        using var answer = await client.SubmitAsync(address, [new("read", "true")], "form[action*=Sign]");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"Signing {address} answers {(int)answer.StatusCode}: {string.Join(" ", (await answer.DocumentAsync()).Messages())}");
    }

    /// <summary>Both co-chairs of the test committee sign.</summary>
    public static async Task SignBothAsync(this PortalApp app, string address)
    {
        var committee = await app.CommitteeAsync();
        await app.SignAsync(committee.ItuChair, address);
        await app.SignAsync(committee.CiscoChair, address);
    }
}
