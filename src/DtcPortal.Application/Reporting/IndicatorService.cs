using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.ReferenceData;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Reporting;

/// <summary>A change of an indicator's definition, or a new indicator that centres enter.</summary>
public sealed record SetIndicator
{
    /// <summary>A programme manager.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Code of the indicator; of a new one it is made from the English name when it is blank.</summary>
    public required string? Code { get; init; }

    /// <summary>The version that was seen; null for a new one.</summary>
    public long? Version { get; init; }

    /// <summary>Code of the group in reports.</summary>
    public required string Group { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What exactly is counted.</summary>
    public required LocalizedText Definition { get; init; }

    /// <summary>Unit; of a share it stays %.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>Whether more or less is better.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How values add up over time.</summary>
    public required OverTime OverTime { get; init; }

    /// <summary>Codes of its disaggregations.</summary>
    public required IReadOnlyList<string> Disaggregations { get; init; }

    /// <summary>Digits after the point.</summary>
    public required int Decimals { get; init; }

    /// <summary>A change above so many percent wants a comment.</summary>
    public required int JumpPercent { get; init; }

    /// <summary>Whether reports ask for it.</summary>
    public required bool IsActive { get; init; }
}

/// <summary>Changes what is measured; targets are then to be signed anew, since both parties define indicators (A5).</summary>
public sealed class IndicatorService(PortalDbContext db, PortalClock clock, SigningService signing)
{
    /// <summary>Most digits after the point.</summary>
    public const int MostDecimals = 2;

    /// <summary>Changes a definition; a real change raises its revision. Throws RuleBrokenException where it is not valid. Returns whether it changed.</summary>
    public Task<bool> ChangeAsync(SetIndicator options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Centres.CentreAccess.PartyOfManager(options.Actor);
        return db.AtomicallyAsync(
            async () =>
            {
                var indicator = await db.Indicators.SingleOrDefaultAsync(known => known.Code == options.Code, cancellationToken).OrNotFoundAsync();
                if (options.Version is { } version)
                {
                    db.Expect(indicator, version);
                }

                var entry = Entry(options, indicator);
                if (IsSame(indicator, entry))
                {
                    return false;
                }

                indicator.Set(entry, clock.Now);
                await ReopenTargetsAsync(indicator.Code, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Adds an indicator that centres enter. Returns its code.</summary>
    public async Task<string> AddAsync(SetIndicator options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Centres.CentreAccess.PartyOfManager(options.Actor);
        Check(options, isRatio: false);
        var code = TextFold.ToAddress(string.IsNullOrWhiteSpace(options.Code) ? options.Name.InEnglish : options.Code, Indicator.CodeLength);
        Rule.Require(code.Length > 0, "Write a name.", "Name");
        var known = await db.Indicators.AsNoTracking().Select(indicator => new { indicator.Code, indicator.Position }).ToListAsync(cancellationToken);
        Rule.Require(known.TrueForAll(indicator => indicator.Code != code), "There is an indicator of that name.", "Name");
        var added = new Indicator(code, known.Count == 0 ? 0 : known.Max(indicator => indicator.Position) + 1, Entry(options, null), clock.Now);
        db.Indicators.Add(added);
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>Throws RuleBrokenException with all that is wrong with a definition by itself.</summary>
    /// <param name="options">The definition.</param>
    /// <param name="isRatio">Whether it is a share or a ratio, whose unit is given.</param>
    public static void Check(SetIndicator options, bool isRatio)
    {
        ArgumentNullException.ThrowIfNull(options);
        var rules = new FormRules();
        rules.Require(!options.Name.IsBlank, "Write a name.", "Name");
        rules.Require(options.Name.Texts.Values.All(text => text.Length <= PortalDbContext.TextLength), new Message("A name has at most {0} characters.", PortalDbContext.TextLength), "Name");
        rules.Require(!options.Definition.IsBlank, "Write what exactly is counted.", "Definition");
        rules.Require(isRatio || !options.Unit.IsBlank, "Write a unit.", "Unit");
        rules.Require(ReferenceCatalogue.IndicatorGroups.Any(candidate => candidate.Code == options.Group), "Choose a group.", "Group");
        rules.Require(options.Decimals is >= 0 and <= MostDecimals, new Message("Digits after the point are from 0 to {0}.", MostDecimals), "Decimals");
        rules.Require(options.JumpPercent is >= 1 and <= 1000, "The change that wants a comment is from 1 to 1000 %.", "JumpPercent");
        rules.Demand();
    }

    private static IndicatorEntry Entry(SetIndicator options, Indicator? known)
    {
        Check(options, known?.IsRatio == true);
        var group = ReferenceCatalogue.IndicatorGroups.First(candidate => candidate.Code == options.Group);
        var disaggregations = ReferenceCatalogue.Disaggregations.Select(found => found.Code).Where(options.Disaggregations.Contains).ToList();
        if (known?.Source == IndicatorSource.Computed)
        {
            // what is not counted cannot be divided
            disaggregations = [.. disaggregations.Where(code => known.Disaggregations.Contains(code) || ReferenceCatalogue.FindIndicator(known.Code)?.Disaggregations.Contains(code) == true)];
        }

        return new IndicatorEntry
        {
            Group = group.Name,
            Name = options.Name,
            Definition = options.Definition,
            Unit = known is { IsRatio: true } share ? share.Unit : options.Unit,
            Direction = options.Direction,
            OverTime = options.OverTime,
            OverCentres = known?.OverCentres ?? OverCentres.Sum,
            Source = known?.Source ?? IndicatorSource.Entered,
            Computation = known?.Computation,
            Numerator = known?.Numerator ?? [],
            Denominator = known?.Denominator ?? [],
            Disaggregations = disaggregations,
            Decimals = options.Decimals,
            JumpPercent = options.JumpPercent,
            IsActive = options.IsActive,
        };
    }

    private static bool IsSame(Indicator indicator, IndicatorEntry entry) =>
        (indicator.Group, indicator.Name, indicator.Definition, indicator.Unit, indicator.Direction, indicator.OverTime, indicator.Decimals, indicator.JumpPercent, indicator.IsActive)
        == (entry.Group, entry.Name, entry.Definition, entry.Unit, entry.Direction, entry.OverTime, entry.Decimals, entry.JumpPercent, entry.IsActive)
        && indicator.Disaggregations.ToHashSet().SetEquals(entry.Disaggregations);

    private async Task ReopenTargetsAsync(string indicator, CancellationToken cancellationToken)
    {
        var sets = await db.TargetSets.Include(set => set.Targets).Where(set => set.Targets.Any(target => target.Indicator == indicator)).ToListAsync(cancellationToken);
        foreach (var set in sets)
        {
            set.Reopen();
            await signing.RefreshAsync(SignedKind.Targets, set.Id, cancellationToken);
        }
    }
}
