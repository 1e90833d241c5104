using DtcPortal.Application.ReferenceData;
using DtcPortal.Domain.Common;
using DtcPortal.Domain.Phases;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>Phases, needs and presence.</summary>
public static partial class TestData
{
    /// <summary>A phase that began half a year ago, signed by both with its seats unless told otherwise; a later one has the cap by an amendment.</summary>
    public static async Task<Phase> CreatePhaseAsync(this PortalApp app, int number = 1, bool agreed = true, int? cap = Phase.FirstCap)
    {
        var now = app.Time.Now;
        var starts = DateOnly.FromDateTime(now.UtcDateTime).AddMonths(-6);
        var phase = new Phase(number, LocalizedText.Of($"Phase {number}", $"Phase {number} (fr)"), starts, starts.AddMonths(Phase.FirstMonths).AddDays(-1), now);
        if (agreed)
        {
            phase.Agree(now);
            if (number > 1 && cap is { } seats)
            {
                phase.Apply(phase.Propose(null, seats, "The results allow it.", earlierReviewed: true, now).Id, now);
            }
        }

        await app.StoreAsync(phase);
        return phase;
    }

    /// <summary>The needs of 2019 for a phase, signed by both unless told otherwise.</summary>
    public static async Task<NeedsAssessment> CreateNeedsAsync(this PortalApp app, Phase phase, bool agreed = true)
    {
        var definition = ReferenceCatalogue.Needs2019;
        var needs = new NeedsAssessment(phase.Id);
        needs.Set(definition.Index, definition.Source, definition.Year, definition.Regions.ToDictionary(need => need.Region, need => need.Need), reviewsAreOpen: false);
        if (agreed)
        {
            needs.Agree(app.Time.Now);
        }

        await app.StoreAsync(needs);
        return needs;
    }

    /// <summary>A list of countries in which a party is present, in force since a year, signed by both unless told otherwise.</summary>
    public static async Task<PresenceList> CreatePresenceAsync(this PortalApp app, Party party, IReadOnlyList<string> countries, bool agreed = true, DateTimeOffset? agreedAt = null)
    {
        var list = new PresenceList(party, DateOnly.FromDateTime(app.Time.Now.UtcDateTime).AddYears(-1), countries, app.Time.Now);
        if (agreed)
        {
            list.Agree(agreedAt ?? app.Time.Now);
        }

        await app.StoreAsync(list);
        return list;
    }
}
