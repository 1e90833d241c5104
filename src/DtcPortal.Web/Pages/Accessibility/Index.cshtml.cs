using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Pages.Accessibility;

/// <summary>How the portal can be used by everyone, and what to do where it cannot.</summary>
[AllowAnonymous]
public sealed class IndexModel : PortalPage;
