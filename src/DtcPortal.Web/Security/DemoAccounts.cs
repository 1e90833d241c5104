using DtcPortal.Application.Localization;

namespace DtcPortal.Web.Security;

/// <summary>An account of the demonstration, with what one can try with it.</summary>
/// <param name="Email">Mail address.</param>
/// <param name="Role">What it is.</param>
/// <param name="Who">Whose it is.</param>
/// <param name="Try">What one can try.</param>
public sealed record DemoAccount(string Email, string Role, string Who, string Try);

/// <summary>The accounts of the demonstration, as the sign-in page offers them.</summary>
public static class DemoAccounts
{
    /// <summary>Mail addresses, as they are printed at start.</summary>
    public static readonly IReadOnlyList<string> Emails =
    [
        "admin@example.org", "manager.itu@example.org", "manager.cisco@example.org", "chair.itu@example.org", "chair.cisco@example.org",
        "member1@example.org", "member2@example.org", "member3@example.org", "member4@example.org",
        "applicant1@example.org", "applicant2@example.org", "applicant3@example.org", "centre1@example.org", "centre2@example.org", "partner@example.org",
    ];

    /// <summary>Each with what one can try, in the language of the page.</summary>
    public static IReadOnlyList<DemoAccount> For(IText T) =>
    [
        new("applicant1@example.org", T["Applicant"], "applicant1", T["Finish a draft for the open call and submit it"]),
        new("applicant2@example.org", T["Applicant"], "applicant2", T["Answer a request for clarification"]),
        new("applicant3@example.org", T["Applicant"], "applicant3", T["Read the result of an earlier phase"]),
        new("member1@example.org", T["Committee member, ITU"], "member1", T["Score candidacies on ten criteria; stands in for the co-chair"]),
        new("member2@example.org", T["Committee member, ITU"], "member2", T["Go on with the reviews that wait"]),
        new("member3@example.org", T["Committee member, Cisco"], "member3", T["Score candidacies on ten criteria; stands in for the co-chair"]),
        new("member4@example.org", T["Committee member, Cisco"], "member4", T["Declare a conflict of interest"]),
        new("chair.itu@example.org", T["Co-chair, ITU"], "chair.itu", T["See who gets the ten seats, try a what-if, sign"]),
        new("chair.cisco@example.org", T["Co-chair, Cisco"], "chair.cisco", T["Sign as the other party, or disagree"]),
        new("manager.itu@example.org", T["Programme manager, ITU"], "manager.itu", T["Publish a call, assign reviews, verify a report"]),
        new("manager.cisco@example.org", T["Programme manager, Cisco"], "manager.cisco", T["Approve a report that ITU has verified"]),
        new("centre1@example.org", T["Centre manager"], "centre1", T["Add an activity, submit a report, sign the agreement"]),
        new("centre2@example.org", T["Centre reporter"], "centre2", T["Write down activities and income of the same centre"]),
        new("partner@example.org", T["Partner viewer"], "partner", T["Read the dashboard, drill down to rows"]),
        new("admin@example.org", T["Administrator"], "admin", T["Invite somebody, read the audit, move the clock"]),
    ];
}
