using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DtcPortal.Domain.Tests.Committee;

public sealed class AssignmentPlannerTests
{
    [Fact]
    public void Plan_SixtyCandidaciesFourMembersWithConflicts_MeetsEveryRule()
    {
        var input = Input(candidacies: 60, itu: 2, cisco: 2, reviewsEach: 3,
            (0, 0), (1, 0), (7, 1), (8, 2), (20, 3), (33, 0), (34, 2), (59, 3));

        var plan = AssignmentPlanner.Plan(input);

        Assert.True(plan.IsBalanced);
        AssertSound(input, plan);
        Assert.All(plan.Loads, load => Assert.Equal(45, load.Reviews));
    }

    [Fact]
    public void Plan_OneMemberAgainstFive_BalancesWithinThePartyAndAsFarAsNumbersAllow()
    {
        var input = Input(candidacies: 10, itu: 1, cisco: 5, reviewsEach: 3);

        var plan = AssignmentPlanner.Plan(input);

        Assert.True(plan.IsBalanced);
        Assert.Equal([10, 4, 4, 4, 4, 4], plan.Loads.Select(load => load.Reviews));
        Assert.Equal((0, 6), (plan.SpreadWithinParties, plan.SpreadOverall));
    }

    [Fact]
    public void Plan_WhenACandidacyHasNoFreeMemberOfAParty_NamesItAndItsConflicts()
    {
        var input = Input(candidacies: 4, itu: 2, cisco: 2, reviewsEach: 2, (1, 0), (1, 1), (2, 3));

        var plan = AssignmentPlanner.Plan(input);

        Assert.Equal(AssignmentObstacle.TooFewMembers, plan.Obstacle);
        Assert.Empty(plan.Reviews);
        Assert.Equal([Candidacy(1)], plan.BlockedCandidacies);
        Assert.Equal([new MemberConflict(Candidacy(1), Member(0)), new MemberConflict(Candidacy(1), Member(1))], plan.BlockingConflicts);
    }

    [Fact]
    public void Plan_WhenConflictsKeepLoadsApart_NamesThemAndOffersTheSmallestSpread()
    {
        var conflicts = Enumerable.Range(0, 8).Select(candidacy => (candidacy, 0)).ToArray();
        var input = Input(candidacies: 10, itu: 2, cisco: 2, reviewsEach: 2, conflicts);

        var plan = AssignmentPlanner.Plan(input);

        Assert.Equal(AssignmentObstacle.LoadsApart, plan.Obstacle);
        AssertSound(input, plan);
        Assert.Equal([2, 8, 5, 5], plan.Loads.Select(load => load.Reviews));
        Assert.Equal(6, plan.SpreadWithinParties);
        Assert.Equal(Enumerable.Range(0, 8).Select(at => new MemberConflict(Candidacy(at), Member(0))), plan.BlockingConflicts);
        Assert.Equal(Enumerable.Range(0, 8).Select(Candidacy), plan.BlockedCandidacies);
    }

    [Fact]
    public void Plan_WithTooFewMembersAtAll_NamesEveryCandidacyAndNoConflict()
    {
        var plan = AssignmentPlanner.Plan(Input(candidacies: 3, itu: 1, cisco: 1, reviewsEach: 3));

        Assert.Equal(AssignmentObstacle.TooFewMembers, plan.Obstacle);
        Assert.Equal(3, plan.BlockedCandidacies.Count);
        Assert.Empty(plan.BlockingConflicts);
    }

    [Fact]
    public void Plan_WithReviewsAssignedBefore_BalancesTheWhole()
    {
        var input = Input(candidacies: 4, itu: 2, cisco: 2, reviewsEach: 3) with
        {
            Loads = new Dictionary<Guid, int> { [Member(0)] = 10, [Member(1)] = 8, [Member(2)] = 9, [Member(3)] = 9 },
        };

        var plan = AssignmentPlanner.Plan(input);

        Assert.True(plan.IsBalanced);
        AssertSound(input, plan);
        Assert.Equal([12, 12, 12, 12], plan.Loads.Select(load => load.Total));
    }

    [Fact]
    public void Plan_WhenEarlierLoadsAreApart_NeedsNobodysConsent()
    {
        var input = Input(candidacies: 1, itu: 2, cisco: 2, reviewsEach: 2) with { Loads = new Dictionary<Guid, int> { [Member(0)] = 9 } };

        var plan = AssignmentPlanner.Plan(input);

        Assert.True(plan.IsBalanced);
        Assert.Equal(0, plan.Loads.Single(load => load.Member == Member(0)).Reviews);
    }

    [Fact]
    public void Plan_OneReviewEach_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AssignmentPlanner.Plan(Input(1, 1, 1, 1)));

    [Fact]
    public void Plan_AnotherSeed_GivesAnotherPlan()
    {
        var input = Input(candidacies: 60, itu: 2, cisco: 2, reviewsEach: 3);

        Assert.NotEqual(AssignmentPlanner.Plan(input).Reviews, AssignmentPlanner.Plan(input with { Seed = 8 }).Reviews);
    }

    [Fact]
    public void Plan_OfAnything_IsSoundAndBalancedOrNamesWhatBlocks() => Check(input =>
    {
        var plan = AssignmentPlanner.Plan(input);
        if (plan.Obstacle == AssignmentObstacle.TooFewMembers)
        {
            return plan.BlockedCandidacies.Count > 0 && plan.Reviews.Count == 0;
        }

        AssertSound(input, plan);
        return plan.IsBalanced ? plan.SpreadWithinParties <= 1 : plan.BlockingConflicts.Count > 0 && plan.BlockedCandidacies.Count > 0;
    });

    [Fact]
    public void Plan_InAnyOrderOfInput_IsTheSame() => Check(input =>
    {
        var turned = input with
        {
            Candidacies = [.. input.Candidacies.Reverse()],
            Members = [.. input.Members.Reverse()],
            Conflicts = [.. input.Conflicts.Reverse()],
        };
        var left = AssignmentPlanner.Plan(input);
        var right = AssignmentPlanner.Plan(turned);
        return left.Obstacle == right.Obstacle && left.Reviews.SequenceEqual(right.Reviews) && left.Loads.SequenceEqual(right.Loads);
    });

    [Fact]
    public void Plan_OfFewCandidacies_HasTheSmallestSpreadThatTryingAllFinds() => Check(input =>
    {
        var plan = AssignmentPlanner.Plan(input);
        var best = SmallestSpread(input);
        return best is null
            ? plan.Obstacle == AssignmentObstacle.TooFewMembers
            : (Math.Max(1, plan.SpreadWithinParties), plan.SpreadOverall) == best;
    }, mostCandidacies: 4);

    private static (int Within, int Overall)? SmallestSpread(AssignmentInput input)
    {
        var members = input.Members.ToArray();
        var conflicts = input.Conflicts.ToHashSet();
        var loads = new HashSet<string> { new('\0', members.Length) };
        foreach (var candidacy in input.Candidacies)
        {
            var choices = Enumerable.Range(0, 1 << members.Length)
                .Select(mask => members.Index().Where(member => (mask >> member.Index & 1) == 1).ToArray())
                .Where(chosen => chosen.Length == input.ReviewsEach
                    && chosen.DistinctBy(member => member.Item.Party).Count() == 2
                    && chosen.All(member => !conflicts.Contains(new MemberConflict(candidacy, member.Item.Id))))
                .Select(chosen => chosen.Select(member => member.Index).ToHashSet())
                .ToArray();
            loads = [.. from load in loads
                        from choice in choices
                        select string.Concat(load.Select((count, at) => (char)(choice.Contains(at) ? count + 1 : count)))];
        }

        return loads.Count == 0 ? null : loads.Min(load => (
            Math.Max(1, members.Index().GroupBy(member => member.Item.Party)
                .Max(party => party.Max(member => load[member.Index]) - party.Min(member => load[member.Index]))),
            load.Max() - load.Min()));
    }

    private static void AssertSound(AssignmentInput input, AssignmentPlan plan)
    {
        var party = input.Members.ToDictionary(member => member.Id, member => member.Party);
        Assert.Equal(plan.Reviews.Count, plan.Reviews.Distinct().Count());
        foreach (var candidacy in input.Candidacies)
        {
            var reviews = plan.Reviews.Where(review => review.Candidacy == candidacy).ToArray();
            Assert.Equal(input.ReviewsEach, reviews.Length);
            Assert.Equal(2, reviews.Select(review => party[review.Member]).Distinct().Count());
        }

        Assert.Empty(plan.Reviews.Select(review => new MemberConflict(review.Candidacy, review.Member)).Intersect(input.Conflicts));
        Assert.All(plan.Loads, load => Assert.Equal(plan.Reviews.Count(review => review.Member == load.Member), load.Reviews));
    }

    private static void Check(Func<AssignmentInput, bool> property, int mostCandidacies = 12)
    {
        var inputs =
            from candidacies in Gen.Choose(1, mostCandidacies)
            from itu in Gen.Choose(1, 3)
            from cisco in Gen.Choose(1, 3)
            from reviewsEach in Gen.Choose(2, 3)
            from share in Gen.Choose(0, 40)
            from dice in Gen.Choose(0, 99).ArrayOf(candidacies * (itu + cisco))
            select Input(candidacies, itu, cisco, reviewsEach,
                [.. dice.Index().Where(die => die.Item < share).Select(die => (die.Index / (itu + cisco), die.Index % (itu + cisco)))]);
        Prop.ForAll(inputs.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static AssignmentInput Input(int candidacies, int itu, int cisco, int reviewsEach, params (int Candidacy, int Member)[] conflicts) => new()
    {
        Candidacies = [.. Enumerable.Range(0, candidacies).Select(Candidacy)],
        Members = [.. Enumerable.Range(0, itu + cisco).Select(at => new PlannedMember(Member(at), at < itu ? Party.Itu : Party.Cisco))],
        Conflicts = [.. conflicts.Select(conflict => new MemberConflict(Candidacy(conflict.Candidacy), Member(conflict.Member)))],
        ReviewsEach = reviewsEach,
        Seed = 7,
    };

    private static Guid Candidacy(int at) => new(at + 1, 1, 0, new byte[8]);

    private static Guid Member(int at) => new(at + 1, 2, 0, new byte[8]);
}
