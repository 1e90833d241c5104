using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>
/// Assigns reviews (product.md 6, rules.md 8): k each, at least one by each party, no conflict; loads differ by at most 1 within a party,
/// and between members of different parties as little as their numbers allow.
/// </summary>
public static class AssignmentPlanner
{
    /// <summary>The most that loads within a party may differ by.</summary>
    public const int AllowedSpread = 1;

    /// <summary>
    /// A balanced plan; or what blocks it, with the plan of the smallest spread where there is one.
    /// Throws ArgumentOutOfRangeException when fewer than 2 reviews each are asked for, ArgumentException for a candidacy or member named twice.
    /// </summary>
    public static AssignmentPlan Plan(AssignmentInput input)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(input.ReviewsEach, 2, nameof(input));
        if (input.Candidacies.Distinct().Count() != input.Candidacies.Count || input.Members.DistinctBy(one => one.Id).Count() != input.Members.Count)
        {
            throw new ArgumentException("Candidacies and members are named once.", nameof(input));
        }

        var conflicts = Relevant(input);
        var blocked = Blocked(input, conflicts);
        if (blocked.Length > 0)
        {
            var inTheWay = Sorted(conflicts.Where(conflict => blocked.Contains(conflict.Candidacy)));
            return new AssignmentPlan(AssignmentObstacle.TooFewMembers, [], LoadsOf(input, []), 0, 0, blocked, inTheWay);
        }

        var found = Search(input, conflicts);
        if (found.Rank == (AllowedSpread, 0) || found.Rank == (AllowedSpread, AllowedSpread))
        {
            return Balanced(input, found.Reviews);
        }

        var ideal = Search(input, new HashSet<MemberConflict>());
        return ideal.Rank == found.Rank ? Balanced(input, found.Reviews) : Apart(input, conflicts, Narrow(input, conflicts, found).Reviews, ideal);
    }

    private static AssignmentPlan Balanced(AssignmentInput input, PlannedReview[] reviews)
    {
        var loads = LoadsOf(input, reviews);
        return new AssignmentPlan(AssignmentObstacle.None, reviews, loads, WithinParties(loads), Overall(loads), [], []);
    }

    private static AssignmentPlan Apart(
        AssignmentInput input, HashSet<MemberConflict> conflicts, PlannedReview[] reviews, Solution ideal)
    {
        var flow = new AssignmentFlow(input, conflicts);
        flow.Fits(ideal.Itu, ideal.Cisco);
        var inTheWay = Sorted(flow.ConflictsInTheWay(conflicts));
        var loads = LoadsOf(input, reviews);
        return new AssignmentPlan(
            AssignmentObstacle.LoadsApart, reviews, loads, WithinParties(loads), Overall(loads),
            [.. inTheWay.Select(conflict => conflict.Candidacy).Distinct()], inTheWay);
    }

    private static HashSet<MemberConflict> Relevant(AssignmentInput input)
    {
        var candidacies = input.Candidacies.ToHashSet();
        var members = input.Members.Select(member => member.Id).ToHashSet();
        return [.. input.Conflicts.Where(conflict => candidacies.Contains(conflict.Candidacy) && members.Contains(conflict.Member))];
    }

    // without bounds on loads each candidacy stands alone: it needs k free members, of both parties
    private static Guid[] Blocked(AssignmentInput input, HashSet<MemberConflict> conflicts) =>
        [.. input.Candidacies.Where(candidacy =>
        {
            var free = input.Members.Where(member => !conflicts.Contains(new MemberConflict(candidacy, member.Id))).ToArray();
            return free.Length < input.ReviewsEach || free.DistinctBy(member => member.Party).Count() < 2;
        }).Order()];

    // what fits a spread within parties also fits a wider one, so the smallest is found by halving
    private static Solution Search(AssignmentInput input, IReadOnlySet<MemberConflict> conflicts)
    {
        if (Search(input, conflicts, AllowedSpread) is { } balanced)
        {
            return balanced;
        }

        var (fails, fits) = (AllowedSpread, Highest(input));
        while (fits - fails > 1)
        {
            var within = fails + ((fits - fails) / 2);
            (fails, fits) = Search(input, conflicts, within) is null ? (within, fits) : (fails, within);
        }

        return Search(input, conflicts, fits)
            ?? throw new InvalidOperationException("Every candidacy has enough free members, so some windows fit.");
    }

    // a party that no conflict keeps apart stays even where the other's loads have to differ
    private static Solution Narrow(AssignmentInput input, HashSet<MemberConflict> conflicts, Solution found)
    {
        var itu = Narrowest(found, found.Itu, window => Fitting(Party.Itu, window, window, found.Cisco));
        return Narrowest(itu, itu.Cisco, window => Fitting(Party.Cisco, window, itu.Itu, window));

        Solution? Fitting(Party party, LoadWindow window, LoadWindow ofItu, LoadWindow ofCisco) =>
            input.Members.All(member => member.Party != party || input.Loads.GetValueOrDefault(member.Id) <= window.Most)
            && ReviewsOf(input, conflicts, ofItu, ofCisco) is { } reviews ? new Solution(found.Rank, reviews, ofItu, ofCisco) : null;
    }

    private static Solution Narrowest(Solution found, LoadWindow window, Func<LoadWindow, Solution?> fitting)
    {
        var (fails, fits, best) = (-1, window.Most - window.Least, found);
        while (fits - fails > 1)
        {
            var spread = fails + ((fits - fails) / 2);
            var narrower = Enumerable.Range(window.Least, window.Most - window.Least - spread + 1)
                .Select(least => fitting(new LoadWindow(least, least + spread))).FirstOrDefault(solution => solution is not null);
            (fails, fits, best) = narrower is null ? (spread, fits, best) : (fails, spread, narrower);
        }

        return best;
    }

    private static PlannedReview[]? ReviewsOf(AssignmentInput input, IReadOnlySet<MemberConflict> conflicts, LoadWindow ofItu, LoadWindow ofCisco)
    {
        var flow = new AssignmentFlow(input, conflicts);
        return flow.Fits(ofItu, ofCisco) ? [.. flow.Reviews().OrderBy(review => review.Candidacy).ThenBy(review => review.Member)] : null;
    }

    /// <summary>
    /// The first windows that fit a spread within parties, by growing overall spread. Where that is the greater,
    /// one party stands at the bottom and the other at the top; null when none fit.
    /// </summary>
    private static Solution? Search(AssignmentInput input, IReadOnlySet<MemberConflict> conflicts, int within)
    {
        for (var overall = 0; overall <= Highest(input); overall++)
        {
            foreach (var (ofItu, ofCisco) in Windows(input, within, overall))
            {
                if (ReviewsOf(input, conflicts, ofItu, ofCisco) is { } reviews)
                {
                    return new Solution((within, overall), reviews, ofItu, ofCisco);
                }
            }
        }

        return null;
    }

    private static IEnumerable<(LoadWindow Itu, LoadWindow Cisco)> Windows(
        AssignmentInput input, int within, int overall)
    {
        var loads = input.Members.ToLookup(member => member.Party, member => input.Loads.GetValueOrDefault(member.Id));
        int[] itu = [.. loads[Party.Itu]];
        int[] cisco = [.. loads[Party.Cisco]];
        var units = input.Candidacies.Count * input.ReviewsEach;
        for (var least = 0; least <= Highest(input); least++)
        {
            var bottom = new LoadWindow(least, least + Math.Min(within, overall));
            var top = new LoadWindow(least + overall - Math.Min(within, overall), least + overall);
            if (Holds(bottom, top))
            {
                yield return (bottom, top);
            }

            if (bottom != top && Holds(top, bottom))
            {
                yield return (top, bottom);
            }
        }

        bool Holds(LoadWindow ofItu, LoadWindow ofCisco) =>
            Array.TrueForAll(itu, before => before <= ofItu.Most) && Array.TrueForAll(cisco, before => before <= ofCisco.Most)
            && itu.Sum(before => ofItu.Less(before).Least) + cisco.Sum(before => ofCisco.Less(before).Least) <= units
            && units <= itu.Sum(before => ofItu.Less(before).Most) + cisco.Sum(before => ofCisco.Less(before).Most)
            && itu.Sum(before => ofItu.Less(before).Most) >= input.Candidacies.Count
            && cisco.Sum(before => ofCisco.Less(before).Most) >= input.Candidacies.Count;
    }

    private static MemberLoad[] LoadsOf(AssignmentInput input, IReadOnlyCollection<PlannedReview> reviews)
    {
        var counts = reviews.CountBy(review => review.Member).ToDictionary();
        return [.. input.Members.OrderBy(member => member.Party).ThenBy(member => member.Id)
            .Select(member => new MemberLoad(member.Id, member.Party, counts.GetValueOrDefault(member.Id), input.Loads.GetValueOrDefault(member.Id)))];
    }

    // nobody can have more than this, so no window is wider
    private static int Highest(AssignmentInput input) => input.Candidacies.Count + AllowedSpread + input.Members.Max(member => input.Loads.GetValueOrDefault(member.Id));

    private static int WithinParties(IEnumerable<MemberLoad> loads) =>
        loads.GroupBy(load => load.Party).Select(party => Overall([.. party])).DefaultIfEmpty().Max();

    private static int Overall(MemberLoad[] loads) =>
        loads.Length == 0 ? 0 : loads.Max(load => load.Total) - loads.Min(load => load.Total);

    private static MemberConflict[] Sorted(IEnumerable<MemberConflict> conflicts) =>
        [.. conflicts.OrderBy(conflict => conflict.Candidacy).ThenBy(conflict => conflict.Member)];

    private sealed record Solution((int Within, int Overall) Rank, PlannedReview[] Reviews, LoadWindow Itu, LoadWindow Cisco);
}
