using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Selection;

/// <summary>An answer to an offer, by somebody of the institution.</summary>
public abstract record AnswerOffer
{
    /// <summary>Who answers.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Reference of the candidacy.</summary>
    public required string Reference { get; init; }

    /// <summary>When the answer arrived; it decides whether it is in time.</summary>
    public required DateTimeOffset Arrival { get; init; }
}

/// <summary>The institution accepts.</summary>
public sealed record AcceptOffer : AnswerOffer
{
    /// <summary>Name of the centre; the institution's when blank.</summary>
    public string? CentreName { get; init; }
}

/// <summary>The institution declines.</summary>
public sealed record DeclineOffer : AnswerOffer
{
    /// <summary>Why; may be blank.</summary>
    public string? Reason { get; init; }
}

/// <summary>Accepts and declines offers. Accepting makes the centre and spends the seat; declining frees it (product.md 1).</summary>
public sealed class OfferService(PortalDbContext db, SeatAwarder seats, SuccessionService successions, SelectionNotices notices)
{
    private const int LongestSlug = 80;

    /// <summary>
    /// Accepts: makes the centre, whose manager the accepting account becomes. Throws RuleBrokenException when it is answered or the time has passed,
    /// NotFoundException when it is not theirs. Returns the centre's slug.
    /// </summary>
    public Task<string> AcceptAsync(AcceptOffer options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return db.AtomicallyAsync(
            async () =>
            {
                var offer = await FindAsync(options, cancellationToken);
                await seats.LockAsync(offer.PhaseId, cancellationToken);
                offer.Accept(options.Actor.Id, options.Arrival);
                var seat = await db.Seats.SingleAsync(found => found.Id == offer.SeatId, cancellationToken);
                Rule.Require(seat.CandidacyId == offer.CandidacyId, "The time to answer this offer has passed.");
                seat.Spend(options.Arrival);
                var centre = await MakeAsync(offer, options, cancellationToken);
                await AppointAsync(centre, options.Actor, cancellationToken);
                await notices.TellItuAsync(
                    $"/manage/centres/{centre.Slug}", new Message("{0} accepted: enter its agreement", centre.Name),
                    new Message("{0} accepted its seat. It becomes active once its agreement with ITU is signed by both.", centre.Name), cancellationToken);
                return centre.Slug;
            },
            cancellationToken);
    }

    /// <summary>Declines: the seat is free again and the portal proposes who comes next.</summary>
    public Task DeclineAsync(DeclineOffer options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return db.AtomicallyAsync(
            async () =>
            {
                var offer = await FindAsync(options, cancellationToken);
                offer.Decline(options.Actor.Id, options.Reason, options.Arrival);
                await successions.FreeAsync(offer, options.Arrival, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<Offer> FindAsync(AnswerOffer options, CancellationToken cancellationToken)
    {
        var actor = options.Actor.Id;
        return await db.Offers.SingleOrDefaultAsync(
            offer => db.Candidacies.Any(candidacy => candidacy.Id == offer.CandidacyId && candidacy.Reference == options.Reference)
                && db.InstitutionMembers.Any(member => member.InstitutionId == offer.InstitutionId && member.UserId == actor && member.State == MembershipState.Admitted),
            cancellationToken).OrNotFoundAsync();
    }

    private async Task<Centre> MakeAsync(Offer offer, AcceptOffer options, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.AsNoTracking().Where(found => found.Id == offer.InstitutionId)
            .Select(found => new { found.Name, found.City }).SingleAsync(cancellationToken);
        var country = await db.Candidacies.Where(candidacy => candidacy.Id == offer.CandidacyId).Select(candidacy => candidacy.Country).SingleAsync(cancellationToken);
        var name = string.IsNullOrWhiteSpace(options.CentreName) ? institution.Name : options.CentreName.Trim();
        Rule.Require(name.Length <= Centre.NameLength, new Message("A name has at most {0} characters.", Centre.NameLength), "CentreName");
        var centre = new Centre(
            offer.CandidacyId, offer.InstitutionId, offer.PhaseId, offer.SeatId, await SlugAsync(name, cancellationToken), name, TextFold.Of(name),
            country, SelectionReader.RegionOf(country), institution.City, options.Actor.Id, options.Arrival);
        db.Centres.Add(centre);
        return centre;
    }

    private async Task AppointAsync(Centre centre, Actor actor, CancellationToken cancellationToken)
    {
        var account = await db.Users.SingleAsync(user => user.Id == actor.Id, cancellationToken);
        Rule.Require(account.CentreId is null, "Your account manages another centre already. Let a colleague of your institution accept.");
        account.CentreId = centre.Id;
        var role = PortalRole.CentreManager.Id();
        if (!await db.UserRoles.AnyAsync(entry => entry.UserId == actor.Id && entry.RoleId == role, cancellationToken))
        {
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = actor.Id, RoleId = role });
        }
    }

    private async Task<string> SlugAsync(string name, CancellationToken cancellationToken)
    {
        var stem = TextFold.ToAddress(name, LongestSlug) is { Length: > 0 } words ? words : "centre";
        var taken = await db.Centres.Where(centre => centre.Slug.StartsWith(stem)).Select(centre => centre.Slug).ToListAsync(cancellationToken);
        var slug = stem;
        for (var number = 2; taken.Contains(slug); number++)
        {
            slug = $"{stem}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        }

        return slug;
    }
}
