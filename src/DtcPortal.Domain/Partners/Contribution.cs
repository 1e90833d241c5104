using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Partners;

/// <summary>What kind of contribution.</summary>
public enum ContributionKind
{
    /// <summary>Curriculum.</summary>
    Curriculum = 1,

    /// <summary>Materials.</summary>
    Materials = 2,

    /// <summary>Expertise.</summary>
    Expertise = 3,

    /// <summary>Access to data.</summary>
    DataAccess = 4,

    /// <summary>Promotion.</summary>
    Promotion = 5,

    /// <summary>Funding.</summary>
    Funding = 6,

    /// <summary>In kind.</summary>
    InKind = 7,
}

/// <summary>Where a contribution stands.</summary>
public enum ContributionState
{
    /// <summary>Pledged by the partner.</summary>
    Pledged = 1,

    /// <summary>Confirmed by the centre that receives it.</summary>
    Confirmed = 2,

    /// <summary>Delivered, as the centre says.</summary>
    Delivered = 3,

    /// <summary>Taken back by the partner before it was confirmed.</summary>
    Withdrawn = 4,
}

/// <summary>What a partner intends to give a centre, and gave (product.md 10): intended, never owed.</summary>
public sealed class Contribution : IVersioned
{
    /// <summary>Longest description.</summary>
    public const int TextLength = 1000;

    private Contribution()
    {
    }

    /// <summary>A pledge.</summary>
    /// <param name="partnerId">Who gives.</param>
    /// <param name="centreId">Who receives.</param>
    /// <param name="kind">Kind.</param>
    /// <param name="description">What.</param>
    /// <param name="year">For which year.</param>
    /// <param name="cents">Value in cents of the currency; null where it has none.</param>
    /// <param name="currency">ISO 4217 code; null where there is no value.</param>
    /// <param name="authorName">Who pledges.</param>
    /// <param name="now">The instant.</param>
    /// <param name="key">The key that its form was given; null makes one.</param>
    public Contribution(
        Guid partnerId, Guid centreId, ContributionKind kind, string? description, int year, long? cents, string? currency, string authorName, DateTimeOffset now, Guid? key = null)
    {
        Check(kind, description, year, cents / 100m, currency);
        Id = key ?? Guid.CreateVersion7();
        (PartnerId, CentreId, Kind, Description, Year) = (partnerId, centreId, kind, description!.Trim(), year);
        (Cents, Currency, PledgedByName, PledgedAt, State) = (cents, cents is null ? null : currency, authorName, now, ContributionState.Pledged);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who gives.</summary>
    public Guid PartnerId { get; private set; }

    /// <summary>Who receives.</summary>
    public Guid CentreId { get; private set; }

    /// <summary>Kind.</summary>
    public ContributionKind Kind { get; private set; }

    /// <summary>What.</summary>
    public string Description { get; private set; } = string.Empty;

    /// <summary>For which year.</summary>
    public int Year { get; private set; }

    /// <summary>Value in cents; null where it has none.</summary>
    public long? Cents { get; private set; }

    /// <summary>ISO 4217 code; null where there is no value.</summary>
    public string? Currency { get; private set; }

    /// <summary>Where it stands.</summary>
    public ContributionState State { get; private set; }

    /// <summary>Who pledged.</summary>
    public string PledgedByName { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset PledgedAt { get; private set; }

    /// <summary>Who confirmed.</summary>
    public string? ConfirmedByName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Who said that it was delivered.</summary>
    public string? DeliveredByName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>What shows the delivery; null for nothing.</summary>
    public string? Evidence { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Throws <see cref="RuleBrokenException"/> with all that is wrong with a pledge by itself.</summary>
    /// <param name="kind">What kind.</param>
    /// <param name="description">What.</param>
    /// <param name="year">For which year.</param>
    /// <param name="value">In units of the currency; null where it has none.</param>
    /// <param name="currency">ISO 4217 code; null where there is no value.</param>
    public static void Check(ContributionKind? kind, string? description, int year, decimal? value, string? currency)
    {
        var rules = new FormRules();
        rules.Require(!string.IsNullOrWhiteSpace(description), "Write what is given.", "Description");
        rules.Require(description is null || description.Length <= TextLength, new Message("A description has at most {0} characters.", TextLength), "Description");
        rules.Require(year is >= 2019 and <= 2100, "Write the year with four digits.", "Year");
        rules.Require(value is null or (> 0 and <= 1_000_000_000_000), "A value must be more than 0, and 1,000,000,000,000 at most.", "Value");
        rules.Require(kind != ContributionKind.Funding || value is not null, "Funding has a value.", "Value", "Kind");
        rules.Require(value is null || currency is { Length: 3 }, "Choose a currency.", "Currency", "Value");
        rules.Demand();
    }

    /// <summary>Whether another pledges the same.</summary>
    public bool PledgesAs(Contribution other) =>
        (PartnerId, CentreId, Kind, Description, Year, Cents, Currency) == (other.PartnerId, other.CentreId, other.Kind, other.Description, other.Year, other.Cents, other.Currency);

    /// <summary>The centre that receives confirms; never the giver.</summary>
    public void Confirm(string authorName, DateTimeOffset now)
    {
        Rule.Require(State == ContributionState.Pledged, "Only a pledged contribution is confirmed.");
        (State, ConfirmedByName, ConfirmedAt) = (ContributionState.Confirmed, authorName, now);
    }

    /// <summary>The centre says that it was delivered.</summary>
    public void Deliver(string? evidence, string authorName, DateTimeOffset now)
    {
        Rule.Require(State == ContributionState.Confirmed, "Only a confirmed contribution is delivered.");
        (State, DeliveredByName, DeliveredAt, Evidence) = (ContributionState.Delivered, authorName, now, string.IsNullOrWhiteSpace(evidence) ? null : evidence.Trim());
    }

    /// <summary>The partner takes a pledge back before it is confirmed.</summary>
    public void Withdraw()
    {
        Rule.Require(State == ContributionState.Pledged, "Only a pledged contribution is withdrawn.");
        State = ContributionState.Withdrawn;
    }
}
