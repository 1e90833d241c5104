using DtcPortal.Domain.Common;

namespace DtcPortal.Domain.Committee;

/// <summary>Least and most reviews for each member of a party.</summary>
internal readonly record struct LoadWindow(int Least, int Most)
{
    /// <summary>What is left of it for a member who has some already.</summary>
    public LoadWindow Less(int before) => new(Math.Max(0, Least - before), Most - before);
}

/// <summary>
/// Assignment as a flow: each candidacy sends k units, at most k − 1 through each party (so at least one through the other),
/// at most one to a member without conflict, and each member takes a load within the party's window.
/// </summary>
internal sealed class AssignmentFlow
{
    private const int Source = 0;
    private const int Sink = 1;

    private readonly Guid[] _candidacies;
    private readonly PlannedMember[] _members;
    private readonly HashSet<MemberConflict> _conflicts;
    private readonly FlowNetwork _network;
    private readonly List<(int Arc, PlannedReview Review)> _reviews = [];
    private readonly int[] _loads;
    private readonly int[] _before;
    private readonly int _units;

    public AssignmentFlow(AssignmentInput input, IReadOnlySet<MemberConflict> conflicts)
    {
        _candidacies = [.. SeededOrder.Draw(input.Candidacies, input.Seed)];
        var drawn = SeededOrder.Draw(input.Members.Select(member => member.Id), SeededOrder.Derive(input.Seed, Guid.Empty));
        _members = [.. drawn.Join(input.Members, id => id, member => member.Id, (_, member) => member)];
        _conflicts = [.. conflicts];
        _units = _candidacies.Length * input.ReviewsEach;
        _network = new FlowNetwork(2 + (3 * _candidacies.Length) + _members.Length);
        for (var at = 0; at < _candidacies.Length; at++)
        {
            _network.AddArc(Source, NodeOf(at), input.ReviewsEach);
            foreach (var party in Enum.GetValues<Party>())
            {
                _network.AddArc(NodeOf(at), NodeOf(at, party), input.ReviewsEach - 1);
            }

            AddReviews(at, input.Seed);
        }

        _before = [.. _members.Select(member => input.Loads.GetValueOrDefault(member.Id))];
        _loads = [.. _members.Select((_, at) => _network.AddArc(MemberNode(at), Sink, 0))];
    }

    /// <summary>Whether all reviews find a member within the windows; the flow stays as far as it came.</summary>
    public bool Fits(LoadWindow itu, LoadWindow cisco)
    {
        var least = Widen(at => WindowOf(at).Least);
        var flow = _network.Augment(Source, Sink);
        if (flow < least)
        {
            return false;
        }

        Widen(at => WindowOf(at).Most - WindowOf(at).Least);
        return flow + _network.Augment(Source, Sink) == _units;

        LoadWindow WindowOf(int at) => (_members[at].Party == Party.Itu ? itu : cisco).Less(_before[at]);
    }

    /// <summary>The reviews that the flow assigns.</summary>
    public IEnumerable<PlannedReview> Reviews() =>
        _reviews.Where(review => _network.FlowOf(review.Arc) > 0).Select(review => review.Review);

    /// <summary>After a flow that did not fit: the conflicts that cut reviews still open from members they could reach.</summary>
    public IReadOnlyList<MemberConflict> ConflictsInTheWay(IReadOnlyCollection<MemberConflict> conflicts)
    {
        var reached = _network.ReachableFrom(Source);
        var at = _candidacies.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var members = _members.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);
        return [.. conflicts.Where(conflict =>
            at.TryGetValue(conflict.Candidacy, out var candidacy)
            && members.TryGetValue(conflict.Member, out var member)
            && reached[NodeOf(candidacy, _members[member].Party)]
            && !reached[MemberNode(member)])];
    }

    private int Widen(Func<int, int> by)
    {
        var sum = 0;
        for (var at = 0; at < _members.Length; at++)
        {
            _network.Raise(_loads[at], by(at));
            sum += by(at);
        }

        return sum;
    }

    private void AddReviews(int candidacy, long seed)
    {
        // an order of members for each candidacy, so that the same people do not always meet
        var order = Enumerable.Range(0, _members.Length).ToArray();
        SeededOrder.Shuffle(order, SeededOrder.Derive(seed, candidacy));
        foreach (var member in order)
        {
            var review = new PlannedReview(_candidacies[candidacy], _members[member].Id);
            if (!_conflicts.Contains(new MemberConflict(review.Candidacy, review.Member)))
            {
                _reviews.Add((_network.AddArc(NodeOf(candidacy, _members[member].Party), MemberNode(member), 1), review));
            }
        }
    }

    private static int NodeOf(int candidacy) => 2 + (3 * candidacy);

    private static int NodeOf(int candidacy, Party party) => NodeOf(candidacy) + (int)party;

    private int MemberNode(int member) => 2 + (3 * _candidacies.Length) + member;
}
