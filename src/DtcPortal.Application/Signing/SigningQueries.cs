using DtcPortal.Application.Accounts;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Signing;

/// <summary>A signature that stands.</summary>
/// <param name="SignerName">Who signed.</param>
/// <param name="SignedAt">When.</param>
public sealed record StandingSignature(string SignerName, DateTimeOffset SignedAt);

/// <summary>A line that differs from the version before.</summary>
/// <param name="Label">What it is, in English.</param>
/// <param name="Subject">Which one of several.</param>
/// <param name="Before">Its value before; null when it is new.</param>
/// <param name="After">Its value now; null when it is gone.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangedLine(string Label, string? Subject, string? Before, string? After, string? Reason);

/// <summary>What the signing part of a page shows.</summary>
public sealed record SigningView
{
    /// <summary>What kind of thing.</summary>
    public required SignedKind Kind { get; init; }

    /// <summary>The thing.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The version.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>When the version was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When both had signed; null before.</summary>
    public required DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What is signed.</summary>
    public required IReadOnlyList<SignedLine> Lines { get; init; }

    /// <summary>What changed since the version before.</summary>
    public required IReadOnlyList<ChangedLine> Changes { get; init; }

    /// <summary>ITU's signature; null while it is missing.</summary>
    public required StandingSignature? Itu { get; init; }

    /// <summary>Cisco's signature; null while it is missing.</summary>
    public required StandingSignature? Cisco { get; init; }

    /// <summary>Why the signatures of the last version were dropped; null when none were.</summary>
    public required string? DroppedBecause { get; init; }

    /// <summary>The party for which the reader may sign; null when they may not.</summary>
    public required Party? SignsFor { get; init; }

    /// <summary>Whether both have signed.</summary>
    public bool IsComplete => CompletedAt is not null;

    /// <summary>Whether the reader's signature is the next thing.</summary>
    public bool AwaitsReader => SignsFor is { } party && !IsComplete && SignatureOf(party) is null;

    /// <summary>A party's signature; null while it is missing.</summary>
    public StandingSignature? SignatureOf(Party party) => party == Party.Itu ? Itu : Cisco;
}

/// <summary>Reads sheets.</summary>
public sealed class SigningQueries(PortalDbContext db, SignerRule signers)
{
    /// <summary>The sheet of a thing for a reader; null when it was never put to be signed.</summary>
    /// <param name="kind">What kind of thing.</param>
    /// <param name="subjectId">The thing.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="callId">The call whose conflicts keep a co-chair from signing; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<SigningView?> ViewAsync(SignedKind kind, Guid subjectId, Actor reader, Guid? callId, CancellationToken cancellationToken)
    {
        var sheet = await db.SignOffSheets.AsNoTracking().Include(found => found.SignOffs)
            .SingleOrDefaultAsync(found => found.Kind == kind && found.SubjectId == subjectId, cancellationToken);
        return sheet is null ? null : ViewOf(sheet, reader, await signers.AllowsAsync(reader, callId, cancellationToken));
    }

    /// <summary>The sheets of several things of one page, by kind and thing; those that were never put to be signed are left out.</summary>
    /// <param name="subjectIds">The things.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="callId">The call whose conflicts keep a co-chair from signing; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyDictionary<(SignedKind Kind, Guid SubjectId), SigningView>> ViewsAsync(
        IReadOnlyCollection<Guid> subjectIds, Actor reader, Guid? callId, CancellationToken cancellationToken)
    {
        var sheets = await db.SignOffSheets.AsNoTracking().Include(found => found.SignOffs)
            .Where(found => subjectIds.Contains(found.SubjectId)).ToListAsync(cancellationToken);
        var signs = sheets.Count > 0 && await signers.AllowsAsync(reader, callId, cancellationToken);
        return sheets.ToDictionary(sheet => (sheet.Kind, sheet.SubjectId), sheet => ViewOf(sheet, reader, signs));
    }

    /// <summary>Lines that differ, in the order of the version now; those that are gone come last.</summary>
    public static IReadOnlyList<ChangedLine> Compare(IReadOnlyList<SignedLine> before, IReadOnlyList<SignedLine> now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        if (before.Count == 0)
        {
            return [];
        }

        var old = before.GroupBy(line => (line.Label, line.Subject)).ToDictionary(group => group.Key, group => group.First());
        var current = now.Select(line => (line.Label, line.Subject)).ToHashSet();
        return
        [
            .. now.Where(line => old.GetValueOrDefault((line.Label, line.Subject))?.Value != line.Value)
                .Select(line => new ChangedLine(line.Label, line.Subject, old.GetValueOrDefault((line.Label, line.Subject))?.Value, line.Value, line.Reason)),
            .. before.Where(line => !current.Contains((line.Label, line.Subject)))
                .Select(line => new ChangedLine(line.Label, line.Subject, line.Value, null, line.Reason)),
        ];
    }

    private static SigningView ViewOf(SignOffSheet sheet, Actor reader, bool signs) => new()
    {
        Kind = sheet.Kind,
        SubjectId = sheet.SubjectId,
        Number = sheet.Number,
        Fingerprint = sheet.Fingerprint,
        MadeAt = sheet.MadeAt,
        CompletedAt = sheet.CompletedAt,
        Lines = sheet.Lines,
        Changes = Compare(sheet.PreviousLines, sheet.Lines),
        Itu = SignatureOf(sheet, Party.Itu),
        Cisco = SignatureOf(sheet, Party.Cisco),
        DroppedBecause = sheet.SignOffs.Where(signOff => signOff.DroppedAt is not null).MaxBy(signOff => signOff.DroppedAt)?.DroppedBecause,
        SignsFor = signs ? reader.Party : null,
    };

    private static StandingSignature? SignatureOf(SignOffSheet sheet, Party party) =>
        sheet.StandingOf(party) is { } signOff ? new StandingSignature(signOff.SignerName, signOff.SignedAt) : null;
}
