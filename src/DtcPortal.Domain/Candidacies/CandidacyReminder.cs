namespace DtcPortal.Domain.Candidacies;

/// <summary>That the people of a candidacy were reminded once of a deadline; a moved deadline reminds again.</summary>
public sealed class CandidacyReminder
{
    /// <summary>How many days before the deadline drafts are reminded of it (product.md 11).</summary>
    public static readonly IReadOnlyList<int> Days = [7, 1];

    private CandidacyReminder()
    {
    }

    /// <summary>A reminder that is mailed with this.</summary>
    public CandidacyReminder(Guid candidacyId, int daysBefore, DateTimeOffset endsAt, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CandidacyId, DaysBefore, EndsAt, SentAt) = (candidacyId, daysBefore, endsAt, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The candidacy.</summary>
    public Guid CandidacyId { get; private set; }

    /// <summary>Days before the deadline.</summary>
    public int DaysBefore { get; private set; }

    /// <summary>The deadline that it speaks of.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>When it was mailed.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>The reminder that is due: that of the nearest date passed, for a candidacy that was there on that date; null for none.</summary>
    public static int? DueAt(DateTimeOffset now, DateTimeOffset endsAt, DateTimeOffset startedAt) =>
        now >= endsAt ? null : Days.Where(days => now >= endsAt.AddDays(-days) && startedAt <= endsAt.AddDays(-days)).Select(days => (int?)days).Min();
}
