using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Candidacies;

/// <summary>Where somebody stands with an institution.</summary>
public enum MembershipState
{
    /// <summary>Asked to join; sees nothing yet.</summary>
    Asked = 1,

    /// <summary>Admitted.</summary>
    Admitted = 2,

    /// <summary>Refused, or no longer of the institution.</summary>
    Refused = 3,
}

/// <summary>A body that applies to host a centre. Its first account owns it; others see nothing until admitted (rules.md 2).</summary>
public sealed class Institution : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    private readonly List<InstitutionMember> _members = [];

    private Institution()
    {
    }

    /// <summary>An institution with the account that made it, its owner.</summary>
    /// <param name="name">Its official name.</param>
    /// <param name="nameKey">The name folded for comparison: no marks, lower case; unique within a country.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="city">Where it is.</param>
    /// <param name="kind">What kind of body.</param>
    /// <param name="ownerId">The account.</param>
    /// <param name="ownerName">Their name.</param>
    /// <param name="now">The instant.</param>
    public Institution(string? name, string nameKey, string country, string? city, BodyKind kind, Guid ownerId, string ownerName, DateTimeOffset now)
    {
        Describe(name, nameKey, country, city, kind, ownerId, now);
        _members.Add(InstitutionMember.Admitted(ownerId, ownerName, now));
    }

    /// <summary>An institution whose candidacy came by mail or on paper: the manager who entered it owns it until somebody of it is admitted, and is not of it.</summary>
    public static Institution EnteredBy(string? name, string nameKey, string country, string? city, BodyKind kind, Guid managerId, DateTimeOffset now)
    {
        var institution = new Institution();
        institution.Describe(name, nameKey, country, city, kind, managerId, now);
        return institution;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Official name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>The name folded for comparison and search.</summary>
    public string NameKey { get; private set; } = string.Empty;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = string.Empty;

    /// <summary>Where it is.</summary>
    public string City { get; private set; } = string.Empty;

    /// <summary>What kind of body.</summary>
    public BodyKind Kind { get; private set; }

    /// <summary>The account that owns it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Whether it is a Cisco Academy, as it says.</summary>
    public bool IsCiscoAcademy { get; private set; }

    /// <summary>Whether it was an ITU centre before, as it says.</summary>
    public bool IsItuCentre { get; private set; }

    /// <summary>Who is or asks to be of it.</summary>
    public IReadOnlyList<InstitutionMember> Members => _members;

    /// <summary>Whether somebody of it has an account; not so where a manager entered what came by mail or on paper.</summary>
    public bool HasAccounts => _members.Exists(member => member.State == MembershipState.Admitted);

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Notes the ties that the committee is shown (product.md 6).</summary>
    public void SetTies(bool isCiscoAcademy, bool isItuCentre) => (IsCiscoAcademy, IsItuCentre) = (isCiscoAcademy, isItuCentre);

    /// <summary>Somebody asks to join. Throws <see cref="RuleBrokenException"/> when they are of it or asked already.</summary>
    public void Ask(Guid userId, string name, DateTimeOffset now)
    {
        if (_members.Find(member => member.UserId == userId) is { } known)
        {
            known.AskAgain(now);
            return;
        }

        _members.Add(InstitutionMember.Asking(userId, name, now));
    }

    /// <summary>The owner, or a manager with a reason, admits or refuses somebody who asked. The first account of an institution that a manager entered owns it from then on.</summary>
    public void Answer(Guid userId, bool admit, Guid deciderId, string? reason, DateTimeOffset now)
    {
        var member = _members.Find(candidate => candidate.UserId == userId && candidate.State == MembershipState.Asked);
        Rule.Require(member is not null, "Nobody of that name waits to join.");
        var hasAccounts = HasAccounts;
        member.Decide(admit, deciderId, hasAccounts && deciderId == OwnerId ? reason : Rule.Reason(reason), now);
        if (admit && !hasAccounts)
        {
            OwnerId = userId;
        }
    }

    private void Describe(string? name, string nameKey, string country, string? city, BodyKind kind, Guid ownerId, DateTimeOffset now)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(name), "Write the institution's name.", "InstitutionName");
        Rule.Require(name.Length <= NameLength, new Message("A name has at most {0} characters.", NameLength), "InstitutionName");
        Id = Guid.CreateVersion7();
        (Name, NameKey, Country, City, Kind, OwnerId, CreatedAt) = (name.Trim(), nameKey, country, city?.Trim() ?? string.Empty, kind, ownerId, now);
    }
}

/// <summary>Somebody of an institution.</summary>
public sealed class InstitutionMember
{
    private InstitutionMember()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The institution.</summary>
    public Guid InstitutionId { get; private set; }

    /// <summary>The account.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Their name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Where they stand.</summary>
    public MembershipState State { get; private set; }

    /// <summary>When they asked or were made owner.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>Why, where a manager decided.</summary>
    public string? Reason { get; private set; }

    internal static InstitutionMember Admitted(Guid userId, string name, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), UserId = userId, Name = name, State = MembershipState.Admitted, AskedAt = now, DecidedAt = now,
    };

    internal static InstitutionMember Asking(Guid userId, string name, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), UserId = userId, Name = name, State = MembershipState.Asked, AskedAt = now,
    };

    internal void AskAgain(DateTimeOffset now)
    {
        Rule.Require(State == MembershipState.Refused, "You asked to join already. The institution's owner answers.");
        (State, AskedAt, DecidedAt, DecidedById, Reason) = (MembershipState.Asked, now, null, null, null);
    }

    internal void Decide(bool admit, Guid deciderId, string? reason, DateTimeOffset now) =>
        (State, DecidedAt, DecidedById, Reason) = (admit ? MembershipState.Admitted : MembershipState.Refused, now, deciderId, reason);
}
