using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Partners;

/// <summary>A partner organisation in a list.</summary>
public sealed record PartnerRow(Guid Id, string Name, Party? Party, PartnerKind Kind, int Accounts, int Contributions);

/// <summary>A commitment of the annex.</summary>
public sealed record CommitmentRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required CommitmentOwner Owner { get; init; }

    /// <summary>Place in the annex.</summary>
    public required int Number { get; init; }

    /// <summary>What.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Where it stands.</summary>
    public required CommitmentStatus Status { get; init; }

    /// <summary>What shows it.</summary>
    public required string? Evidence { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who changed it; null for nobody yet.</summary>
    public required string? ChangedByName { get; init; }

    /// <summary>Version.</summary>
    public required long Version { get; init; }
}

/// <summary>Partners and commitments.</summary>
public sealed class PartnerQueries(PortalDbContext db)
{
    /// <summary>All partners by kind and name.</summary>
    public async Task<IReadOnlyList<PartnerRow>> ListAsync(CancellationToken cancellationToken) =>
        await db.Partners.AsNoTracking().OrderBy(partner => partner.Kind).ThenBy(partner => partner.Name)
            .Select(partner => new PartnerRow(
                partner.Id, partner.Name, partner.Party, partner.Kind,
                db.Users.Count(user => user.PartnerId == partner.Id && user.DisabledAt == null),
                db.Contributions.Count(contribution => contribution.PartnerId == partner.Id && contribution.State != ContributionState.Withdrawn)))
            .ToListAsync(cancellationToken);

    /// <summary>All commitments, by owner and place.</summary>
    public async Task<IReadOnlyList<CommitmentRow>> CommitmentsAsync(CancellationToken cancellationToken) =>
        await Rows(db.Commitments.AsNoTracking()).OrderBy(row => row.Owner).ThenBy(row => row.Number).ToListAsync(cancellationToken);

    /// <summary>One commitment, for those who say where it stands. Throws <see cref="ForbiddenException"/> for others.</summary>
    public async Task<CommitmentRow> CommitmentAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Commitments.AsNoTracking().Where(commitment => commitment.Id == id)).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        return CommitmentService.MayEdit(actor, row.Owner) ? row : throw new ForbiddenException(new Message("Only the managers of the party that committed say where it stands."));
    }

    private static IQueryable<CommitmentRow> Rows(IQueryable<Commitment> commitments) => commitments.Select(commitment => new CommitmentRow
    {
        Id = commitment.Id, Owner = commitment.Owner, Number = commitment.Number, Text = commitment.Text, Status = commitment.Status,
        Evidence = commitment.Evidence, ChangedAt = commitment.ChangedAt, ChangedByName = commitment.ChangedByName, Version = commitment.Version,
    });
}
