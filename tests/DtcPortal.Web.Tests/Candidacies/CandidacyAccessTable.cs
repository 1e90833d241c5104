using DtcPortal.Application.Accounts;
using DtcPortal.Web.Tests.Security;

namespace DtcPortal.Web.Tests.Candidacies;

internal sealed class CandidacyAccessTable : IAccessTable
{
    public IEnumerable<Access> Rules =>
    [
        Access.Only("/candidacies", PortalRole.Applicant),
        // whose candidacy it is, and who may read it when, is decided by CandidacyAccess
        Access.SignedIn("/candidacies/{reference}"),
        Access.SignedIn("/candidacies/{reference}/{section}"),
        Access.SignedIn("/candidacies/{reference}/country"),
        Access.SignedIn("/candidacies/{reference}/submit"),
        Access.SignedIn("/candidacies/{reference}/receipt/{number:int?}"),
        Access.SignedIn("/candidacies/{reference}/submitted/{number:int?}"),
        Access.SignedIn("/candidacies/{reference}/withdraw"),
        Access.SignedIn("/candidacies/{reference}/history"),
        Access.SignedIn("/candidacies/{reference}/documents/{id:guid}/download"),
        Access.Only("/candidacies/{reference}/extension", PortalRole.ProgrammeManager, PortalRole.CoChair, PortalRole.CommitteeMember),
    ];
}
