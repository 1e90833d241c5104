using DtcPortal.Domain.Common;
using DtcPortal.Domain.Selection;

namespace DtcPortal.Application.Selection;

/// <summary>Checks of seats by region, said in words.</summary>
public static class SelectionCheck
{
    /// <summary>Throws RuleBrokenException at the field Seats unless seats by region may be adjusted so.</summary>
    public static void RequireAdjustable(SelectionInput input, IReadOnlyDictionary<Region, int> seats)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(seats);
        var demands = SelectionProposer.Demands(input);
        if (Problem(demands, seats, input.Cap) is { } message)
        {
            throw new RuleBrokenException(message, "Seats");
        }
    }

    /// <summary>The name of a region, for messages.</summary>
    public static Message NameOf(Region region) => region switch
    {
        Region.Africa => new Message("Africa"),
        Region.AsiaPacific => new Message("Asia-Pacific"),
        Region.ArabStates => new Message("Arab States"),
        Region.Cis => new Message("CIS"),
        Region.Americas => new Message("Americas"),
        _ => new Message("Europe"),
    };

    private static Message? Problem(IReadOnlyList<RegionDemand> demands, IReadOnlyDictionary<Region, int> seats, int cap)
    {
        switch (SelectionProposer.CheckAdjustment(demands, seats, cap))
        {
            case AdjustmentProblem.None:
                return null;
            case AdjustmentProblem.AboveCap:
                return new Message("These are {0} seats, and {1} can be given.", seats.Values.Sum(), cap);
            case AdjustmentProblem.AboveSupply:
                var above = demands.First(demand => seats.GetValueOrDefault(demand.Region) > demand.Supply);
                return new Message("{0} can fill {1} seats at most.", NameOf(above.Region), above.Fillable);
            case AdjustmentProblem.AgainstNeed:
                var breach = SeatAllocation.Breaches(demands, seats)[0];
                return new Message("{0} has more need than {1}, so it cannot get fewer seats while it still has candidacies.", NameOf(breach.MoreNeed), NameOf(breach.LessNeed));
            default:
                return new Message("A number of seats is 0 or more, and only for regions with a need.");
        }
    }
}
