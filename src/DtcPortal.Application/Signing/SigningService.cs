using System.Security.Cryptography;
using System.Text.Json;
using DtcPortal.Application.Accounts;
using DtcPortal.Application.Common;
using DtcPortal.Application.Storage;
using DtcPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DtcPortal.Application.Signing;

/// <summary>Keeps the sheets that both parties sign, and takes into effect what both have signed (product.md 1, rules.md 2).</summary>
public sealed class SigningService(PortalDbContext db, PortalClock clock, SignerRule signers, IEnumerable<IJointDecision> decisions)
{
    /// <summary>
    /// Writes down what the thing says now: the first version, or where it changed a new one that drops both signatures.
    /// Call it in the unit of work of each edit; it saves what was edited before.
    /// </summary>
    public Task<SignOffSheet> RefreshAsync(SignedKind kind, Guid subjectId, CancellationToken cancellationToken) =>
        db.AtomicallyAsync(
            async () =>
            {
                // what is being edited must be what is described
                await db.SaveChangesAsync(cancellationToken);
                var content = await DecisionOf(kind).DescribeAsync(subjectId, cancellationToken);
                var sheet = await WriteAsync(kind, subjectId, content, cancellationToken);
                if (sheet.IsComplete && content.IsReady && RevisesWhenComplete(kind))
                {
                    // saved again just as both signed it: it stands as agreed then
                    await DecisionOf(kind).TakeEffectAsync(subjectId, sheet.CompletedAt!.Value, cancellationToken);
                }

                return sheet;
            },
            cancellationToken);

    /// <summary>Writes down anew what waits for signatures in a call that has moved on: nobody is asked to sign what can no longer be signed.</summary>
    public Task RefreshWaitingAsync(Guid callId, CancellationToken cancellationToken) =>
        db.AtomicallyAsync(
            async () =>
            {
                await db.SaveChangesAsync(cancellationToken);
                var waiting = await db.SignOffSheets.Where(sheet => sheet.CallId == callId && sheet.CompletedAt == null && sheet.IsReady)
                    .Select(sheet => new { sheet.Kind, sheet.SubjectId }).ToListAsync(cancellationToken);
                foreach (var sheet in waiting)
                {
                    await RefreshAsync(sheet.Kind, sheet.SubjectId, cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>
    /// Signs for the signer's party; the second signature takes effect in the same transaction. Throws RuleBrokenException when another version
    /// was read, the party has signed, or the thing is not ready; ForbiddenException when the actor does not sign for a party.
    /// Returns whether both have signed now.
    /// </summary>
    public async Task<bool> SignAsync(SignRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var decision = DecisionOf(request.Kind);
        // a change that nobody refreshed is a new version, and stays one when the signature is refused
        await RefreshAsync(request.Kind, request.SubjectId, cancellationToken);
        return await db.AtomicallyAsync(
            async () =>
            {
                var content = await decision.DescribeAsync(request.SubjectId, cancellationToken);
                var party = await signers.RequireAsync(request.Actor, content.CallId, cancellationToken);
                Rule.Require(content.IsReady, content.Missing ?? new Message("Something is still missing here; it cannot be signed yet."));
                var sheet = await FindAsync(request.Kind, request.SubjectId, cancellationToken).OrNotFoundAsync();
                var now = clock.Now;
                if (!sheet.Sign(party, request.Actor.Id, request.Actor.Name, request.Number, now))
                {
                    return false;
                }

                await db.SaveChangesAsync(cancellationToken);
                await decision.TakeEffectAsync(request.SubjectId, now, cancellationToken);
                if (content.CallId is { } call && MovesTheCall(request.Kind))
                {
                    await RefreshWaitingAsync(call, cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    /// <summary>Drops the signatures of a version that is not complete, with a reason.</summary>
    public Task DisagreeAsync(DisagreeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return db.AtomicallyAsync(
            async () =>
            {
                var content = await DecisionOf(request.Kind).DescribeAsync(request.SubjectId, cancellationToken);
                await signers.RequireAsync(request.Actor, content.CallId, cancellationToken);
                var sheet = await FindAsync(request.Kind, request.SubjectId, cancellationToken).OrNotFoundAsync();
                sheet.Disagree(request.Reason, clock.Now);
            },
            cancellationToken);
    }

    /// <summary>Voids what somebody signed and is not complete, because they no longer sign: in one call, or anywhere when none is named.</summary>
    public async Task VoidAsync(Guid signerId, Guid? callId, CancellationToken cancellationToken)
    {
        var sheets = await db.SignOffSheets.Include(sheet => sheet.SignOffs)
            .Where(sheet => sheet.CompletedAt == null && (callId == null || sheet.CallId == callId)
                && sheet.SignOffs.Any(signOff => signOff.SignerId == signerId && signOff.DroppedAt == null))
            .ToListAsync(cancellationToken);
        sheets.ForEach(sheet => sheet.VoidOf(signerId, clock.Now));
        await db.SaveChangesAsync(cancellationToken);
    }

    internal IJointDecision DecisionOf(SignedKind kind) =>
        decisions.FirstOrDefault(decision => decision.Kind == kind) ?? throw new InvalidOperationException($"Nothing describes {kind}.");

    private async Task<SignOffSheet> WriteAsync(SignedKind kind, Guid subjectId, JointContent content, CancellationToken cancellationToken)
    {
        var fingerprint = FingerprintOf(content);
        var sheet = await FindAsync(kind, subjectId, cancellationToken);
        if (sheet is null)
        {
            sheet = new SignOffSheet(kind, subjectId, content.Lines, fingerprint, clock.Now);
            db.SignOffSheets.Add(sheet);
        }
        else if (!sheet.IsComplete || (content.IsReady && RevisesWhenComplete(kind)))
        {
            sheet.Revise(content.Lines, fingerprint, clock.Now);
        }

        sheet.Describe(content.Title, content.Address, content.CallId, content.IsReady);
        return sheet;
    }

    // these stay open to change after both have signed; the others have become history
    private static bool RevisesWhenComplete(SignedKind kind) => kind is SignedKind.CallRules or SignedKind.Needs or SignedKind.Targets;

    private static bool MovesTheCall(SignedKind kind) => kind is SignedKind.ScoringStart or SignedKind.DeliberationStart or SignedKind.Selection;

    private Task<SignOffSheet?> FindAsync(SignedKind kind, Guid subjectId, CancellationToken cancellationToken) =>
        db.SignOffSheets.Include(sheet => sheet.SignOffs).SingleOrDefaultAsync(sheet => sheet.Kind == kind && sheet.SubjectId == subjectId, cancellationToken);

    private static string FingerprintOf(JointContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content.Lines)));
}
