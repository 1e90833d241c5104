using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DtcPortal.Application.Auditing;

/// <summary>What happened to a thing.</summary>
public enum AuditAction
{
    /// <summary>It was made.</summary>
    Added = 1,

    /// <summary>It was changed.</summary>
    Changed = 2,

    /// <summary>It was removed.</summary>
    Removed = 3,

    /// <summary>Something happened that changed no stored thing, such as a sign-in or an export.</summary>
    Happened = 4,
}

/// <summary>One line of the audit: who changed what from what to what, when and from where. Never changed, but for its seal.</summary>
public sealed class AuditEntry
{
    /// <summary>Longest name of a thing.</summary>
    public const int EntityLength = 80;

    /// <summary>Longest key of a thing.</summary>
    public const int EntityIdLength = 120;

    /// <summary>Longest network address.</summary>
    public const int AddressLength = 45;

    /// <summary>Key; its order is that of writing.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>When, by the portal's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account that acted; null for the portal itself and visitors.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Its name at that time.</summary>
    public required string ActorName { get; init; }

    /// <summary>Network address; null for jobs and commands.</summary>
    public string? Address { get; init; }

    /// <summary>What happened.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>Kind of thing, such as Candidacy.</summary>
    public required string Entity { get; init; }

    /// <summary>Its key.</summary>
    public required string EntityId { get; init; }

    /// <summary>A JSON object: field → [from, to].</summary>
    public required string Changes { get; init; }

    /// <summary>Changes as they are stored, by the name of the property: before and after.</summary>
    public static IReadOnlyDictionary<string, string?[]> ReadChanges(string changes) => JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes)!;

    /// <summary>Number in the chain, from 1 without gaps; null until sealed.</summary>
    public long? Sequence { get; private set; }

    /// <summary>SHA-256 over this entry and the seal before it, in hexadecimal; null until sealed.</summary>
    public string? Seal { get; private set; }

    /// <summary>Gives the entry its place in the chain.</summary>
    public void SealAs(long sequence, string previousSeal) => (Sequence, Seal) = (sequence, SealFor(sequence, previousSeal));

    /// <summary>The seal that this entry has when nothing of it was changed.</summary>
    public string SealFor(long sequence, string previousSeal)
    {
        var text = new StringBuilder();
        foreach (var part in new[]
        {
            previousSeal, sequence.ToString(CultureInfo.InvariantCulture), Id.ToString("D"), At.UtcTicks.ToString(CultureInfo.InvariantCulture), ActorId?.ToString("D"),
            ActorName, Address, ((int)Action).ToString(CultureInfo.InvariantCulture), Entity, EntityId, Changes,
        })
        {
            // lengths keep two neighbouring fields from standing for each other
            text.Append(part?.Length ?? -1).Append(':').Append(part).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>The end of the chain; the one row of its table.</summary>
public sealed class AuditHead
{
    /// <summary>Key of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>The seal before the first.</summary>
    public static readonly string FirstSeal = new('0', 64);

    /// <summary>Key.</summary>
    public int Id { get; private set; } = OnlyId;

    /// <summary>Number of the last sealed entry; 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>Seal of the last sealed entry.</summary>
    public string Seal { get; private set; } = FirstSeal;

    /// <summary>Moves the end.</summary>
    public void MoveTo(long sequence, string seal) => (Sequence, Seal) = (sequence, seal);
}
