using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Centres;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Centres;

/// <summary>An amount as typed.</summary>
/// <param name="Dollars">US dollars with two digits after the point; null for no figure.</param>
/// <param name="Note">A note.</param>
public sealed record AmountEntry(decimal? Dollars, string? Note = null);

/// <summary>Income and costs of a period.</summary>
public sealed record SaveIncome
{
    /// <summary>One of the centre's staff.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>Income by source; sources that are not among them stay as they are.</summary>
    public required IReadOnlyDictionary<IncomeSource, AmountEntry> Income { get; init; }

    /// <summary>Costs; null leaves them as they are.</summary>
    public AmountEntry? Costs { get; init; }

    /// <summary>The stamp of what was seen, of IncomeQueries; null does not compare.</summary>
    public long? Stamp { get; init; }
}

/// <summary>Enters a centre's income by source and its costs (A4.3, product.md 8).</summary>
public sealed class IncomeService(PortalDbContext db, PortalClock clock)
{
    /// <summary>Longest note.</summary>
    public const int NoteLength = 400;

    /// <summary>Stores the amounts. Throws RuleBrokenException where one is not valid or the period no longer changes, DbUpdateConcurrencyException on another stamp.</summary>
    public Task SaveAsync(SaveIncome options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return db.AtomicallyAsync(() => SaveAsync(options, CentreAccess.Mine(options.Actor), cancellationToken), cancellationToken);
    }

    /// <summary>Throws RuleBrokenException with all that is wrong with the amounts and notes.</summary>
    public static void Check(IReadOnlyDictionary<IncomeSource, AmountEntry> income, AmountEntry? costs)
    {
        ArgumentNullException.ThrowIfNull(income);
        var rules = new FormRules();
        foreach (var (source, amount) in income.OrderBy(pair => pair.Key))
        {
            Check(rules, amount, source.ToString());
        }

        if (costs is not null)
        {
            Check(rules, costs, "Costs");
        }

        rules.Demand();
    }

    private static void Check(FormRules rules, AmountEntry amount, string field)
    {
        var note = amount.Note?.Trim() ?? string.Empty;
        rules.Require(amount.Dollars is not null || note.Length == 0, "Write the amount that the note speaks of.", $"{field}.Dollars");
        rules.Require(amount.Dollars is null or (>= 0 and <= IncomeEntry.MostCents / 100), "An amount is from 0 to 100,000,000 US dollars.", $"{field}.Dollars");
        rules.Require(amount.Dollars is not { } dollars || dollars == decimal.Round(dollars, 2), "An amount has two digits after the point at most.", $"{field}.Dollars");
        rules.Require(note.Length <= NoteLength, new Message("A note has at most {0} characters.", NoteLength), $"{field}.Note");
    }

    private async Task SaveAsync(SaveIncome options, Guid centreId, CancellationToken cancellationToken)
    {
        await db.HoldPeriodsAsync(centreId, cancellationToken);
        var centre = await db.Centres.AsNoTracking().SingleOrDefaultAsync(found => found.Id == centreId, cancellationToken).OrNotFoundAsync();
        centre.RequireNotEnded();
        Rule.Require(centre.FirstPeriod is not null, "Income is entered once the centre is active: its agreement must be signed first.");
        Rule.Require(options.Period >= centre.FirstPeriod, new Message("Income counts from {0} on, the first quarter that the centre reports.", centre.FirstPeriod.Value), "Period");
        Rule.Require(options.Period <= ReportingPeriod.Of(clock.Now), "This quarter has not begun yet.", "Period");
        await db.RequireOpenAsync(centreId, options.Period, null, cancellationToken);
        var entries = await db.IncomeEntries.Where(entry => entry.CentreId == centreId && entry.Period == options.Period).ToListAsync(cancellationToken);
        if (options.Stamp is { } stamp && stamp != IncomeQueries.StampOf(entries.Select(entry => entry.ChangedAt)))
        {
            throw new DbUpdateConcurrencyException("The income of this period was changed meanwhile.");
        }

        Check(options.Income, options.Costs);
        foreach (var (source, amount) in options.Income.OrderBy(pair => pair.Key))
        {
            Put(options, centreId, entries, source, amount);
        }

        if (options.Costs is { } costs)
        {
            Put(options, centreId, entries, null, costs);
        }
    }

    private void Put(SaveIncome options, Guid centreId, List<IncomeEntry> entries, IncomeSource? source, AmountEntry amount)
    {
        var known = entries.Find(entry => entry.Source == source);
        var note = string.IsNullOrWhiteSpace(amount.Note) ? null : amount.Note.Trim();
        if (amount.Dollars is not { } dollars)
        {
            if (known is not null)
            {
                db.IncomeEntries.Remove(known);
            }

            return;
        }

        var cents = dollars * 100;
        if (known is null)
        {
            db.IncomeEntries.Add(new IncomeEntry(centreId, options.Period, source, (long)cents, note, options.Actor.Name, clock.Now));
        }
        else if (known.Cents != (long)cents || known.Note != note)
        {
            known.Change((long)cents, note, options.Actor.Name, clock.Now);
        }
    }
}
