using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Partners;

/// <summary>What kind of partner.</summary>
public enum PartnerKind
{
    /// <summary>ITU or Cisco.</summary>
    Party = 1,

    /// <summary>A network partner.</summary>
    Network = 2,

    /// <summary>A funder.</summary>
    Funder = 3,

    /// <summary>A government.</summary>
    Government = 4,
}

/// <summary>An organisation that contributes to the initiative (A4).</summary>
public sealed class Partner : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    private Partner()
    {
    }

    /// <summary>A partner.</summary>
    public Partner(string? name, PartnerKind kind, Party? party)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(name), "Write a name.", "Name");
        Rule.Require(name.Length <= NameLength, new Message("A name has at most {0} characters.", NameLength), "Name");
        Id = Guid.CreateVersion7();
        (Name, Kind, Party) = (name.Trim(), kind, party);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Kind.</summary>
    public PartnerKind Kind { get; private set; }

    /// <summary>Which party it is; null for others.</summary>
    public Party? Party { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }
}
