using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Partners;

/// <summary>A contribution in a list.</summary>
public sealed record ContributionRow
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who gives.</summary>
    public required Guid PartnerId { get; init; }

    /// <summary>Their name.</summary>
    public required string Partner { get; init; }

    /// <summary>Which party gives; null for others.</summary>
    public required Party? Party { get; init; }

    /// <summary>Who receives.</summary>
    public required Guid CentreId { get; init; }

    /// <summary>Their name.</summary>
    public required string Centre { get; init; }

    /// <summary>Their name in addresses.</summary>
    public required string CentreSlug { get; init; }

    /// <summary>Kind.</summary>
    public required ContributionKind Kind { get; init; }

    /// <summary>What.</summary>
    public required string Description { get; init; }

    /// <summary>For which year.</summary>
    public required int Year { get; init; }

    /// <summary>Value in cents; null for none.</summary>
    public required long? Cents { get; init; }

    /// <summary>Currency; null for none.</summary>
    public required string? Currency { get; init; }

    /// <summary>Where it stands.</summary>
    public required ContributionState State { get; init; }

    /// <summary>Who pledged, and when.</summary>
    public required string PledgedByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset PledgedAt { get; init; }

    /// <summary>Who confirmed; null before.</summary>
    public required string? ConfirmedByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Who said that it was delivered; null before.</summary>
    public required string? DeliveredByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What shows it.</summary>
    public required string? Evidence { get; init; }

    /// <summary>Version.</summary>
    public required long Version { get; init; }
}

/// <summary>Which contributions are asked for; null leaves a filter out.</summary>
public sealed record ContributionFilter
{
    /// <summary>The giver.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>Name of the centre in addresses.</summary>
    public string? Centre { get; init; }

    /// <summary>The year.</summary>
    public int? Year { get; init; }

    /// <summary>Where it stands.</summary>
    public ContributionState? State { get; init; }

    /// <summary>Whether a row passes.</summary>
    public bool Takes(ContributionRow row) =>
        (PartnerId is null || row.PartnerId == PartnerId) && (string.IsNullOrEmpty(Centre) || row.CentreSlug == Centre) && (Year is null || row.Year == Year) && (State is null || row.State == State);
}

/// <summary>Contributions as those who may see them: the parties all, other partners and centres their own.</summary>
public sealed class ContributionQueries(PortalDbContext db)
{
    /// <summary>All that somebody may see, the newest first.</summary>
    public async Task<IReadOnlyList<ContributionRow>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        await Rows(Visible(actor)).OrderByDescending(row => row.PledgedAt).ToListAsync(cancellationToken);

    /// <summary>One. Throws <see cref="NotFoundException"/> for one that is not theirs to see.</summary>
    public Task<ContributionRow> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        Rows(Visible(actor).Where(contribution => contribution.Id == id)).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();

    /// <summary>Centres that can receive, by name.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> CentresAsync(CancellationToken cancellationToken) =>
        await db.Centres.AsNoTracking().Where(centre => centre.State != CentreState.Ended).OrderBy(centre => centre.NameKey)
            .Select(centre => new KeyValuePair<string, string>(centre.Slug, centre.Name)).ToListAsync(cancellationToken);

    private IQueryable<Contribution> Visible(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var all = db.Contributions.AsNoTracking();
        if (actor.Party is not null)
        {
            return all;
        }

        var (partner, centre) = (actor.PartnerId, actor.CentreId);
        return all.Where(contribution => (partner != null && contribution.PartnerId == partner) || (centre != null && contribution.CentreId == centre));
    }

    private IQueryable<ContributionRow> Rows(IQueryable<Contribution> contributions) =>
        from contribution in contributions
        join partner in db.Partners on contribution.PartnerId equals partner.Id
        join centre in db.Centres on contribution.CentreId equals centre.Id
        select new ContributionRow
        {
            Id = contribution.Id, PartnerId = partner.Id, Partner = partner.Name, Party = partner.Party, CentreId = centre.Id, Centre = centre.Name, CentreSlug = centre.Slug,
            Kind = contribution.Kind, Description = contribution.Description, Year = contribution.Year, Cents = contribution.Cents, Currency = contribution.Currency,
            State = contribution.State, PledgedByName = contribution.PledgedByName, PledgedAt = contribution.PledgedAt,
            ConfirmedByName = contribution.ConfirmedByName, ConfirmedAt = contribution.ConfirmedAt, DeliveredByName = contribution.DeliveredByName,
            DeliveredAt = contribution.DeliveredAt, Evidence = contribution.Evidence, Version = contribution.Version,
        };
}

/// <summary>Contributions that await the centre that receives; one query, for centres only.</summary>
public sealed class ContributionWork(PortalDbContext db) : IWorkSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsAny(PortalRole.CentreManager, PortalRole.CentreReporter) || actor.CentreId is not { } centre)
        {
            return [];
        }

        var pledged = await db.Contributions.AsNoTracking().Where(contribution => contribution.CentreId == centre && contribution.State == ContributionState.Pledged)
            .Join(db.Partners, contribution => contribution.PartnerId, partner => partner.Id, (contribution, partner) => new { contribution.Id, partner.Name, partner.Party }).ToListAsync(cancellationToken);
        return pledged.Count switch
        {
            0 => [],
            1 => [new WorkItem(new Message("Confirm what {0} intends to give", PartnerService.NameInSentence(pledged[0].Name, pledged[0].Party)), $"/partners/contributions/{pledged[0].Id}")],
            _ => [new WorkItem(new Message("Confirm {0} contributions that partners intend to give", pledged.Count), "/partners/contributions?state=Pledged")],
        };
    }
}
