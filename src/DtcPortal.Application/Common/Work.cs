using DtcPortal.Application.Accounts;
using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Common;

/// <summary>One thing that awaits somebody, on /work.</summary>
/// <param name="What">The sentence, such as "{0} reviews to submit".</param>
/// <param name="Address">The place itself, such as /committee.</param>
/// <param name="DueAt">By when; null when there is no date.</param>
/// <param name="IsDone">Whether it is done and shown folded away.</param>
/// <param name="Detail">A second line; null for none.</param>
public sealed record WorkItem(Message What, string Address, DateTimeOffset? DueAt = null, bool IsDone = false, Message? Detail = null);

/// <summary>An area's answer to what awaits somebody.</summary>
public interface IWorkSource
{
    /// <summary>What awaits the one who asks; empty at once for roles that the area does not serve.</summary>
    Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken);
}

/// <summary>What becomes due by the clock: mails, lapses, reminders. States never hang on it, and it may run twice.</summary>
public interface IDueWork
{
    /// <summary>Does what is due now and was not done.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>A date ahead at which something happens, for the demo clock to move to.</summary>
/// <param name="At">The instant.</param>
/// <param name="What">What happens then.</param>
public sealed record UpcomingDeadline(DateTimeOffset At, Message What);

/// <summary>An area's dates ahead.</summary>
public interface IDeadlineSource
{
    /// <summary>Dates after the instant, in any order.</summary>
    Task<IReadOnlyList<UpcomingDeadline>> AfterAsync(DateTimeOffset instant, CancellationToken cancellationToken);
}

/// <summary>One page of a list.</summary>
/// <param name="Items">Its rows.</param>
/// <param name="Total">Rows of all pages.</param>
/// <param name="Number">This page, from 1.</param>
/// <param name="Size">Rows a page.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Total, int Number, int Size)
{
    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}
