namespace DtcPortal.Domain.Common;

/// <summary>The root of an aggregate: two who change it at once do not overwrite each other.</summary>
public interface IVersioned
{
    /// <summary>Raised with each stored change; a change made against an older one is refused.</summary>
    long Version { get; }
}
