using DtcPortal.Application.Accounts;
using DtcPortal.Application.Localization;

namespace DtcPortal.Web.UserInterface;

/// <summary>Words of accounts.</summary>
public static class AccountWords
{
    /// <summary>A role.</summary>
    public static string Of(this IText T, PortalRole role) => role switch
    {
        PortalRole.Applicant => T["Applicant"],
        PortalRole.CommitteeMember => T["Committee member"],
        PortalRole.CoChair => T["Co-chair"],
        PortalRole.ProgrammeManager => T["Programme manager"],
        PortalRole.CentreReporter => T["Centre reporter"],
        PortalRole.CentreManager => T["Centre manager"],
        PortalRole.PartnerViewer => T["Partner viewer"],
        _ => T["Administrator"],
    };

    /// <summary>Where an account stands.</summary>
    public static StateWord State(this IText T, AccountState state) => state switch
    {
        AccountState.Active => new(Tone.Good, T["Active|account"]),
        AccountState.Unconfirmed => new(Tone.Watch, T["Not confirmed"]),
        _ => new(Tone.Plain, T["Closed|account"]),
    };
}
