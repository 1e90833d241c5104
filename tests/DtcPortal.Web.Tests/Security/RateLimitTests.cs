using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Infrastructure;
using Xunit;

namespace DtcPortal.Web.Tests.Security;

/// <summary>What counts towards a limit: what an account sends, not what its page saves by itself, and not what others send.</summary>
[Collection(nameof(DemoApp))]
public sealed class RateLimitTests(DemoApp app) : PageTests(app)
{
    private const string Section = "/candidacies/DTC1-2026-0001/a";

    [Fact]
    public async Task Post_MoreOftenThanTheLimit_IsRefused_ToThatAccountAlone()
    {
        using var eager = await App.SignedInAsync(PortalRole.Applicant);
        using var other = await App.SignedInAsync(PortalRole.Applicant);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await PostAsync(eager, Section));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(eager, Section));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await PostAsync(eager, $"{Section}?handler=Autosave"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await PostAsync(other, Section));
    }

    [Fact]
    public async Task Post_NamingAHandlerThatThePageLacks_CountsLikeAnyOther()
    {
        using var eager = await App.SignedInAsync(PortalRole.Applicant);
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            statuses.Add(await PostAsync(eager, "/candidacies/DTC1-2026-0001/clarification?handler=Autosave"));
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses[..3]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[3]);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string address)
    {
        using var nothing = new FormUrlEncodedContent([]);
        using var response = await client.PostAsync(address, nothing, Cancel);
        return response.StatusCode;
    }
}
