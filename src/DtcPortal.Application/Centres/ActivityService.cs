using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>An activity to be entered.</summary>
public sealed record AddActivity
{
    /// <summary>One of the centre's staff.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What was done.</summary>
    public required ActivityEntry Entry { get; init; }

    /// <summary>The key that the form was given, so that a form that is sent twice is one activity; null makes one.</summary>
    public Guid? Key { get; init; }
}

/// <summary>A change of an activity.</summary>
public sealed record ChangeActivity
{
    /// <summary>One of the centre's staff.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The activity.</summary>
    public required Guid ActivityId { get; init; }

    /// <summary>The version that was seen.</summary>
    public required long Version { get; init; }

    /// <summary>What was done.</summary>
    public required ActivityEntry Entry { get; init; }
}

/// <summary>Enters what a centre did (product.md 8).</summary>
public sealed class ActivityService(PortalDbContext db, PortalClock clock)
{
    private const string NotActive = "Activities are entered once the centre is active: its agreement must be signed first.";

    /// <summary>Throws NotFoundException for others than the centre's staff, ForbiddenException, which says so, before the centre is active and once it has ended.</summary>
    public async Task RequireActiveAsync(Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            await ActiveAtAsync(CentreAccess.Mine(actor), cancellationToken);
        }
        catch (RuleBrokenException broken)
        {
            throw new ForbiddenException(broken.Rule);
        }
    }

    /// <summary>Throws RuleBrokenException with all that is wrong with an entry by itself.</summary>
    public void Check(ActivityEntry entry) => Activity.Check(entry, Today);

    /// <summary>
    /// Enters an activity; the same one again, by its key, is entered once. Throws RuleBrokenException where it is not valid, its period no longer changes,
    /// or another one was entered by that key. Returns its key.
    /// </summary>
    public async Task<Guid> AddAsync(AddActivity options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var centreId = CentreAccess.Mine(options.Actor);
        var activity = new Activity(centreId, options.Entry, Today, options.Actor.Name, clock.Now, options.Key);
        return await db.AtomicallyAsync(
            async () =>
            {
                await db.HoldPeriodsAsync(centreId, cancellationToken);
                if (await IsEnteredAsync(activity, cancellationToken))
                {
                    return activity.Id;
                }

                await RequireCountsAsync(activity, cancellationToken);
                db.Activities.Add(activity);
                return activity.Id;
            },
            cancellationToken);
    }

    /// <summary>Changes an activity, out of one open period into another where its last day says so.</summary>
    public Task ChangeAsync(ChangeActivity options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ChangeAsync(
            options.Actor, options.ActivityId,
            async activity =>
            {
                db.Expect(activity, options.Version);
                var before = activity.Period;
                activity.Change(options.Entry, Today, options.Actor.Name, clock.Now);
                if (activity.Period != before)
                {
                    await RequireCountsAsync(activity, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>Removes an activity; it no longer counts, and can be put back.</summary>
    public Task RemoveAsync(Actor actor, Guid activityId, CancellationToken cancellationToken) => ChangeAsync(
        actor, activityId,
        activity =>
        {
            activity.Remove(actor.Name, clock.Now);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Puts a removed activity back.</summary>
    public Task RestoreAsync(Actor actor, Guid activityId, CancellationToken cancellationToken) => ChangeAsync(
        actor, activityId,
        activity =>
        {
            activity.Restore(actor.Name, clock.Now);
            return Task.CompletedTask;
        },
        cancellationToken);

    // somewhere it is that day already
    private DateOnly Today => DateOnly.FromDateTime(clock.Now.UtcDateTime.AddHours(14));

    private async Task<bool> IsEnteredAsync(Activity activity, CancellationToken cancellationToken)
    {
        var known = await db.Activities.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == activity.Id, cancellationToken);
        if (known is null)
        {
            return false;
        }

        if (known.CentreId != activity.CentreId)
        {
            throw new NotFoundException();
        }

        Rule.Require(known.SaysAs(activity), new Message("“{0}” was entered from this form before. Save again to enter another activity, or change the first one in the list.", known.Title));
        return true;
    }

    private Task ChangeAsync(Actor actor, Guid activityId, Func<Activity, Task> change, CancellationToken cancellationToken)
    {
        var centreId = CentreAccess.Mine(actor);
        return db.AtomicallyAsync(
            async () =>
            {
                await db.HoldPeriodsAsync(centreId, cancellationToken);
                var activity = await db.Activities.SingleOrDefaultAsync(stored => stored.Id == activityId && stored.CentreId == centreId, cancellationToken).OrNotFoundAsync();
                await RequireChangeableAsync(activity, cancellationToken);
                await change(activity);
            },
            cancellationToken);
    }

    private async Task<DateTimeOffset> ActiveAtAsync(Guid centreId, CancellationToken cancellationToken)
    {
        var centre = await db.Centres.AsNoTracking().SingleOrDefaultAsync(found => found.Id == centreId, cancellationToken).OrNotFoundAsync();
        centre.RequireNotEnded();
        Rule.Require(centre.ActiveAt is not null, NotActive);
        return centre.ActiveAt.Value;
    }

    private async Task RequireChangeableAsync(Activity activity, CancellationToken cancellationToken)
    {
        await ActiveAtAsync(activity.CentreId, cancellationToken);
        await db.RequireOpenAsync(activity.CentreId, activity.Period, null, cancellationToken);
    }

    private async Task RequireCountsAsync(Activity activity, CancellationToken cancellationToken)
    {
        var activeAt = await ActiveAtAsync(activity.CentreId, cancellationToken);
        Rule.Require(activity.EndsOn >= DateOnly.FromDateTime(activeAt.UtcDateTime), "Activities count from the day on which the centre became active.", "EndsOn");
        await db.RequireOpenAsync(activity.CentreId, activity.Period, "EndsOn", cancellationToken);
    }
}
