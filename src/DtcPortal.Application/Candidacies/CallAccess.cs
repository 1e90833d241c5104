using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>A call as lists of its candidacies need it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="Stage">What is stored of where it stands.</param>
/// <param name="OpensAt">When it opens.</param>
/// <param name="DeadlineEndsAt">The first instant that is too late.</param>
/// <param name="DeadlineZone">IANA zone of the deadline.</param>
/// <param name="ConflictsOf">The reader whose conflicts of interest leave candidacies out; null for managers who are not of the committee.</param>
/// <param name="SeesScores">Whether scores are shown: to managers, and to those of the committee who declared their conflicts.</param>
public sealed record CallHead(
    Guid Id, LocalizedText Title, CallStage Stage, DateTimeOffset OpensAt, DateTimeOffset DeadlineEndsAt, string DeadlineZone, Guid? ConflictsOf, bool SeesScores);

/// <summary>Who may see the candidacies of a call: managers, and those of its committee.</summary>
public static class CallAccess
{
    /// <summary>The call. Throws NotFoundException when there is none or the reader is neither a manager nor of its committee.</summary>
    public static async Task<CallHead> FindAsync(PortalDbContext db, string slug, Actor reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(reader);
        var isManager = reader.Is(PortalRole.ProgrammeManager);
        var readerId = reader.Id;
        return await (
            from call in db.Calls.AsNoTracking()
            from member in db.CommitteeMembers.Where(member => member.CallId == call.Id && member.UserId == readerId).DefaultIfEmpty()
            where call.Slug == slug && (isManager || member != null)
            select new CallHead(
                call.Id, call.Title, call.Stage, call.OpensAt, call.DeadlineEndsAt, call.DeadlineZone, member == null ? null : readerId, member == null || member.DeclaredAt != null))
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
    }
}
