using System.Collections.Concurrent;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using DtcPortal.Domain.Committee;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Committee;

/// <summary>A criterion as reviewers see it.</summary>
/// <param name="Code">Such as C1.</param>
/// <param name="Name">A line.</param>
/// <param name="Description">What it asks.</param>
/// <param name="Weight">0–100.</param>
/// <param name="MinimumMillionths">Least mean, 0–5,000,000; null for none.</param>
/// <param name="Rubric">Six anchors, for 0 to 5.</param>
/// <param name="Sections">Codes of the sections that speak of it, the main one first.</param>
public sealed record RubricCriterion(
    string Code, LocalizedText Name, LocalizedText Description, int Weight, long? MinimumMillionths, IReadOnlyList<LocalizedText> Rubric, IReadOnlyList<string> Sections);

/// <summary>What a call's reviews are written by.</summary>
/// <param name="Criteria">In their order.</param>
/// <param name="Form">What candidacies were asked.</param>
public sealed record CallRubric(IReadOnlyList<RubricCriterion> Criteria, CandidacyForm Form)
{
    /// <summary>As the aggregation takes them.</summary>
    public IReadOnlyList<WeightedCriterion> Weights { get; } = [.. Criteria.Select(criterion => new WeightedCriterion(criterion.Code, criterion.Weight))];

    /// <summary>The criterion of a code; null when there is none.</summary>
    public RubricCriterion? Find(string? code) => Criteria.FirstOrDefault(criterion => criterion.Code == code);

    /// <summary>The criterion so many steps from another; null beyond an end and for an unknown one.</summary>
    public RubricCriterion? Neighbour(string code, int step)
    {
        foreach (var (index, criterion) in Criteria.Index())
        {
            if (criterion.Code == code)
            {
                return index + step >= 0 ? Criteria.ElementAtOrDefault(index + step) : null;
            }
        }

        return null;
    }
}

/// <summary>Criteria and forms of calls. Those of a published call never change, so they are read once in a process's life.</summary>
public sealed class CallRubrics
{
    private readonly ConcurrentDictionary<Guid, CallRubric> _published = new();

    /// <summary>The rubric of a call. Throws NotFoundException when there is no such call.</summary>
    public async Task<CallRubric> OfAsync(PortalDbContext db, Guid callId, CancellationToken cancellationToken)
    {
        if (_published.TryGetValue(callId, out var known))
        {
            return known;
        }

        ArgumentNullException.ThrowIfNull(db);
        var call = await db.Calls.AsNoTracking().Where(found => found.Id == callId)
            .Select(found => new { found.Stage, found.Form }).SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
        var criteria = await db.CallCriteria.AsNoTracking().Where(criterion => criterion.CallId == callId).OrderBy(criterion => criterion.Position)
            .Select(criterion => new RubricCriterion(
                criterion.Code, criterion.Name, criterion.Description, criterion.Weight, criterion.MinimumMillionths, criterion.Rubric, criterion.Sections))
            .ToListAsync(cancellationToken);
        var rubric = new CallRubric(criteria, call.Form);
        if (call.Stage > CallStage.Draft)
        {
            _published.TryAdd(callId, rubric);
        }

        return rubric;
    }
}
