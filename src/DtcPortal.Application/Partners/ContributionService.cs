using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Mail;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Partners;

/// <summary>What a partner intends to give.</summary>
public sealed record PledgeContribution
{
    /// <summary>Somebody of the partner: a viewer of it, or a manager of a party.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The centre that receives, by its name in addresses.</summary>
    public required string? Centre { get; init; }

    /// <summary>What kind.</summary>
    public required ContributionKind Kind { get; init; }

    /// <summary>What.</summary>
    public required string? Description { get; init; }

    /// <summary>For which year.</summary>
    public required int Year { get; init; }

    /// <summary>Value in units of the currency; null where it has none.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO 4217 code; null where there is no value.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether the centre gets a mail.</summary>
    public bool Notifies { get; init; } = true;

    /// <summary>The key that the form was given, so that a form that is sent twice is one pledge; null makes one.</summary>
    public Guid? Key { get; init; }
}

/// <summary>A step of a contribution.</summary>
public sealed record MoveContribution
{
    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The contribution.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version that was seen; null does not compare.</summary>
    public long? Version { get; init; }

    /// <summary>What shows the delivery.</summary>
    public string? Evidence { get; init; }
}

/// <summary>Contributions: pledged by a partner, confirmed and delivered as the centre that receives says (product.md 10).</summary>
public sealed class ContributionService(PortalDbContext db, PortalClock clock, MailComposer mail)
{
    /// <summary>Currencies to choose from.</summary>
    public static readonly IReadOnlyList<string> Currencies = ["USD", "EUR", "CHF", "GBP", "XOF", "XAF", "KES", "INR"];

    /// <summary>Whether somebody may pledge at all.</summary>
    public static bool MayPledge(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Is(PortalRole.PartnerViewer) ? actor.PartnerId is not null || actor.Party is not null : actor.Is(PortalRole.ProgrammeManager) && actor.Party is not null;
    }

    /// <summary>Whether somebody confirms and delivers for a centre.</summary>
    public static bool Receives(Actor actor, Guid centreId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.IsAny(PortalRole.CentreManager, PortalRole.CentreReporter) && actor.CentreId == centreId;
    }

    /// <summary>
    /// Pledges; the same again, by its key, is one pledge. Throws <see cref="ForbiddenException"/> for somebody who is of no partner,
    /// RuleBrokenException where another pledge was made by that key. Returns its key.
    /// </summary>
    public async Task<Guid> PledgeAsync(PledgeContribution options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var partner = await PartnerOfAsync(options.Actor, cancellationToken) ?? throw new ForbiddenException(new Message("Only a partner pledges. Ask a programme manager to put your account to your organisation."));
        var centre = await db.Centres.AsNoTracking().Where(found => found.Slug == options.Centre && found.State != CentreState.Ended)
            .Select(found => new { found.Id, found.Name, found.ManagerId }).SingleOrDefaultAsync(cancellationToken);
        var rules = new FormRules();
        rules.Require(centre is not null, "Choose the centre that receives.", "Centre");
        rules.Gather(() => Check(options.Kind, options.Description, options.Year, options.Value, options.Currency));
        rules.Demand();
        var currency = string.IsNullOrEmpty(options.Currency) ? null : options.Currency;
        var cents = options.Value is { } value ? (long?)decimal.Round(value * 100, 0, MidpointRounding.AwayFromZero) : null;
        var contribution = new Contribution(partner.Id, centre!.Id, options.Kind, options.Description, options.Year, cents, currency, options.Actor.Name, clock.Now, options.Key);
        if (await IsPledgedAsync(contribution, cancellationToken))
        {
            return contribution.Id;
        }

        db.Contributions.Add(contribution);
        if (options.Notifies && await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == centre.ManagerId, cancellationToken) is { } manager)
        {
            mail.Enqueue(new MailDraft
            {
                To = MailRecipient.Of(manager),
                Subject = new Message("{0} intends to contribute to {1}", PartnerService.NameInSentence(partner.Name, partner.Party), centre.Name),
                Paragraphs = [new Message("For {0}: {1}", contribution.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), contribution.Description), new Message("Confirm it if you will receive it so. It is intended, not owed.")],
                Path = $"/partners/contributions/{contribution.Id}",
            });
        }

        await db.SaveOnceAsync(() => IsPledgedAsync(contribution, cancellationToken), cancellationToken);

        return contribution.Id;
    }

    /// <summary>Throws RuleBrokenException with all that is wrong with a pledge by itself.</summary>
    public static void Check(ContributionKind? kind, string? description, int year, decimal? value, string? currency)
    {
        var rules = new FormRules();
        rules.Gather(() => Contribution.Check(kind, description, year, value, string.IsNullOrEmpty(currency) ? null : currency));
        rules.Require(string.IsNullOrEmpty(currency) || Currencies.Contains(currency), "Choose a currency.", "Currency");
        rules.Demand();
    }

    private async Task<bool> IsPledgedAsync(Contribution contribution, CancellationToken cancellationToken)
    {
        var known = await db.Contributions.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == contribution.Id, cancellationToken);
        if (known is null)
        {
            return false;
        }

        if (known.PartnerId != contribution.PartnerId)
        {
            throw new NotFoundException();
        }

        Rule.Require(known.PledgesAs(contribution), "A contribution was pledged from this form before. Pledge again to add another one.");
        return true;
    }

    /// <summary>The partner takes a pledge back before it is confirmed.</summary>
    public Task WithdrawAsync(MoveContribution options, CancellationToken cancellationToken) => MoveAsync(
        options,
        async contribution =>
        {
            if ((await PartnerOfAsync(options.Actor, cancellationToken))?.Id != contribution.PartnerId)
            {
                throw new ForbiddenException(new Message("Only the partner that pledged withdraws."));
            }

            contribution.Withdraw();
        },
        cancellationToken);

    /// <summary>The centre that receives confirms; the giver cannot.</summary>
    public Task ConfirmAsync(MoveContribution options, CancellationToken cancellationToken) => MoveAsync(
        options,
        contribution =>
        {
            RequireReceiver(options.Actor, contribution);
            contribution.Confirm(options.Actor.Name, clock.Now);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>The centre says that it was delivered.</summary>
    public Task DeliverAsync(MoveContribution options, CancellationToken cancellationToken) => MoveAsync(
        options,
        contribution =>
        {
            RequireReceiver(options.Actor, contribution);
            Rule.Require(options.Evidence is null || options.Evidence.Length <= CommitmentService.EvidenceLength, new Message("Evidence has at most {0} characters.", CommitmentService.EvidenceLength), "Evidence");
            contribution.Deliver(options.Evidence, options.Actor.Name, clock.Now);
            return Task.CompletedTask;
        },
        cancellationToken);

    private static void RequireReceiver(Actor actor, Contribution contribution)
    {
        if (!Receives(actor, contribution.CentreId))
        {
            throw new ForbiddenException(new Message("Only the centre that receives confirms; the giver cannot."));
        }
    }

    private async Task MoveAsync(MoveContribution options, Func<Contribution, Task> move, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var contribution = await db.Contributions.SingleOrDefaultAsync(found => found.Id == options.Id, cancellationToken).OrNotFoundAsync();
        if (options.Version is { } version)
        {
            db.Expect(contribution, version);
        }

        await move(contribution);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<Partner?> PartnerOfAsync(Actor actor, CancellationToken cancellationToken) =>
        !MayPledge(actor) ? Task.FromResult<Partner?>(null)
        : actor.Is(PortalRole.PartnerViewer) && actor.PartnerId is { } id ? db.Partners.AsNoTracking().SingleOrDefaultAsync(partner => partner.Id == id, cancellationToken)
        : db.Partners.AsNoTracking().SingleOrDefaultAsync(partner => partner.Party == actor.Party, cancellationToken);
}
