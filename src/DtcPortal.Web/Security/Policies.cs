using DtcPortal.Application.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace DtcPortal.Web.Security;

/// <summary>Who may open a page, by role; what is theirs among it is decided by the services. Without a policy a page asks for sign-in.</summary>
public static class Policies
{
    /// <summary>Staff of institutions that apply.</summary>
    public static AuthorizationPolicy Applicants { get; } = For(PortalRole.Applicant);

    /// <summary>Members of the committee and co-chairs.</summary>
    public static AuthorizationPolicy Committee { get; } = For(PortalRole.CommitteeMember, PortalRole.CoChair);

    /// <summary>Those who sign for a party.</summary>
    public static AuthorizationPolicy CoChairs { get; } = For(PortalRole.CoChair);

    /// <summary>Those who run calls and follow centres.</summary>
    public static AuthorizationPolicy Managers { get; } = For(PortalRole.ProgrammeManager);

    /// <summary>Managers, and co-chairs for what they sign.</summary>
    public static AuthorizationPolicy ManagersAndCoChairs { get; } = For(PortalRole.ProgrammeManager, PortalRole.CoChair);

    /// <summary>Managers, and all of the committee: alternates sign where their co-chair has a conflict.</summary>
    public static AuthorizationPolicy ManagersAndCommittee { get; } = For(PortalRole.ProgrammeManager, PortalRole.CoChair, PortalRole.CommitteeMember);

    /// <summary>Reporters and managers of a centre.</summary>
    public static AuthorizationPolicy CentreStaff { get; } = For(PortalRole.CentreReporter, PortalRole.CentreManager);

    /// <summary>Managers of a centre.</summary>
    public static AuthorizationPolicy CentreManagers { get; } = For(PortalRole.CentreManager);

    /// <summary>Partners, and the parties' staff: the dashboards.</summary>
    public static AuthorizationPolicy Partners { get; } = For(PortalRole.PartnerViewer, PortalRole.ProgrammeManager, PortalRole.CoChair, PortalRole.CommitteeMember);

    /// <summary>Those who give and those who receive: partners, the parties' staff, centres.</summary>
    public static AuthorizationPolicy PartnersAndCentres { get; } = For(
        PortalRole.PartnerViewer, PortalRole.ProgrammeManager, PortalRole.CoChair, PortalRole.CommitteeMember, PortalRole.CentreReporter, PortalRole.CentreManager);

    /// <summary>System owners.</summary>
    public static AuthorizationPolicy Administrators { get; } = For(PortalRole.Administrator);

    /// <summary>All who act for a party, and administrators.</summary>
    public static AuthorizationPolicy Staff { get; } = For(PortalRole.CommitteeMember, PortalRole.CoChair, PortalRole.ProgrammeManager, PortalRole.Administrator);

    internal static void AddTo(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(nameof(Applicants), Applicants);
        options.AddPolicy(nameof(Committee), Committee);
        options.AddPolicy(nameof(CoChairs), CoChairs);
        options.AddPolicy(nameof(Managers), Managers);
        options.AddPolicy(nameof(ManagersAndCoChairs), ManagersAndCoChairs);
        options.AddPolicy(nameof(ManagersAndCommittee), ManagersAndCommittee);
        options.AddPolicy(nameof(CentreStaff), CentreStaff);
        options.AddPolicy(nameof(CentreManagers), CentreManagers);
        options.AddPolicy(nameof(Partners), Partners);
        options.AddPolicy(nameof(PartnersAndCentres), PartnersAndCentres);
        options.AddPolicy(nameof(Administrators), Administrators);
        options.AddPolicy(nameof(Staff), Staff);
    }

    private static AuthorizationPolicy For(params PortalRole[] roles) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())).Build();
}
