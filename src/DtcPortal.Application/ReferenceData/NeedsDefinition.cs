using DtcPortal.Domain.Common;

namespace DtcPortal.Application.ReferenceData;

/// <summary>A published index of needs by region, to start a needs assessment from (A3).</summary>
/// <param name="Source">Where it was published.</param>
/// <param name="Year">The year that it speaks of.</param>
/// <param name="Index">What it measures.</param>
/// <param name="Regions">The needs by region, the highest first.</param>
public sealed record NeedsDefinition(string Source, int Year, LocalizedText Index, IReadOnlyList<RegionNeed> Regions);

/// <summary>The need of a region.</summary>
/// <param name="Region">ITU's region.</param>
/// <param name="Need">The index's value, 0 or more.</param>
public sealed record RegionNeed(Region Region, decimal Need);
