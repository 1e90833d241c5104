using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>Reads indicators.</summary>
public sealed class IndicatorQueries(PortalDbContext db)
{
    /// <summary>All, in the order of reports.</summary>
    public async Task<IReadOnlyList<Indicator>> AllAsync(CancellationToken cancellationToken) =>
        await db.Indicators.AsNoTracking().OrderBy(indicator => indicator.Position).ToListAsync(cancellationToken);

    /// <summary>One. Throws NotFoundException when there is none of that code.</summary>
    public Task<Indicator> FindAsync(string code, CancellationToken cancellationToken) =>
        db.Indicators.AsNoTracking().SingleOrDefaultAsync(indicator => indicator.Code == code, cancellationToken).OrNotFoundAsync();
}
