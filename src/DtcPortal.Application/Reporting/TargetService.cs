using DtcPortal.Application.Accounts;
using DtcPortal.Application.Centres;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>Targets of a phase for one scope: every centre or one, every period or one.</summary>
public sealed record SetTargets
{
    /// <summary>A programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The phase.</summary>
    public required Guid PhaseId { get; init; }

    /// <summary>The version that was seen; null does not compare.</summary>
    public long? Version { get; init; }

    /// <summary>The centre; null for every centre.</summary>
    public Guid? CentreId { get; init; }

    /// <summary>The period; null for every period.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>Targets by code of the indicator, in its unit, of a share 1 for 100 %; null takes one away. Indicators that are not among them stay.</summary>
    public required IReadOnlyDictionary<string, decimal?> Values { get; init; }
}

/// <summary>Sets targets; they are in force once both parties have signed (A5).</summary>
public sealed class TargetService(PortalDbContext db, SigningService signing)
{
    /// <summary>Sets them and puts the new version to be signed. Throws RuleBrokenException for a value that is none. Returns the key of the set, and whether something changed.</summary>
    public Task<(Guid SetId, bool Changed)> SetAsync(SetTargets options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        CentreAccess.PartyOfManager(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var set = await db.TargetSets.Include(known => known.Targets).SingleOrDefaultAsync(known => known.PhaseId == options.PhaseId, cancellationToken);
                if (set is null)
                {
                    set = new TargetSet(options.PhaseId);
                    db.TargetSets.Add(set);
                }
                else if (options.Version is { } version)
                {
                    db.Expect(set, version);
                }

                var changed = await ApplyAsync(set, options, cancellationToken);
                if (changed)
                {
                    await signing.RefreshAsync(SignedKind.Targets, set.Id, cancellationToken);
                }

                return (set.Id, changed);
            },
            cancellationToken);
    }

    private async Task<bool> ApplyAsync(TargetSet set, SetTargets options, CancellationToken cancellationToken)
    {
        var indicators = await db.Indicators.AsNoTracking().Where(indicator => indicator.IsActive).ToListAsync(cancellationToken);
        var changed = false;
        Check(options.Values);
        foreach (var indicator in indicators)
        {
            if (!options.Values.TryGetValue(indicator.Code, out var value))
            {
                continue;
            }

            var known = set.Targets.FirstOrDefault(target => target.Indicator == indicator.Code && target.CentreId == options.CentreId && target.Period == options.Period);
            if (known?.Value == value)
            {
                continue;
            }

            set.Set(indicator.Code, options.CentreId, options.Period, value);
            changed = true;
        }

        return changed;
    }

    /// <summary>Throws RuleBrokenException with all targets that are none.</summary>
    public static void Check(IReadOnlyDictionary<string, decimal?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var rules = new FormRules();
        foreach (var (indicator, value) in values)
        {
            rules.Require(value is null or (>= 0 and <= 1_000_000_000), "A target is 0 or more.", TargetField(indicator));
        }

        rules.Demand();
    }

    /// <summary>Name of the field of a target.</summary>
    public static string TargetField(string indicator) => $"Values[{indicator}]";
}

/// <summary>The targets of a phase, for both to sign.</summary>
public sealed class TargetsDecision(PortalDbContext db) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.Targets;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var set = await db.TargetSets.AsNoTracking().Include(found => found.Targets).SingleOrDefaultAsync(found => found.Id == subjectId, cancellationToken).OrNotFoundAsync();
        var phase = await db.Phases.AsNoTracking().Where(found => found.Id == set.PhaseId).Select(found => new { found.Name, found.Slug }).SingleAsync(cancellationToken);
        var indicators = await db.Indicators.AsNoTracking().ToDictionaryAsync(indicator => indicator.Code, cancellationToken);
        var ids = set.Targets.Select(target => target.CentreId).OfType<Guid>().Distinct().ToList();
        var centres = await db.Centres.AsNoTracking().Where(centre => ids.Contains(centre.Id)).Select(centre => new { centre.Id, centre.Name }).ToDictionaryAsync(centre => centre.Id, centre => centre.Name, cancellationToken);
        var lines = from target in set.Targets
                    let indicator = indicators[target.Indicator]
                    let centre = target.CentreId is { } id ? centres[id] : null
                    orderby indicator.Position, centre is not null, centre, target.Period
                    select new SignedLine(LabelOf(centre, target.Period), ValueOf(indicator, target.Value), SubjectOf(indicator, centre, target.Period));
        return new JointContent(new Message("Sign the targets of {0}", phase.Name), $"/manage/targets/{phase.Slug}", [.. lines], IsReady: set.Targets.Count > 0);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var set = await db.TargetSets.SingleOrDefaultAsync(found => found.Id == subjectId, cancellationToken).OrNotFoundAsync();
        set.Agree(now);
    }

    private static string LabelOf(string? centre, ReportingPeriod? period) => (centre, period) switch
    {
        (null, null) => "Target of every centre in each quarter",
        (null, _) => "Target of every centre in one quarter",
        (_, null) => "Target of one centre in each quarter",
        _ => "Target of one centre in one quarter",
    };

    private static string SubjectOf(Indicator indicator, string? centre, ReportingPeriod? period) =>
        string.Join(", ", new[] { indicator.Name.InEnglish, centre, period?.ToString() }.OfType<string>());

    private static string ValueOf(Indicator indicator, decimal value) => FormattableString.Invariant(
        $"{(indicator.IsRatio ? 100 * value : value):#,0.######} {indicator.Unit.InEnglish} (definition {indicator.Revision})");
}
