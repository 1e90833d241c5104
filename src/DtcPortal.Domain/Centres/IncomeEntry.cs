using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;

namespace DtcPortal.Domain.Centres;

/// <summary>Where a centre's money comes from (A4.3, product.md 8).</summary>
public enum IncomeSource
{
    /// <summary>Training fees.</summary>
    TrainingFees = 1,

    /// <summary>Community funds.</summary>
    Community = 2,

    /// <summary>Donations.</summary>
    Donations = 3,

    /// <summary>Public funds.</summary>
    PublicFunds = 4,

    /// <summary>Companies.</summary>
    Companies = 5,
}

/// <summary>A centre's income by source and its costs in one reporting period, in cents of a US dollar.</summary>
public sealed class IncomeEntry : IVersioned
{
    /// <summary>The currency in which centres report.</summary>
    public const string Currency = "USD";

    /// <summary>Most cents of one amount: a hundred million dollars.</summary>
    public const long MostCents = 10_000_000_000;

    private IncomeEntry()
    {
    }

    /// <summary>An amount of income from a source, or of costs where the source is null.</summary>
    public IncomeEntry(Guid centreId, ReportingPeriod period, IncomeSource? source, long cents, string? note, string authorName, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CentreId, Period, Source) = (centreId, period, source);
        Key = source is { } from ? (int)from : 0;
        Change(cents, note, authorName, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The centre.</summary>
    public Guid CentreId { get; private set; }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; private set; }

    /// <summary>The source; null for costs.</summary>
    public IncomeSource? Source { get; private set; }

    /// <summary>The source as a number, 0 for costs: one entry for each centre, period and source.</summary>
    public int Key { get; private set; }

    /// <summary>Amount in cents, 0 or more.</summary>
    public long Cents { get; private set; }

    /// <summary>Note.</summary>
    public string? Note { get; private set; }

    /// <summary>Who changed it last.</summary>
    public string ChangedByName { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Changes the amount.</summary>
    public void Change(long cents, string? note, string authorName, DateTimeOffset now)
    {
        Rule.Require(cents is >= 0 and <= MostCents, "An amount is from 0 to 100,000,000 US dollars.", "Amount");
        (Cents, Note, ChangedByName, ChangedAt) = (cents, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), authorName, now);
    }
}
