using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Signing;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>
/// An assignment whose loads differ by more than the rules ask, or with another number of reviews than the call says: both confirm it (rules.md 8).
/// The plan is made again from its seed each time it is read, so that a conflict declared meanwhile is a new version.
/// </summary>
public sealed class AssignmentSpreadDecision(PortalDbContext db, AssignmentPlanning planning, AssignmentMaker maker) : IJointDecision
{
    /// <inheritdoc />
    public SignedKind Kind => SignedKind.AssignmentSpread;

    /// <inheritdoc />
    public async Task<JointContent> DescribeAsync(Guid subjectId, CancellationToken cancellationToken)
    {
        var batch = await (
            from one in db.AssignmentBatches.AsNoTracking()
            where one.Id == subjectId
            join call in db.Calls on one.CallId equals call.Id
            select new { one.CallId, one.ReviewsEach, one.Seed, one.EffectiveAt, one.UndoneAt, call.Slug, call.Title, call.Stage, Agreed = call.ReviewsEach })
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var planned = await planning.PlanAsync(batch.CallId, batch.ReviewsEach, batch.Seed, cancellationToken);
        var isReady = batch.EffectiveAt is null && batch.UndoneAt is null && batch.Stage is CallStage.Screening or CallStage.Scoring
            && planned.Plan is { Obstacle: not AssignmentObstacle.TooFewMembers } && planned.Undeclared.Count == 0;
        return new JointContent(
            new Message("Sign the assignment of reviews of {0}", batch.Title), $"/committee/calls/{batch.Slug}", Lines(planned, batch.Agreed, batch.Seed), batch.CallId, isReady);
    }

    /// <inheritdoc />
    public async Task TakeEffectAsync(Guid subjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var batch = await db.AssignmentBatches.SingleAsync(found => found.Id == subjectId, cancellationToken);
        var planned = await planning.PlanAsync(batch.CallId, batch.ReviewsEach, batch.Seed, cancellationToken);
        AssignmentMaker.RequirePossible(planned);
        await maker.MakeAsync(batch, planned, cancellationToken);
    }

    private static List<SignedLine> Lines(PlannedAssignment planned, int agreed, long seed)
    {
        var lines = new List<SignedLine>
        {
            new("Candidacies to review", Number(planned.Candidacies.Count)),
            new("Reviews for each candidacy", Number(planned.ReviewsEach)),
            new("Reviews for each candidacy by the call's rules", Number(agreed)),
            new("Seed", seed.ToString(CultureInfo.InvariantCulture)),
        };
        if (planned.Plan is { } plan)
        {
            lines.Add(new("Greatest difference of loads within a party", Number(plan.SpreadWithinParties)));
            var names = planned.Reviewers.ToDictionary(reviewer => reviewer.UserId, reviewer => reviewer.Name);
            lines.AddRange(plan.Loads.Select(load => new SignedLine("Reviews of a member", Number(load.Total), names[load.Member])));
        }

        return lines;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
