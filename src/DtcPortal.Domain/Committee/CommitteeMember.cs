using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>What somebody does on a call's committee.</summary>
public enum CommitteeSeat
{
    /// <summary>Signs for their party.</summary>
    CoChair = 1,

    /// <summary>Reviews.</summary>
    Member = 2,
}

/// <summary>Somebody on the committee of a call (A3).</summary>
public sealed class CommitteeMember : IVersioned
{
    private CommitteeMember()
    {
    }

    /// <summary>Somebody joins the committee.</summary>
    public CommitteeMember(Guid callId, Guid userId, string name, Party party, CommitteeSeat seat, bool reviews, bool isAlternate, string? nationality)
    {
        Id = Guid.CreateVersion7();
        (CallId, UserId, Name, Party, Seat, Reviews, IsAlternate, Nationality) = (callId, userId, name, party, seat, reviews, isAlternate, nationality);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>The account.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Their name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Their party.</summary>
    public Party Party { get; private set; }

    /// <summary>What they do.</summary>
    public CommitteeSeat Seat { get; private set; }

    /// <summary>Whether reviews are assigned to them; co-chairs only when added as reviewers.</summary>
    public bool Reviews { get; private set; }

    /// <summary>Whether they stand in for their party's co-chair when that one has an upheld conflict in this call.</summary>
    public bool IsAlternate { get; private set; }

    /// <summary>ISO 3166-1 alpha-2; candidacies of that country are flagged.</summary>
    public string? Nationality { get; private set; }

    /// <summary>When they said that they had declared every conflict they know of; null before, and nothing more is shown until then.</summary>
    public DateTimeOffset? DeclaredAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>They have declared every conflict they know of.</summary>
    public void Declare(DateTimeOffset now) => DeclaredAt ??= now;

    /// <summary>Another seat, since they act for their party in another way; whether they review stays as it is.</summary>
    public void Take(CommitteeSeat seat, bool isAlternate, string? nationality) => (Seat, IsAlternate, Nationality) = (seat, isAlternate, nationality);

    /// <summary>They act for another party now.</summary>
    public void ActFor(Party party) => Party = party;

    /// <summary>Adds or leaves out a co-chair as reviewer.</summary>
    public void SetReviews(bool reviews) => Reviews = reviews;
}
