using DtcPortal.Domain.Common;

namespace DtcPortal.Application.Storage;

/// <summary>Changes made against what a person saw.</summary>
public static class VersionExtensions
{
    /// <summary>
    /// Says which version the person saw: saving throws DbUpdateConcurrencyException when the stored one is another.
    /// </summary>
    public static void Expect<T>(this PortalDbContext db, T entity, long version)
        where T : class, IVersioned =>
        db.Entry(entity).Property(nameof(IVersioned.Version)).OriginalValue = version;
}
