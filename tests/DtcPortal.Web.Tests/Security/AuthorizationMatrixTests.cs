using System.Net;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DtcPortal.Web.Tests.Security;

/// <summary>Every page and handler × every role; a page without a rule fails.</summary>
[Collection(nameof(DatabaseProvider.Sqlite))]
public sealed class AuthorizationMatrixTests(SqliteApp app) : PageTests(app)
{
    private static readonly Access[] Rules =
    [
        .. typeof(IAccessTable).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IAccessTable)) && !type.IsAbstract)
            .SelectMany(type => ((IAccessTable)Activator.CreateInstance(type)!).Rules),
    ];

    public static TheoryData<PortalRole> Roles => [.. Enum.GetValues<PortalRole>()];

    private IEnumerable<RouteEndpoint> Endpoints => App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !AddressOf(endpoint).EndsWith("{**path:file}", StringComparison.Ordinal))
        .DistinctBy(AddressOf);

    [Fact]
    public void EveryEndpoint_HasOneRule()
    {
        var known = Rules.Select(rule => rule.Address).ToList();
        Assert.Equal(known.Distinct().Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
        var missing = Endpoints.Select(AddressOf).Except(known, StringComparer.OrdinalIgnoreCase).ToList();
        Assert.True(missing.Count == 0, $"Say in an IAccessTable who may open:{Environment.NewLine}{string.Join(Environment.NewLine, missing)}");
    }

    [Fact]
    public void EveryRule_IsOfAnEndpoint() =>
        Assert.Empty(Rules.Select(rule => rule.Address).Except(Endpoints.Select(AddressOf), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void EveryHandler_AnswersGetOrPost()
    {
        var others = Endpoints.SelectMany(endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.HandlerMethods ?? [])
            .Where(handler => handler.HttpMethod is not ("Get" or "Post"))
            .Select(handler => $"{handler.HttpMethod} {handler.MethodInfo.DeclaringType}.{handler.MethodInfo.Name}");
        Assert.Empty(others.Distinct());
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task Role_OpensWhatItMay_AndNothingElse(PortalRole role)
    {
        var user = await App.CreateUserAsync(role, role is PortalRole.CommitteeMember or PortalRole.CoChair or PortalRole.ProgrammeManager ? Party.Itu : null);
        using var client = await App.SignedInAsync(user);
        var principal = await App.WithAsync<IUserClaimsPrincipalFactory<PortalUser>, System.Security.Claims.ClaimsPrincipal>(claims => claims.CreateAsync(user));
        foreach (var endpoint in Endpoints)
        {
            var rule = RuleOf(endpoint);
            var isAllowed = await IsAllowedAsync(endpoint, principal);
            Assert.True(isAllowed == rule.Allows(role), $"{role} {(isAllowed ? "may" : "may not")} open {rule.Address}");
            if (!isAllowed)
            {
                await RefusedAsync(client, endpoint, HttpStatusCode.Forbidden);
            }
        }
    }

    [Fact]
    public async Task Visitor_OpensWhatIsPublic_AndIsAskedToSignInElsewhere()
    {
        using var visitor = App.Visitor();
        foreach (var endpoint in Endpoints)
        {
            var rule = RuleOf(endpoint);
            var isAllowed = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            Assert.True(isAllowed == rule.IsPublic, $"Visitors {(isAllowed ? "may" : "may not")} open {rule.Address}");
            if (!isAllowed)
            {
                await RefusedAsync(visitor, endpoint, HttpStatusCode.Redirect);
            }
        }
    }

    private static Access RuleOf(RouteEndpoint endpoint) =>
        Rules.SingleOrDefault(rule => rule.Address.Equals(AddressOf(endpoint), StringComparison.OrdinalIgnoreCase)) ?? throw new InvalidOperationException($"{AddressOf(endpoint)} has no rule.");

    private static string AddressOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";

    private async Task<bool> IsAllowedAsync(RouteEndpoint endpoint, System.Security.Claims.ClaimsPrincipal principal)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return true;
        }

        await using var scope = App.Services.CreateAsyncScope();
        var policies = scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        var policy = await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>())
            ?? await policies.GetFallbackPolicyAsync();
        var result = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(principal, endpoint, policy!);
        return result.Succeeded;
    }

    private static async Task RefusedAsync(HttpClient client, RouteEndpoint endpoint, HttpStatusCode expected)
    {
        var address = Filled(endpoint.RoutePattern);
        var handlers = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name) ?? [];
        using var read = await client.GetAsync(address, Cancel);
        Assert.True(read.StatusCode == expected, $"GET {address} answers {(int)read.StatusCode}");
        foreach (var handler in handlers)
        {
            using var content = new FormUrlEncodedContent([]);
            using var sent = await client.PostAsync(handler is null ? address : $"{address}?handler={handler}", content, Cancel);
            Assert.True(sent.StatusCode == expected, $"POST {address} {handler} answers {(int)sent.StatusCode}");
        }
    }

    private static string Filled(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => Value(parameter),
        _ => string.Empty,
    }))));

    private static string Value(RoutePatternParameterPart parameter) => parameter.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
    {
        "guid" => Guid.CreateVersion7().ToString(),
        "int" => "1",
        _ => parameter.Name == "period" ? "2026-Q3" : "none",
    };
}
