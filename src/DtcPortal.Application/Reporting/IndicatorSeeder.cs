using DtcPortal.Application.Common;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>Puts the shipped indicators into the database; those that are there stay as they were changed.</summary>
public sealed class IndicatorSeeder(PortalDbContext db, PortalClock clock)
{
    /// <summary>Adds the missing ones; safe to run at each start, and on several nodes at once.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await db.Indicators.AsNoTracking().Select(indicator => indicator.Code).ToListAsync(cancellationToken);
        var missing = ReferenceCatalogue.Indicators.Select((definition, position) => (definition, position)).ExceptBy(known, pair => pair.definition.Code).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        db.Indicators.AddRange(missing.Select(pair => new Indicator(pair.definition.Code, pair.position, EntryOf(pair.definition), clock.Now)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // another node was faster
            db.ChangeTracker.Clear();
        }
    }

    private static IndicatorEntry EntryOf(IndicatorDefinition definition) => new()
    {
        Group = ReferenceCatalogue.IndicatorGroups.Single(group => group.Code == definition.Group).Name,
        Name = definition.Name,
        Definition = definition.Definition,
        Unit = definition.Unit,
        Direction = definition.Direction,
        OverTime = definition.OverTime,
        OverCentres = definition.OverCentres,
        Source = definition.Source,
        Computation = definition.Computation,
        Numerator = definition.Numerator,
        Denominator = definition.Denominator,
        Disaggregations = definition.Disaggregations,
        Decimals = definition.Decimals,
        JumpPercent = JumpRule.UsualPercent,
        IsActive = true,
    };
}
