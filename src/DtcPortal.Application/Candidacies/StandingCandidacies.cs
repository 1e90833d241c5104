using DtcPortal.Application.Storage;
using DtcPortal.Domain.Candidacies;

namespace DtcPortal.Application.Candidacies;

/// <summary>Candidacies that a call has to decide on.</summary>
internal static class StandingCandidacies
{
    /// <summary>Those submitted that are not ineligible, and those that a longer deadline still lets be submitted.</summary>
    public static IQueryable<Candidacy> Of(PortalDbContext db, DateTimeOffset now) => db.Candidacies.Where(candidacy =>
        (candidacy.State == CandidacyState.Submitted && candidacy.Eligibility != Eligibility.Ineligible) || candidacy.ExtendedUntil > now);
}
