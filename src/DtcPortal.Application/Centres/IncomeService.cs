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
    public async Task SaveAsync(SaveIncome options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var centreId = CentreAccess.Mine(options.Actor);
        var centre = await db.Centres.AsNoTracking().Where(found => found.Id == centreId).Select(found => new { found.ActiveAt }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        Rule.Require(centre.ActiveAt is not null, "Income is entered once the centre is active: its agreement must be signed first.");
        Rule.Require(options.Period >= ReportingPeriod.Of(centre.ActiveAt.Value), "Income counts from the quarter in which the centre became active.", "Period");
        Rule.Require(options.Period <= ReportingPeriod.Of(clock.Now), "This quarter has not begun yet.", "Period");
        await db.RequireOpenAsync(centreId, options.Period, null, cancellationToken);
        var entries = await db.IncomeEntries.Where(entry => entry.CentreId == centreId && entry.Period == options.Period).ToListAsync(cancellationToken);
        if (options.Stamp is { } stamp && stamp != IncomeQueries.StampOf(entries.Select(entry => entry.ChangedAt)))
        {
            throw new DbUpdateConcurrencyException("The income of this period was changed meanwhile.");
        }

        foreach (var (source, amount) in options.Income.OrderBy(pair => pair.Key))
        {
            Put(options, centreId, entries, source, amount, source.ToString());
        }

        if (options.Costs is { } costs)
        {
            Put(options, centreId, entries, null, costs, "Costs");
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void Put(SaveIncome options, Guid centreId, List<IncomeEntry> entries, IncomeSource? source, AmountEntry amount, string field)
    {
        var known = entries.Find(entry => entry.Source == source);
        var note = string.IsNullOrWhiteSpace(amount.Note) ? null : amount.Note.Trim();
        Rule.Require(note is null || note.Length <= NoteLength, new Message("A note has at most {0} characters.", NoteLength), $"{field}.Note");
        if (amount.Dollars is not { } dollars)
        {
            Rule.Require(note is null, "Write the amount that the note speaks of.", $"{field}.Dollars");
            if (known is not null)
            {
                db.IncomeEntries.Remove(known);
            }

            return;
        }

        Rule.Require(dollars is >= 0 and <= IncomeEntry.MostCents / 100, "An amount is from 0 to 100,000,000 US dollars.", $"{field}.Dollars");
        var cents = dollars * 100;
        Rule.Require(cents == decimal.Truncate(cents), "An amount has two digits after the point at most.", $"{field}.Dollars");
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
