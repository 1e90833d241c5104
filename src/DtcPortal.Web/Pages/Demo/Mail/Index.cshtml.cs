using System.Text.RegularExpressions;
using DtcPortal.Application.Mail;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Demo.Mail;

/// <summary>A mail of the demonstration, for whoever caused it.</summary>
[AllowAnonymous]
[DemoOnly]
public sealed partial class IndexModel(OutboxQueries queries) : PortalPage
{
    /// <summary>The mail.</summary>
    public MailView Mail { get; private set; } = null!;

    /// <summary>Its text in pieces; those that are addresses of the portal become links to it.</summary>
    public IEnumerable<(string Text, bool IsAddress)> Pieces => Address().Split(Mail.Body).Select(piece => (piece, Uri.TryCreate(piece, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)));

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(Guid id) => Mail = await queries.ReadOwnAsync(id, Actor.Id, Cancel);

    /// <summary>The address within this portal, whatever name it was reached under.</summary>
    public static string Local(string address) => new Uri(address).PathAndQuery + new Uri(address).Fragment;

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Address();
}
