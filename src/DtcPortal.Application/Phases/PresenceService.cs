using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Phases;

/// <summary>A new list of countries in which a party is present.</summary>
public sealed record CreatePresence
{
    /// <summary>Who writes it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The party that is present there.</summary>
    public required Party Party { get; init; }

    /// <summary>First day on which it counts.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    public required IReadOnlyList<string> Countries { get; init; }
}

/// <summary>A change of a list that is not signed by both.</summary>
public sealed record ChangePresence
{
    /// <summary>Who changes it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The list.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version that was seen; null takes any.</summary>
    public long? Version { get; init; }

    /// <summary>First day on which it counts.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    public required IReadOnlyList<string> Countries { get; init; }
}

/// <summary>Writes the lists of countries in which the parties are present (A3, product.md 2).</summary>
public sealed class PresenceService(PortalDbContext db, PortalClock clock, SigningService signing)
{
    /// <summary>Makes a list, to be signed by both. One that is not signed yet is changed instead of making another. Returns its key.</summary>
    public Task<Guid> CreateAsync(CreatePresence options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                await CheckAsync(options.Party, options.InForceFrom, options.Countries, cancellationToken);
                Rule.Require(
                    !await db.PresenceLists.AnyAsync(known => known.Party == options.Party && known.AgreedAt == null, cancellationToken),
                    "A list of this party waits for signatures. Change that one.");
                var list = new PresenceList(options.Party, options.InForceFrom, options.Countries, clock.Now);
                db.PresenceLists.Add(list);
                await signing.RefreshAsync(SignedKind.Presence, list.Id, cancellationToken);
                return list.Id;
            },
            cancellationToken);
    }

    /// <summary>Changes a list that is not signed by both; signatures on it are dropped.</summary>
    public Task ChangeAsync(ChangePresence options, CancellationToken cancellationToken)
    {
        Manager.Require(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var list = await db.PresenceLists.SingleOrDefaultAsync(found => found.Id == options.Id, cancellationToken).OrNotFoundAsync();
                if (options.Version is { } version)
                {
                    db.Expect(list, version);
                }

                await CheckAsync(list.Party, options.InForceFrom, options.Countries, cancellationToken);
                list.Change(options.InForceFrom, options.Countries);
                await signing.RefreshAsync(SignedKind.Presence, list.Id, cancellationToken);
            },
            cancellationToken);
    }

    private async Task CheckAsync(Party party, DateOnly from, IReadOnlyList<string> countries, CancellationToken cancellationToken)
    {
        var rules = new FormRules();
        var latest = await db.PresenceLists.Where(known => known.Party == party && known.AgreedAt != null)
            .MaxAsync(known => (DateOnly?)known.InForceFrom, cancellationToken);
        rules.Require(latest is null || from > latest, "A new list counts from a later day than the one in force.", "InForceFrom");
        rules.Require(countries.All(code => ReferenceCatalogue.FindCountry(code) is not null), "Choose countries of the list only.", "Countries");
        rules.Demand();
    }
}

/// <summary>Both sign a list of countries in which a party is present.</summary>
public sealed class PresenceDecision(PortalDbContext db) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.Presence;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var list = await db.PresenceLists.SingleOrDefaultAsync(found => found.Id == subjectId, cancellationToken).OrNotFoundAsync();
        return new JointContent(
            new Message("Sign where {0} is present", list.Party.Name()), $"/manage/presence/{list.Id}",
            [
                new("Party", list.Party.Name().Text),
                new("In force from", Lines.Of(list.InForceFrom)),
                new("Countries", Lines.Of(list.Countries.Count)),
                .. list.Countries.Select(code => new SignedLine("Country", "present", ReferenceCatalogue.FindCountry(code)?.NameIn(LocalizedText.English) ?? code)),
            ],
            IsReady: list.AgreedAt is null);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var list = await db.PresenceLists.SingleAsync(found => found.Id == subjectId, cancellationToken);
        list.Agree(now);
    }
}
