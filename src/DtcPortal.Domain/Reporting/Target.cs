using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Reporting;

/// <summary>The targets of a phase, in force once both have signed them (product.md 9).</summary>
public sealed class TargetSet : IVersioned
{
    private readonly List<Target> _targets = [];

    private TargetSet()
    {
    }

    /// <summary>An empty set.</summary>
    public TargetSet(Guid phaseId)
    {
        Id = Guid.CreateVersion7();
        PhaseId = phaseId;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The phase.</summary>
    public Guid PhaseId { get; private set; }

    /// <summary>When both had signed; null before and after a change.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>The targets.</summary>
    public IReadOnlyList<Target> Targets => _targets;

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>Sets a target for a centre and period, for every centre where it is null; a null value removes it.</summary>
    public void Set(string indicator, Guid? centreId, ReportingPeriod? period, decimal? value)
    {
        Rule.Require(value is null or (>= 0 and <= 1_000_000_000), "A target is 0 or more.", "Value");
        AgreedAt = null;
        var known = _targets.Find(target => target.Indicator == indicator && target.CentreId == centreId && target.Period == period);
        if (value is not { } set)
        {
            _targets.RemoveAll(target => target == known);
        }
        else if (known is null)
        {
            _targets.Add(new Target(indicator, centreId, period, set));
        }
        else
        {
            known.Change(set);
        }
    }

    /// <summary>What a target counts has changed: both sign anew.</summary>
    public void Reopen() => AgreedAt = null;

    /// <summary>Both have signed.</summary>
    public void Agree(DateTimeOffset now) => AgreedAt = now;

    /// <summary>The target of a centre and period: the most exact one that is set; null when there is none.</summary>
    public Target? For(string indicator, Guid centreId, ReportingPeriod period) => Target.For(_targets, indicator, centreId, period);
}

/// <summary>What is aimed at in each period.</summary>
public sealed class Target
{
    private Target()
    {
    }

    internal Target(string indicator, Guid? centreId, ReportingPeriod? period, decimal value)
    {
        Id = Guid.CreateVersion7();
        (Indicator, CentreId, Period) = (indicator, centreId, period);
        Change(value);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The set.</summary>
    public Guid TargetSetId { get; private set; }

    /// <summary>Code of the indicator.</summary>
    public string Indicator { get; private set; } = string.Empty;

    /// <summary>The centre; null for every centre.</summary>
    public Guid? CentreId { get; private set; }

    /// <summary>The period; null for every period.</summary>
    public ReportingPeriod? Period { get; private set; }

    /// <summary>The value in millionths of the indicator's unit; of a share, 1,000,000 is 100 %.</summary>
    public long Millionths { get; private set; }

    /// <summary>The value in the indicator's unit; of a share, 1 is 100 %.</summary>
    public decimal Value => Millionths / (decimal)ExactRounding.Million;

    /// <summary>The most exact target for a centre and period; null when there is none.</summary>
    public static Target? For(IEnumerable<Target> targets, string indicator, Guid centreId, ReportingPeriod period) =>
        targets.Where(target => target.Indicator == indicator && (target.CentreId is null || target.CentreId == centreId) && (target.Period is null || target.Period == period))
            .OrderByDescending(target => (target.CentreId is null ? 0 : 2) + (target.Period is null ? 0 : 1))
            .FirstOrDefault();

    internal void Change(decimal value) => Millionths = (long)decimal.Round(value * ExactRounding.Million, 0, MidpointRounding.ToEven);
}
