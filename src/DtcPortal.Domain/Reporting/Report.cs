using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Reporting;

/// <summary>Where a report stands (product.md 9).</summary>
public enum ReportState
{
    /// <summary>Being written by the centre.</summary>
    Draft = 1,

    /// <summary>Submitted by the centre's manager.</summary>
    Submitted = 2,

    /// <summary>Returned with remarks.</summary>
    Returned = 3,

    /// <summary>Verified by a manager of one party.</summary>
    Verified = 4,

    /// <summary>Approved by a manager of the other party.</summary>
    Approved = 5,
}

/// <summary>A centre's report of one period.</summary>
public sealed class Report : IVersioned
{
    /// <summary>Days after the end of a period until its report is due.</summary>
    public const int DueDays = 30;

    /// <summary>Longest comment or remark.</summary>
    public const int TextLength = 2000;

    private readonly List<ReportValue> _values = [];
    private readonly List<ReportRemark> _remarks = [];

    private Report()
    {
    }

    /// <summary>A draft, due 30 days after the end of its period.</summary>
    public Report(Guid centreId, ReportingPeriod period, int revision, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (CentreId, Period, Revision, State, StartedAt) = (centreId, period, revision, ReportState.Draft, now);
        DueAt = DueOf(period);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The centre.</summary>
    public Guid CentreId { get; private set; }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; private set; }

    /// <summary>1 for the first report; a correction of an approved one is the next.</summary>
    public int Revision { get; private set; }

    /// <summary>Why an approved report is corrected; null for the first.</summary>
    public string? CorrectionReason { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReportState State { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>First instant at which it is overdue.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Why the due date was moved; null when it was not.</summary>
    public string? DueReason { get; private set; }

    /// <summary>Last save.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Who saved last.</summary>
    public string? SavedByName { get; private set; }

    /// <summary>When it was submitted last.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Who submitted it.</summary>
    public string? SubmittedByName { get; private set; }

    /// <summary>When it was verified.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Who verified it.</summary>
    public string? VerifiedByName { get; private set; }

    /// <summary>For which party.</summary>
    public Party? VerifiedFor { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedByName { get; private set; }

    /// <summary>One per indicator.</summary>
    public IReadOnlyList<ReportValue> Values => _values;

    /// <summary>Remarks of the parties, oldest first.</summary>
    public IReadOnlyList<ReportRemark> Remarks => _remarks;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Whether the centre may change it.</summary>
    public bool IsEditable => State is ReportState.Draft or ReportState.Returned;

    /// <summary>When a report of a period is due unless moved: the first instant too late.</summary>
    public static DateTimeOffset DueOf(ReportingPeriod period) => period.End.AddDays(DueDays);

    /// <summary>Marks it as the correction of an approved report.</summary>
    public void Corrects(string? reason) => CorrectionReason = Rule.Reason(reason);

    /// <summary>Stores the value of an indicator; parts and comment as typed.</summary>
    public void Put(string indicator, long? numeratorMillionths, long? denominatorMillionths, IReadOnlyDictionary<string, long> partsMillionths, string? comment)
    {
        Rule.Require(IsEditable, "This report is submitted; it changes only once it is returned.");
        Rule.Require(numeratorMillionths is null or >= 0, "A figure is 0 or more.", indicator);
        Rule.Require(partsMillionths.Values.All(part => part >= 0), "A figure is 0 or more.", indicator);
        Rule.Require(comment is null || comment.Length <= TextLength, new Message("A comment has at most {0} characters.", TextLength), indicator);
        var value = _values.Find(candidate => candidate.Indicator == indicator);
        if (value is null)
        {
            value = new ReportValue(indicator);
            _values.Add(value);
        }

        value.Set(numeratorMillionths, denominatorMillionths, partsMillionths, string.IsNullOrWhiteSpace(comment) ? null : comment.Trim());
    }

    /// <summary>Notes who saved and when.</summary>
    public void Saved(string authorName, DateTimeOffset now) => (SavedByName, SavedAt) = (authorName, now);

    /// <summary>The centre's manager submits it; the caller has checked its figures.</summary>
    public void Submit(string authorName, DateTimeOffset now)
    {
        Rule.Require(IsEditable, "This report is submitted already.");
        Rule.Require(now >= Period.End, "The period is not over yet.");
        (State, SubmittedByName, SubmittedAt, VerifiedAt, VerifiedByName, VerifiedFor) = (ReportState.Submitted, authorName, now, null, null, null);
    }

    /// <summary>A manager returns it with a remark at least.</summary>
    public void Return(Party party, string authorName, IReadOnlyList<(string? Indicator, string Text)> remarks, DateTimeOffset now)
    {
        Rule.Require(State is ReportState.Submitted or ReportState.Verified, "Only a submitted report is returned.");
        Rule.Require(remarks.Count > 0, "Write a remark: the centre must know what to change.", "Remark");
        _remarks.AddRange(remarks.Select(remark => new ReportRemark(remark.Indicator, remark.Text, party, authorName, now)));
        (State, VerifiedAt, VerifiedByName, VerifiedFor) = (ReportState.Returned, null, null, null);
    }

    /// <summary>A manager of one party verifies it.</summary>
    public void Verify(Party party, string name, DateTimeOffset now)
    {
        Rule.Require(State == ReportState.Submitted, "Only a submitted report is verified.");
        (State, VerifiedFor, VerifiedByName, VerifiedAt) = (ReportState.Verified, party, name, now);
    }

    /// <summary>A manager of the other party approves it; its figures become observations.</summary>
    public void Approve(Party party, string name, DateTimeOffset now)
    {
        Rule.Require(State == ReportState.Verified, "Only a verified report is approved.");
        Rule.Require(party != VerifiedFor, "Your party has verified this report; the other party approves it.");
        (State, ApprovedByName, ApprovedAt) = (ReportState.Approved, name, now);
    }

    /// <summary>Moves the due date, with a reason.</summary>
    public void MoveDue(DateTimeOffset dueAt, string? reason) => (DueAt, DueReason) = (dueAt, Rule.Reason(reason));
}
