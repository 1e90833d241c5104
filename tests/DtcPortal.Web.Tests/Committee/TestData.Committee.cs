using DtcPortal.Application.Accounts;
using DtcPortal.Application.Committee;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Candidacies;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>Conflicts, assignments and reviews.</summary>
public static partial class TestData
{
    /// <summary>The account as one who acts.</summary>
    public static Actor ActorOf(PortalUser user, params PortalRole[] roles) => new()
    {
        Id = user.Id,
        Name = user.DisplayName,
        Roles = roles.Length > 0 ? roles.ToHashSet() : new HashSet<PortalRole> { user.IsAlternate || user.Email!.Contains("member", StringComparison.Ordinal) ? PortalRole.CommitteeMember : PortalRole.CoChair },
        Party = user.Party,
        IsAlternate = user.IsAlternate,
    };

    /// <summary>Candidacies that screening found eligible, of different institutions; the countries are taken in turn.</summary>
    public static async Task<IReadOnlyList<Candidacy>> CreateEligibleAsync(this PortalApp app, Call call, int number = 1, params string[] countries)
    {
        var made = new List<Candidacy>();
        for (var index = 0; index < number; index++)
        {
            var candidacy = await app.CreateCandidacyAsync(call, country: countries.Length == 0 ? "KE" : countries[index % countries.Length]);
            made.Add(candidacy);
        }

        await app.WithDbAsync(async db =>
        {
            var ids = made.Select(candidacy => candidacy.Id).ToList();
            foreach (var candidacy in await db.Candidacies.Where(candidacy => ids.Contains(candidacy.Id)).ToListAsync())
            {
                candidacy.SetEligibility(Eligibility.Eligible);
            }

            await db.SaveChangesAsync();
        });
        return made;
    }

    /// <summary>All members of a call's committee have declared that they know of no conflict.</summary>
    public static Task DeclareAllAsync(this PortalApp app, Call call) => app.WithDbAsync(async db =>
    {
        foreach (var member in await db.CommitteeMembers.Where(member => member.CallId == call.Id).ToListAsync())
        {
            member.Declare(app.Now());
        }

        await db.SaveChangesAsync();
    });

    /// <summary>A conflict of a member with a candidacy, undecided unless said otherwise.</summary>
    public static async Task<ConflictOfInterest> CreateConflictAsync(this PortalApp app, Candidacy candidacy, PortalUser member, ConflictState state = ConflictState.Undecided)
    {
        var conflict = new ConflictOfInterest(candidacy.CallId, candidacy.Id, member.Id, member.Party!.Value, member.DisplayName, "My sister works there.", isFlagged: false, app.Now());
        if (state != ConflictState.Undecided)
        {
            conflict.Decide(state == ConflictState.Upheld, "It is close.", member.Party.Value.Other(), "Co-chair", app.Now());
        }

        await app.StoreAsync(conflict);
        return conflict;
    }

    /// <summary>Standing assignments of candidacies to members, in that order.</summary>
    public static async Task AssignAsync(this PortalApp app, Call call, IEnumerable<Candidacy> candidacies, params PortalUser[] members)
    {
        var batch = new AssignmentBatch(call.Id, 0, 0, "manager", app.Now());
        batch.TakeEffect(app.Now());
        var position = 0;
        var made = new List<object> { batch };
        foreach (var candidacy in candidacies)
        {
            position++;
            made.AddRange(members.Select(member => new ReviewAssignment(batch.Id, call.Id, candidacy.Id, member.Id, member.Party!.Value, position, app.Now())));
        }

        await app.StoreAsync([.. made]);
        await app.WithDbAsync(async db =>
        {
            var ids = candidacies.Select(candidacy => candidacy.Id).ToList();
            foreach (var candidacy in await db.Candidacies.Where(candidacy => ids.Contains(candidacy.Id)).ToListAsync())
            {
                candidacy.SetReviewCounts(candidacy.ReviewsAssigned + members.Length, candidacy.ReviewsSubmitted);
            }

            await db.SaveChangesAsync();
        });
    }

    /// <summary>
    /// Submitted reviews of a candidacy of a call in scoring, one by each member, who gives each criterion the score that is named for them;
    /// assigns them first. Without members: members 1 and 2 of ITU and 3 of Cisco, who give 4, 3 and 5.
    /// </summary>
    public static async Task CreateReviewsAsync(this PortalApp app, Call call, Candidacy candidacy, params (PortalUser Member, int Score)[] reviews)
    {
        var people = await app.CommitteeAsync();
        reviews = reviews.Length > 0 ? reviews : [(people.Members[0], 4), (people.Members[1], 3), (people.Members[2], 5)];
        await app.AssignAsync(call, [candidacy], [.. reviews.Select(review => review.Member)]);
        await app.WithAsync<ReviewService>(service => service.SubmitWholeAsync(
            new SubmitWholeReviews
            {
                Slug = call.Slug,
                Reviews = [.. reviews.Select(review => new WholeReview(candidacy.Reference, review.Member.Id, Scores(call, _ => review.Score), "Between us.", "Thank you."))],
            },
            CancellationToken.None));
    }

    /// <summary>A score with a reason for each criterion of a call.</summary>
    public static Dictionary<string, (int Score, string Reason)> Scores(Call call, Func<string, int> score) =>
        call.Criteria.ToDictionary(criterion => criterion.Code, criterion => (score(criterion.Code), $"As the section on {criterion.Code} shows."));
}
