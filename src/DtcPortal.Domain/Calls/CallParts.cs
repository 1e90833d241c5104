using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Calls;

/// <summary>What a call says.</summary>
public sealed record CallText
{
    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>A few paragraphs.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>First instant at which candidacies are taken.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The deadline.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>For those who cannot use the portal.</summary>
    public required string? PostalAddress { get; init; }

    /// <summary>Whom to ask.</summary>
    public required string? ContactName { get; init; }

    /// <summary>Where to ask.</summary>
    public required string? ContactEmail { get; init; }

    /// <summary>Two-letter codes.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
}

/// <summary>How a call judges.</summary>
public sealed record CallRules
{
    /// <summary>Most seats for one country.</summary>
    public required int LimitPerCountry { get; init; }

    /// <summary>Width of the presence band in points.</summary>
    public required decimal Band { get; init; }

    /// <summary>Least score in points; null for none.</summary>
    public required decimal? MinimumScore { get; init; }

    /// <summary>Reviews for each candidacy.</summary>
    public required int ReviewsEach { get; init; }

    /// <summary>Days to answer an offer.</summary>
    public required int OfferDays { get; init; }

    /// <summary>Criteria in their order.</summary>
    public required IReadOnlyList<CriterionEntry> Criteria { get; init; }

    /// <summary>Minimum qualifications in their order.</summary>
    public required IReadOnlyList<QualificationEntry> Qualifications { get; init; }
}

/// <summary>A criterion as it is set.</summary>
/// <param name="Code">Such as C1.</param>
/// <param name="Name">A line.</param>
/// <param name="Description">What it asks (A2).</param>
/// <param name="Weight">0–100.</param>
/// <param name="Minimum">Least mean, 0–5; null for none.</param>
/// <param name="Rubric">Six anchors, for 0 to 5.</param>
/// <param name="Sections">Codes of the candidacy's sections that speak of it.</param>
public sealed record CriterionEntry(
    string Code, LocalizedText Name, LocalizedText Description, int Weight, decimal? Minimum,
    IReadOnlyList<LocalizedText> Rubric, IReadOnlyList<string> Sections);

/// <summary>What the portal can check of a minimum qualification before a person looks (product.md 5).</summary>
public enum QualificationCheck
{
    /// <summary>Nothing; a person decides.</summary>
    None = 0,

    /// <summary>The candidacy's country is on the call's signed list.</summary>
    CountryEligible = 1,

    /// <summary>The body declares itself non-profit and of a kind that may apply.</summary>
    NonProfit = 2,

    /// <summary>It says that it trains at both levels.</summary>
    Levels = 3,

    /// <summary>It says that it has labs with hardware and software.</summary>
    Labs = 4,

    /// <summary>All its evidence documents are there.</summary>
    Documents = 5,
}

/// <summary>A minimum qualification as it is set.</summary>
/// <param name="Code">Such as M1.</param>
/// <param name="Text">What must hold.</param>
/// <param name="Evidence">How an applicant shows it.</param>
/// <param name="Check">What can be computed of it.</param>
/// <param name="Fields">Keys of the form's facts that show it; a clarification reopens these and no others.</param>
public sealed record QualificationEntry(
    string Code, LocalizedText Text, LocalizedText Evidence, QualificationCheck Check, IReadOnlyList<string> Fields);

/// <summary>A country of a call's list.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Region">ITU's region.</param>
/// <param name="Ground">Why it is eligible by the reference data on the deadline's date.</param>
/// <param name="IsEligible">Whether it is on the list.</param>
/// <param name="Reason">Why the list differs from the reference data; null where it does not.</param>
public sealed record CountryEntry(string Code, Region Region, EligibilityGround Ground, bool IsEligible, string? Reason);

/// <summary>A criterion of a call: weight, minimum and rubric (A2).</summary>
public sealed class CallCriterion
{
    /// <summary>Longest code.</summary>
    public const int CodeLength = 10;

    private CallCriterion()
    {
    }

    internal CallCriterion(CriterionEntry entry, int position)
    {
        Id = Guid.CreateVersion7();
        Set(entry, position);
    }

    internal void Set(CriterionEntry entry, int position)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(entry.Code) && entry.Code.Length <= CodeLength, "A criterion has a short code, such as C1.", "Criteria");
        Rule.Require(!entry.Name.IsBlank, "A criterion has a name.", "Criteria");
        Rule.Require(entry.Rubric.Count == 6 && entry.Rubric.All(anchor => !anchor.IsBlank), new Message("{0} needs a sentence for each score from 0 to 5.", entry.Code), "Criteria");
        Rule.Require(entry.Minimum is null or (>= 0 and <= 5), new Message("The minimum of {0} is from 0 to 5.", entry.Code), "Criteria");
        (Code, Position, Name, Description, Weight) = (entry.Code, position, entry.Name, entry.Description, entry.Weight);
        (Rubric, Sections) = (entry.Rubric, entry.Sections);
        MinimumMillionths = entry.Minimum is { } least ? CriterionMean.FromPoints(least).Millionths : null;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>Such as C1.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    /// <summary>A line.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>What it asks.</summary>
    public LocalizedText Description { get; private set; } = LocalizedText.Empty;

    /// <summary>0–100.</summary>
    public int Weight { get; private set; }

    /// <summary>Least mean in millionths, 0–5,000,000; null for none.</summary>
    public long? MinimumMillionths { get; private set; }

    /// <summary>Six anchors, for 0 to 5.</summary>
    public IReadOnlyList<LocalizedText> Rubric { get; private set; } = [];

    /// <summary>Codes of the candidacy's sections that speak of it.</summary>
    public IReadOnlyList<string> Sections { get; private set; } = [];

    /// <summary>As it would be set again.</summary>
    public CriterionEntry ToEntry() => new(
        Code, Name, Description, Weight, MinimumMillionths is { } least ? CriterionMean.FromMillionths(least).Points : null, Rubric, Sections);
}

/// <summary>What an institution must have to be considered (A2).</summary>
public sealed class MinimumQualification
{
    private MinimumQualification()
    {
    }

    internal MinimumQualification(QualificationEntry entry, int position)
    {
        Id = Guid.CreateVersion7();
        Set(entry, position);
    }

    internal void Set(QualificationEntry entry, int position)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(entry.Code) && entry.Code.Length <= CallCriterion.CodeLength, "A qualification has a short code, such as Q1.", "Qualifications");
        Rule.Require(!entry.Text.IsBlank, "A qualification has a text.", "Qualifications");
        (Code, Position, Text, Evidence) = (entry.Code, position, entry.Text, entry.Evidence);
        (Check, Fields) = (entry.Check, entry.Fields);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>Such as Q1.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    /// <summary>What must hold.</summary>
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;

    /// <summary>How an applicant shows it.</summary>
    public LocalizedText Evidence { get; private set; } = LocalizedText.Empty;

    /// <summary>What can be computed of it.</summary>
    public QualificationCheck Check { get; private set; }

    /// <summary>Keys of the form's facts that show it; a clarification reopens these and no others.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    /// <summary>As it would be set again.</summary>
    public QualificationEntry ToEntry() => new(Code, Text, Evidence, Check, Fields);
}

/// <summary>A country of the list that both sign with the call's rules.</summary>
public sealed class CallCountry
{
    private CallCountry()
    {
    }

    internal CallCountry(CountryEntry entry)
    {
        Id = Guid.CreateVersion7();
        Set(entry);
    }

    internal void Set(CountryEntry entry)
    {
        Rule.Require(
            entry.IsEligible == (entry.Ground != EligibilityGround.None) || !string.IsNullOrWhiteSpace(entry.Reason),
            new Message("Write why {0} differs from the reference data.", entry.Code), "Countries");
        (Country, Region, Ground, IsEligible, Reason) = (entry.Code, entry.Region, entry.Ground, entry.IsEligible, entry.Reason);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call.</summary>
    public Guid CallId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = string.Empty;

    /// <summary>ITU's region.</summary>
    public Region Region { get; private set; }

    /// <summary>Why it is eligible by the reference data.</summary>
    public EligibilityGround Ground { get; private set; }

    /// <summary>Whether it is on the list.</summary>
    public bool IsEligible { get; private set; }

    /// <summary>Why the list differs from the reference data.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether the list differs here from the reference data.</summary>
    public bool IsByHand => IsEligible != (Ground != EligibilityGround.None);
}
