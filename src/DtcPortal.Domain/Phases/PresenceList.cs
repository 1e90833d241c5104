using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Phases;

/// <summary>The countries in which a party is present from a day on, signed by both (A3, product.md 2); the latest one in force counts.</summary>
public sealed class PresenceList : IVersioned
{
    private PresenceList()
    {
    }

    /// <summary>A list to be signed.</summary>
    /// <param name="party">The party that is present there.</param>
    /// <param name="inForceFrom">First day on which it counts.</param>
    /// <param name="countries">ISO 3166-1 alpha-2 codes.</param>
    /// <param name="now">The instant.</param>
    public PresenceList(Party party, DateOnly inForceFrom, IReadOnlyList<string> countries, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Party, CreatedAt) = (party, now);
        Change(inForceFrom, countries);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The party that is present there.</summary>
    public Party Party { get; private set; }

    /// <summary>First day on which it counts.</summary>
    public DateOnly InForceFrom { get; private set; }

    /// <summary>ISO 3166-1 alpha-2 codes, in their order.</summary>
    public IReadOnlyList<string> Countries { get; private set; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When both had signed; null before.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Changes a list that is not signed by both.</summary>
    public void Change(DateOnly inForceFrom, IReadOnlyList<string> countries)
    {
        Rule.Require(AgreedAt is null, "Both parties have signed this list; make a new one from a later day.");
        (InForceFrom, Countries) = (inForceFrom, [.. countries.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Takes effect when both have signed.</summary>
    public void Agree(DateTimeOffset now) => AgreedAt = now;
}
