using System.Data.Common;
using DtcPortal.Application.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DtcPortal.Application.Auditing;

/// <summary>What checking the chain found.</summary>
/// <param name="Sealed">Entries that were checked.</param>
/// <param name="Unsealed">Entries that wait for their seal.</param>
/// <param name="BrokenAt">Number at which the chain breaks; null when it holds.</param>
public sealed record AuditVerdict(long Sealed, long Unsealed, long? BrokenAt);

/// <summary>Seals audit entries into a chain of hashes, in which one changed byte shows, and checks it.</summary>
public sealed class AuditChain(IDbContextFactory<PortalDbContext> contexts)
{
    private const int Batch = 500;

    /// <summary>Seals up to 500 entries in the order of writing; one process at a time. Returns how many.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.AuditEntries.AnyAsync(entry => entry.Sequence == null, cancellationToken))
        {
            return 0;
        }

        return await db.AtomicallyAsync(
            async () =>
            {
                // setting the head to itself locks it: who comes second waits, then sees what the first has sealed
                await db.AuditHeads.ExecuteUpdateAsync(update => update.SetProperty(head => head.Sequence, head => head.Sequence), cancellationToken);
                var head = await db.AuditHeads.SingleAsync(cancellationToken);
                var entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence == null).OrderBy(entry => entry.Id).Take(Batch).ToListAsync(cancellationToken);
                foreach (var entry in entries)
                {
                    entry.SealAs(head.Sequence + 1, head.Seal);
                    head.MoveTo(entry.Sequence!.Value, entry.Seal!);
                }

                await StoreSealsAsync(db, entries, cancellationToken);
                return entries.Count;
            },
            cancellationToken);
    }

    // one prepared statement: a save of tracked entries prepares one for each
    private static async Task StoreSealsAsync(PortalDbContext db, List<AuditEntry> entries, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = "UPDATE AuditEntries SET Sequence = @sequence, Seal = @seal WHERE Id = @id";
        var (sequence, seal, id) = (Parameter(command, "@sequence"), Parameter(command, "@seal"), Parameter(command, "@id"));
        foreach (var entry in entries)
        {
            (sequence.Value, seal.Value, id.Value) = (entry.Sequence, entry.Seal, entry.Id);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Reads the whole chain and compares each seal.</summary>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (sequence, seal) = (0L, AuditHead.FirstSeal);
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence != null).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (entry.Sequence != sequence + 1 || entry.Seal != entry.SealFor(sequence + 1, seal))
            {
                return new AuditVerdict(sequence, 0, sequence + 1);
            }

            (sequence, seal) = (entry.Sequence.Value, entry.Seal!);
        }

        // the last entries cut off would leave a chain that holds, but not up to its head
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var unsealed = await db.AuditEntries.LongCountAsync(entry => entry.Sequence == null, cancellationToken);
        return new AuditVerdict(sequence, unsealed, head.Sequence == sequence && head.Seal == seal ? null : sequence + 1);
    }
}
