using DtcPortal.Application.Storage;
using DtcPortal.Domain.Committee;

namespace DtcPortal.Application.Signing;

/// <summary>Who signs in a call, for queries: see <see cref="SignerRule"/>.</summary>
internal static class CallSigners
{
    /// <summary>Co-chairs without an upheld conflict in their call, and the alternates of those who have one (rules.md 2).</summary>
    public static IQueryable<CommitteeMember> Of(PortalDbContext db)
    {
        var upheld = db.ConflictsOfInterest.Where(conflict => conflict.State == ConflictState.Upheld);
        return db.CommitteeMembers.Where(member =>
            !upheld.Any(conflict => conflict.CallId == member.CallId && conflict.MemberId == member.UserId)
            && (member.Seat == CommitteeSeat.CoChair || (member.IsAlternate && db.CommitteeMembers.Any(chair =>
                chair.CallId == member.CallId && chair.Party == member.Party && chair.Seat == CommitteeSeat.CoChair
                && upheld.Any(conflict => conflict.CallId == chair.CallId && conflict.MemberId == chair.UserId)))));
    }
}
