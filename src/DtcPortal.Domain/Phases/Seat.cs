using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Phases;

/// <summary>
/// A numbered place of a phase. The cap is the number of these rows: a candidacy takes one, and the database knows no other (A3, product.md 1).
/// Before acceptance a declined or lapsed seat is free again; after it the seat is spent.
/// </summary>
public sealed class Seat
{
    private Seat()
    {
    }

    internal Seat(int number)
    {
        Id = Guid.CreateVersion7();
        Number = number;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The phase.</summary>
    public Guid PhaseId { get; private set; }

    /// <summary>1 to the cap.</summary>
    public int Number { get; private set; }

    /// <summary>Who holds it, offered or accepted; null while it is free.</summary>
    public Guid? CandidacyId { get; private set; }

    /// <summary>When it was given to the holder.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>When the holder accepted: from then on the seat is spent.</summary>
    public DateTimeOffset? SpentAt { get; private set; }

    /// <summary>Whether it can be given.</summary>
    public bool IsFree => CandidacyId is null;

    /// <summary>Gives it to a candidacy. Throws InvalidOperationException when it is taken.</summary>
    public void Take(Guid candidacyId, DateTimeOffset now)
    {
        if (!IsFree)
        {
            throw new InvalidOperationException($"Seat {Number} is taken.");
        }

        (CandidacyId, TakenAt) = (candidacyId, now);
    }

    /// <summary>The holder accepted.</summary>
    public void Spend(DateTimeOffset now) => SpentAt ??= now;

    /// <summary>The holder declined or let the offer lapse. Throws InvalidOperationException after acceptance.</summary>
    public void Free()
    {
        if (SpentAt is not null)
        {
            throw new InvalidOperationException("A seat that was accepted stays spent.");
        }

        (CandidacyId, TakenAt) = (null, null);
    }
}
