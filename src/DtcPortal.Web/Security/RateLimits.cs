using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DtcPortal.Web.Security;

/// <summary>How often one account may try, before sign-in one address; each can be set by RateLimits:{name}:Permits and RateLimits:{name}:Seconds.</summary>
public static class RateLimits
{
    /// <summary>Attempts to sign in.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Registrations.</summary>
    public const string Register = nameof(Register);

    /// <summary>Requests to reset a password.</summary>
    public const string Reset = nameof(Reset);

    /// <summary>Uploads.</summary>
    public const string Upload = nameof(Upload);

    /// <summary>Questions on calls.</summary>
    public const string Ask = nameof(Ask);

    private const string Autosave = nameof(Autosave);

    internal static void AddRateLimits(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            {
                context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        Add(options, builder.Configuration, SignIn, permits: 20, seconds: 60);
        Add(options, builder.Configuration, Register, permits: 10, seconds: 600);
        Add(options, builder.Configuration, Reset, permits: 10, seconds: 600);
        Add(options, builder.Configuration, Upload, permits: 60, seconds: 60);
        Add(options, builder.Configuration, Ask, permits: 10, seconds: 600);
    });

    private static void Add(RateLimiterOptions options, ConfigurationManager configuration, string name, int permits, int seconds) =>
        options.AddPolicy(name, context => Counts(context)
            ? RateLimitPartition.GetFixedWindowLimiter(
                $"{name} {context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.Connection.RemoteIpAddress?.ToString()}",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = configuration.GetValue($"RateLimits:{name}:Permits", permits),
                    Window = TimeSpan.FromSeconds(configuration.GetValue($"RateLimits:{name}:Seconds", seconds)),
                })
            : RateLimitPartition.GetNoLimiter(string.Empty));

    // reading a page is free, and so is what it saves by itself; sending it counts
    private static bool Counts(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && !SavesByItself(context);

    // a page without that handler answers with its unnamed one, so the name alone says nothing
    private static bool SavesByItself(HttpContext context) => context.Request.Query["handler"] == Autosave
        && context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
        && page.HandlerMethods.Any(handler => handler.Name == Autosave);
}
