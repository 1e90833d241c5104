using System.Linq.Expressions;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Committee;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>
/// Who may do what with a candidacy: admitted people of its institution write; managers, co-chairs and assigned reviewers of the call read what was submitted
/// once screening has started, those of the committee after they declared their conflicts, unless one stands against it; for all others it does not exist.
/// </summary>
public sealed class CandidacyAccess(PortalDbContext db, PortalClock clock, CandidacyResultReader results)
{
    /// <summary>The candidacy with what the actor may do. Throws NotFoundException when they may not know of it, ForbiddenException on a conflict of interest.</summary>
    public Task<CandidacyHead> FindAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        FindAsync(candidacy => candidacy.Reference == reference, actor, cancellationToken);

    /// <summary>As above, by key.</summary>
    public Task<CandidacyHead> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        FindAsync(candidacy => candidacy.Id == id, actor, cancellationToken);

    /// <summary>The candidacy for one of its institution. Throws NotFoundException for others.</summary>
    public async Task<CandidacyHead> FindOwnAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var head = await FindAsync(reference, actor, cancellationToken);
        return head.Right == CandidacyRight.Write ? head : throw new NotFoundException();
    }

    /// <summary>The candidacy for one who may read what was submitted. Throws NotFoundException for others.</summary>
    public async Task<CandidacyHead> FindReadableAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var head = await FindAsync(reference, actor, cancellationToken);
        return head.Right >= CandidacyRight.Read ? head : throw new NotFoundException();
    }

    private async Task<CandidacyHead> FindAsync(Expression<Func<Candidacy, bool>> which, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var head = await Heads(db.Candidacies.AsNoTracking().Where(which), actor.Id).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        head = head with { Right = RightOf(head, actor) ?? throw new NotFoundException() };
        return head.MayHaveResult ? head with { Result = await ResultOfAsync(head.Id, cancellationToken) } : head;
    }

    private async Task<CandidacyResult?> ResultOfAsync(Guid candidacyId, CancellationToken cancellationToken) =>
        (await results.ReadAsync([candidacyId], cancellationToken)).TryGetValue(candidacyId, out var result) ? result : null;

    private CandidacyRight? RightOf(CandidacyHead head, Actor actor)
    {
        if (head.IsMember)
        {
            return CandidacyRight.Write;
        }

        var isStaff = actor.Is(PortalRole.ProgrammeManager) || (head.IsCommittee && (actor.Is(PortalRole.CoChair) || actor.IsAlternate));
        if (!isStaff && !head.IsAssigned)
        {
            return null;
        }

        if (head.HasConflict)
        {
            throw new ForbiddenException(new Domain.Common.Message("A conflict of interest keeps you from this candidacy."));
        }

        var mayRead = (head.IsAssigned || actor.IsAny(PortalRole.ProgrammeManager, PortalRole.CoChair)) && head.IsOpenedAt(clock.Now);
        if (mayRead && head.IsCommittee)
        {
            CommitteeAccess.Demand(head.DeclaredAt, head.IsSameNationality);
        }

        return mayRead ? CandidacyRight.Read : isStaff ? CandidacyRight.Know : null;
    }

    private IQueryable<CandidacyHead> Heads(IQueryable<Candidacy> candidacies, Guid reader) =>
        from candidacy in candidacies
        join institution in db.Institutions on candidacy.InstitutionId equals institution.Id
        join call in db.Calls on candidacy.CallId equals call.Id
        from seat in db.CommitteeMembers.Where(member => member.CallId == call.Id && member.UserId == reader).DefaultIfEmpty()
        select new CandidacyHead
        {
            Id = candidacy.Id,
            Reference = candidacy.Reference,
            Country = candidacy.Country,
            NewCountry = candidacy.NewCountry,
            State = candidacy.State,
            Eligibility = candidacy.Eligibility,
            StartedAt = candidacy.StartedAt,
            SavedAt = candidacy.SavedAt,
            SavedByName = candidacy.SavedByName,
            SubmittedAt = candidacy.SubmittedAt,
            SubmittedNumber = candidacy.SubmittedNumber,
            WithdrawnAt = candidacy.WithdrawnAt,
            ExtendedUntil = candidacy.ExtendedUntil,
            Version = candidacy.Version,
            InstitutionId = institution.Id,
            InstitutionName = institution.Name,
            OwnerId = institution.OwnerId,
            CallId = call.Id,
            CallSlug = call.Slug,
            CallTitle = call.Title,
            CallStage = call.Stage,
            OpensAt = call.OpensAt,
            DeadlineEndsAt = call.DeadlineEndsAt,
            DeadlineZone = call.DeadlineZone,
            Form = call.Form,
            IsMember = db.InstitutionMembers.Any(member =>
                member.InstitutionId == institution.Id && member.UserId == reader && member.State == MembershipState.Admitted),
            IsCommittee = seat != null,
            DeclaredAt = seat.DeclaredAt,
            IsSameNationality = seat.Nationality == institution.Country
                && !db.ConflictsOfInterest.Any(conflict => conflict.CandidacyId == candidacy.Id && conflict.MemberId == reader),
            IsAssigned = db.ReviewAssignments.Any(assignment =>
                assignment.CandidacyId == candidacy.Id && assignment.MemberId == reader && assignment.RemovedAt == null),
            HasConflict = db.ConflictsOfInterest.Any(conflict =>
                conflict.CandidacyId == candidacy.Id && conflict.MemberId == reader && conflict.State != ConflictState.Dismissed),
        };
}
