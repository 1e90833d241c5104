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
/// <param name="ConflictsOf">The reader whose conflicts of interest leave candidacies out; null for managers.</param>
public sealed record CallHead(
    Guid Id, LocalizedText Title, CallStage Stage, DateTimeOffset OpensAt, DateTimeOffset DeadlineEndsAt, string DeadlineZone, Guid? ConflictsOf);

/// <summary>Who may see the candidacies of a call: managers, and those of its committee.</summary>
public static class CallAccess
{
    /// <summary>The call. Throws NotFoundException when there is none or the reader is neither a manager nor of its committee.</summary>
    public static async Task<CallHead> FindAsync(PortalDbContext db, string slug, Actor reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(reader);
        var isManager = reader.Is(PortalRole.ProgrammeManager);
        var (readerId, conflictsOf) = (reader.Id, isManager ? (Guid?)null : reader.Id);
        return await db.Calls.AsNoTracking()
            .Where(call => call.Slug == slug && (isManager || db.CommitteeMembers.Any(member => member.CallId == call.Id && member.UserId == readerId)))
            .Select(call => new CallHead(call.Id, call.Title, call.Stage, call.OpensAt, call.DeadlineEndsAt, call.DeadlineZone, conflictsOf))
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
    }
}
