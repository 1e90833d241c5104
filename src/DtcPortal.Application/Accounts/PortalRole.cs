namespace DtcPortal.Application.Accounts;

/// <summary>What an account may do (product.md, "Who uses it"); the names of the Identity roles.</summary>
public enum PortalRole
{
    /// <summary>Staff of an institution that applies.</summary>
    Applicant = 1,

    /// <summary>A representative of a party who reviews.</summary>
    CommitteeMember = 2,

    /// <summary>The one of a party who signs for it.</summary>
    CoChair = 3,

    /// <summary>Staff of a party who run calls and follow centres.</summary>
    ProgrammeManager = 4,

    /// <summary>Staff of a centre who report.</summary>
    CentreReporter = 5,

    /// <summary>The one of a centre who submits and signs.</summary>
    CentreManager = 6,

    /// <summary>ITU, Cisco, a network partner, a funder or a government that reads dashboards and enters contributions.</summary>
    PartnerViewer = 7,

    /// <summary>System owner.</summary>
    Administrator = 8,
}
