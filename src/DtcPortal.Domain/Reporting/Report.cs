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

/// <summary>Reminders of a due date, each sent once.</summary>
public enum DueReminder
{
    /// <summary>None yet.</summary>
    None = 0,

    /// <summary>14 days before.</summary>
    Soon = 1,

    /// <summary>On the last day.</summary>
    Due = 2,

    /// <summary>After it.</summary>
    Overdue = 3,
}

/// <summary>A centre's report of one period.</summary>
public sealed class Report : IVersioned
{
    /// <summary>Days after the end of a period until its report is due.</summary>
    public const int DueDays = 30;

    /// <summary>Days before the due date at which the centre is reminded first.</summary>
    public const int RemindDays = 14;

    /// <summary>Days that a centre has at least to answer the remarks of a return.</summary>
    public const int AnswerDays = 7;

    /// <summary>Most days after the end of the period to which the due date can be moved.</summary>
    public const int MostDueDays = 366;

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

    /// <summary>The last reminder that was sent for this due date.</summary>
    public DueReminder Reminded { get; private set; }

    /// <summary>The last day on which it is in time, in UTC.</summary>
    public DateOnly DueOn => DateOnly.FromDateTime(DueAt.AddTicks(-1).UtcDateTime);

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

    /// <summary>Remarks of the last return; empty unless it is returned.</summary>
    public IEnumerable<ReportRemark> OpenRemarks => State == ReportState.Returned ? _remarks.Where(remark => remark.WrittenAt >= SubmittedAt) : [];

    /// <summary>Whether the centre may change it.</summary>
    public bool IsEditable => State is ReportState.Draft or ReportState.Returned;

    /// <summary>When a report of a period is due unless moved: the first instant too late.</summary>
    public static DateTimeOffset DueOf(ReportingPeriod period) => period.End.AddDays(DueDays);

    /// <summary>Marks it as the correction of an approved report, due 30 days from now.</summary>
    public void Corrects(string? reason, DateTimeOffset now) =>
        (CorrectionReason, DueAt) = (Rule.Reason(reason), new DateTimeOffset(now.UtcDateTime.Date.AddDays(DueDays + 1), TimeSpan.Zero));

    /// <summary>Stores the value of an indicator; parts and comment as typed. One that follows the activities changes with them until it is submitted.</summary>
    public void Put(
        string indicator, long? numeratorMillionths, long? denominatorMillionths, IReadOnlyDictionary<string, long> partsMillionths, string? comment, bool followsActivities = false)
    {
        RequireEditable();
        Rule.Require(numeratorMillionths is null or >= 0, "A figure is 0 or more.", ReportField.Total(indicator));
        foreach (var (part, millionths) in partsMillionths)
        {
            Rule.Require(millionths >= 0, "A figure is 0 or more.", ReportField.Part(indicator, part));
        }

        Rule.Require(comment is null || comment.Length <= TextLength, new Message("A comment has at most {0} characters.", TextLength), ReportField.Comment(indicator));
        var value = _values.Find(candidate => candidate.Indicator == indicator);
        if (value is null)
        {
            value = new ReportValue(indicator);
            _values.Add(value);
        }

        value.Set(numeratorMillionths, denominatorMillionths, partsMillionths, string.IsNullOrWhiteSpace(comment) ? null : comment.Trim(), followsActivities);
    }

    /// <summary>Throws <see cref="RuleBrokenException"/> unless the centre may change it.</summary>
    public void RequireEditable() => Rule.Require(IsEditable, "This report is submitted; it changes only once it is returned.");

    /// <summary>Notes who saved and when.</summary>
    public void Saved(string authorName, DateTimeOffset now) => (SavedByName, SavedAt) = (authorName, now);

    /// <summary>The centre's manager submits it; the caller has checked its figures.</summary>
    public void Submit(string authorName, DateTimeOffset now)
    {
        Rule.Require(IsEditable, "This report is submitted already.");
        Rule.Require(now >= Period.End, "The period is not over yet.");
        (State, SubmittedByName, SubmittedAt, VerifiedAt, VerifiedByName, VerifiedFor) = (ReportState.Submitted, authorName, now, null, null, null);
    }

    /// <summary>A manager returns it with a remark at least; the centre has 7 days at least to answer.</summary>
    public void Return(Party party, string authorName, IReadOnlyList<(string? Indicator, string Text)> remarks, DateTimeOffset now)
    {
        Rule.Require(State is ReportState.Submitted or ReportState.Verified, "Only a submitted report is returned.");
        Rule.Require(remarks.Count > 0, "Write a remark: the centre must know what to change.", "Remark");
        _remarks.AddRange(remarks.Select(remark => new ReportRemark(remark.Indicator, remark.Text, party, authorName, now)));
        (State, VerifiedAt, VerifiedByName, VerifiedFor) = (ReportState.Returned, null, null, null);
        var answerBy = new DateTimeOffset(now.UtcDateTime.Date.AddDays(AnswerDays + 1), TimeSpan.Zero);
        if (answerBy > DueAt)
        {
            (DueAt, DueReason, Reminded) = (answerBy, null, DueReminder.None);
        }
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

    /// <summary>Its figures as observations: of each indicator with a figure the whole and its parts. Throws InvalidOperationException before it is approved.</summary>
    public IReadOnlyList<Observation> Observations(Region region)
    {
        if (State != ReportState.Approved || ApprovedAt is not { } at)
        {
            throw new InvalidOperationException("Only approved figures are observations.");
        }

        Observation Of(string indicator, string part, long numerator, long? denominator) =>
            new(Id, CentreId, region, Period, indicator, part, numerator, denominator, Revision, at);
        return
        [
            .. from value in _values
               where value.NumeratorMillionths is not null
               from observation in value.PartsMillionths.Select(part => Of(value.Indicator, part.Key, part.Value, null))
                   .Prepend(Of(value.Indicator, Observation.WholePart, value.NumeratorMillionths!.Value, value.DenominatorMillionths))
               select observation,
        ];
    }

    /// <summary>Moves the due date to another day, with a reason; reminders follow it.</summary>
    /// <param name="lastDay">The last day on which it is in time, in UTC.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">Today, in UTC.</param>
    public void MoveDue(DateOnly? lastDay, string? reason, DateOnly today)
    {
        RequireEditable();
        Rule.Require(lastDay is not null, "Write the new due date.", "DueOn");
        Rule.Require(lastDay >= today, "The new due date is today or later.", "DueOn");
        Rule.Require(lastDay > Period.LastDay, "A report is due after its period ends.", "DueOn");
        Rule.Require(lastDay <= Period.LastDay.AddDays(MostDueDays), "A report is due within a year after its period.", "DueOn");
        DueReason = Rule.Reason(reason);
        (DueAt, Reminded) = (new DateTimeOffset(lastDay.Value.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), DueReminder.None);
    }

    /// <summary>The reminder to send now; None when it was sent, is not due yet, or nothing is awaited from the centre.</summary>
    public DueReminder ReminderAt(DateTimeOffset now)
    {
        var step = !IsEditable || now < Period.End ? DueReminder.None
            : now >= DueAt ? DueReminder.Overdue
            : now >= DueAt.AddDays(-1) ? DueReminder.Due
            : now >= DueAt.AddDays(-RemindDays) ? DueReminder.Soon : DueReminder.None;
        return step > Reminded ? step : DueReminder.None;
    }

    /// <summary>Notes that a reminder was sent.</summary>
    public void Remind(DueReminder step) => Reminded = step;
}
