using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Reporting;

/// <summary>The value of one indicator in a report.</summary>
public sealed class ReportValue
{
    private ReportValue()
    {
    }

    internal ReportValue(string indicator)
    {
        Id = Guid.CreateVersion7();
        Indicator = indicator;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The report.</summary>
    public Guid ReportId { get; private set; }

    /// <summary>Code of the indicator.</summary>
    public string Indicator { get; private set; } = string.Empty;

    /// <summary>The count or amount, or a share's numerator, in millionths of the unit; null for no figure.</summary>
    public long? NumeratorMillionths { get; private set; }

    /// <summary>A share's denominator in millionths; null for others.</summary>
    public long? DenominatorMillionths { get; private set; }

    /// <summary>Parts in millionths by disaggregation and part, such as sex:women.</summary>
    public IReadOnlyDictionary<string, long> PartsMillionths { get; private set; } = new Dictionary<string, long>();

    /// <summary>The centre's comment; null for none.</summary>
    public string? Comment { get; private set; }

    /// <summary>Whether it is what the activities say, and changes with them until it is submitted.</summary>
    public bool FollowsActivities { get; private set; }

    internal void Set(long? numerator, long? denominator, IReadOnlyDictionary<string, long> parts, string? comment, bool follows) =>
        (NumeratorMillionths, DenominatorMillionths, PartsMillionths, Comment, FollowsActivities) = (numerator, denominator, parts, comment, follows);
}

/// <summary>A remark of a party on a report.</summary>
public sealed class ReportRemark
{
    private ReportRemark()
    {
    }

    internal ReportRemark(string? indicator, string text, Party party, string authorName, DateTimeOffset now)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(text), "Write a remark: the centre must know what to change.", "Remark");
        Id = Guid.CreateVersion7();
        (Indicator, Text, Party, AuthorName, WrittenAt) = (indicator, text.Trim(), party, authorName, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The report.</summary>
    public Guid ReportId { get; private set; }

    /// <summary>Code of the indicator it speaks of; null for the whole report.</summary>
    public string? Indicator { get; private set; }

    /// <summary>What it says.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Whose remark.</summary>
    public Party Party { get; private set; }

    /// <summary>Who wrote it.</summary>
    public string AuthorName { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt { get; private set; }
}
