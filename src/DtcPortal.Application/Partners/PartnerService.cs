using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Partners;

/// <summary>A partner organisation to be made.</summary>
public sealed record CreatePartner
{
    /// <summary>A programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Its name.</summary>
    public required string? Name { get; init; }

    /// <summary>Its kind; parties are there from the start.</summary>
    public required PartnerKind Kind { get; init; }
}

/// <summary>Partner organisations, whose viewers see the dashboard and whose contributions are followed (A4).</summary>
public sealed class PartnerService(PortalDbContext db)
{
    /// <summary>A partner in a sentence that each reader gets in their language: a party by its word there, another by its name.</summary>
    public static object NameInSentence(string name, Party? party) => party is { } known ? known.NameInSentence() : name;

    /// <summary>Makes one. Throws <see cref="ForbiddenException"/> for others than managers, RuleBrokenException for a name that is taken. Returns its key.</summary>
    public async Task<Guid> CreateAsync(CreatePartner options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Actor.Is(PortalRole.ProgrammeManager))
        {
            throw new ForbiddenException();
        }

        Rule.Require(options.Kind is PartnerKind.Network or PartnerKind.Funder or PartnerKind.Government, "Choose what kind of partner it is.", "Kind");
        var partner = new Partner(options.Name, options.Kind, null);
        db.Partners.Add(partner);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            throw new RuleBrokenException(new Message("There is a partner of that name already."), "Name");
        }

        return partner.Id;
    }
}

/// <summary>Puts the two parties as partners and the annex's commitments into the database; those that are there stay as they were changed.</summary>
public sealed class PartnerSeeder(PortalDbContext db, PortalClock clock)
{
    /// <summary>Adds the missing ones; safe to run at each start, and on several nodes at once.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var parties = await db.Partners.AsNoTracking().Where(partner => partner.Party != null).Select(partner => partner.Party!.Value).ToListAsync(cancellationToken);
        var commitments = await db.Commitments.AsNoTracking().Select(commitment => new { commitment.Owner, commitment.Number }).ToListAsync(cancellationToken);
        db.Partners.AddRange(Enum.GetValues<Party>().Except(parties).Select(party => new Partner(party.Name().Text, PartnerKind.Party, party)));
        db.Commitments.AddRange(ReferenceCatalogue.Commitments.GroupBy(definition => definition.Owner)
            .SelectMany(owner => owner.Select((definition, index) => (definition, Number: index + 1)))
            .Where(entry => !commitments.Contains(new { entry.definition.Owner, entry.Number }))
            .Select(entry => new Commitment(entry.definition.Owner, entry.Number, entry.definition.Text, clock.Now)));
        if (!db.ChangeTracker.HasChanges())
        {
            return;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // another node was faster
            db.ChangeTracker.Clear();
        }
    }
}
