using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Reporting;

/// <summary>An approved figure; it never changes: a correction is a row of a higher revision (product.md 9).</summary>
public sealed class Observation
{
    /// <summary>The part that is the whole.</summary>
    public const string WholePart = "total";

    /// <summary>Longest name of a part.</summary>
    public const int PartLength = 40;

    private Observation()
    {
    }

    /// <summary>A figure as approved.</summary>
    public Observation(Guid reportId, Guid centreId, Region region, ReportingPeriod period, string indicator, string part, long numeratorMillionths, long? denominatorMillionths, int revision, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (ReportId, CentreId, Region, Period, Indicator, Part) = (reportId, centreId, region, period, indicator, part);
        (NumeratorMillionths, DenominatorMillionths, Revision, ApprovedAt) = (numeratorMillionths, denominatorMillionths, revision, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The report it comes from.</summary>
    public Guid ReportId { get; private set; }

    /// <summary>The centre.</summary>
    public Guid CentreId { get; private set; }

    /// <summary>The centre's region.</summary>
    public Region Region { get; private set; }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; private set; }

    /// <summary>Code of the indicator.</summary>
    public string Indicator { get; private set; } = string.Empty;

    /// <summary>The whole, or a disaggregation and part such as sex:women.</summary>
    public string Part { get; private set; } = WholePart;

    /// <summary>The count or amount, or a share's numerator, in millionths of the unit.</summary>
    public long NumeratorMillionths { get; private set; }

    /// <summary>A share's denominator in millionths; null for others.</summary>
    public long? DenominatorMillionths { get; private set; }

    /// <summary>Revision of the report; the highest of a centre and period counts.</summary>
    public int Revision { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset ApprovedAt { get; private set; }
}
