using System.Globalization;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Candidacies;

/// <summary>A call whose row is held while a candidacy of it gets its number.</summary>
internal sealed record NumberingCall(Guid Id, CallStage Stage, DateTimeOffset OpensAt, DateTimeOffset DeadlineEndsAt, CandidacyForm Form, int Phase);

/// <summary>References of candidacies: DTC4-2026-0042 is phase, year, number within both.</summary>
internal static class CandidacyNumbers
{
    /// <summary>Holds the call: whoever starts a candidacy in it waits, so that no two take the same number.</summary>
    public static async Task<NumberingCall> LockAsync(PortalDbContext db, string slug, CancellationToken cancellationToken)
    {
        await db.Calls.Where(call => call.Slug == slug).ExecuteUpdateAsync(call => call.SetProperty(row => row.Stage, row => row.Stage), cancellationToken);
        return await db.Calls.AsNoTracking().Where(call => call.Slug == slug && call.Stage != CallStage.Draft)
            .Select(call => new NumberingCall(
                call.Id, call.Stage, call.OpensAt, call.DeadlineEndsAt, call.Form, db.Phases.Where(phase => phase.Id == call.PhaseId).Select(phase => phase.Number).First()))
            .SingleOrDefaultAsync(cancellationToken).OrNotFoundAsync();
    }

    /// <summary>The next reference.</summary>
    public static async Task<string> NextAsync(PortalDbContext db, int phase, int year, CancellationToken cancellationToken)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"DTC{phase}-{year}-");
        var last = await db.Candidacies.Where(candidacy => candidacy.Reference.StartsWith(prefix))
            .OrderByDescending(candidacy => candidacy.Reference.Length).ThenByDescending(candidacy => candidacy.Reference)
            .Select(candidacy => candidacy.Reference).FirstOrDefaultAsync(cancellationToken);
        var number = last is null ? 1 : int.Parse(last[prefix.Length..], CultureInfo.InvariantCulture) + 1;
        return prefix + number.ToString("D4", CultureInfo.InvariantCulture);
    }
}
