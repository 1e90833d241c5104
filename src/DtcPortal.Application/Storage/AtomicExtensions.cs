using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MySqlConnector;

namespace DtcPortal.Application.Storage;

/// <summary>Several steps as one transaction.</summary>
public static class AtomicExtensions
{
    private const int Attempts = 5;

    /// <summary>
    /// Runs the steps in one transaction and saves; inside of another one they become part of it. What another writer stood in the way of is
    /// done again from the start with nothing tracked, so the steps load what they change themselves.
    /// </summary>
    public static async Task<T> AtomicallyAsync<T>(this PortalDbContext db, Func<Task<T>> steps, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            var inner = await steps();
            await db.SaveChangesAsync(cancellationToken);
            return inner;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
                return await WithinAsync(db, transaction, steps, cancellationToken);
            }
            catch (Exception exception) when (attempt < Attempts && IsInTheWay(exception))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>As above, without a result.</summary>
    public static Task AtomicallyAsync(this PortalDbContext db, Func<Task> steps, CancellationToken cancellationToken) =>
        db.AtomicallyAsync(
            async () =>
            {
                await steps();
                return true;
            },
            cancellationToken);

    /// <summary>Saves what a form made by its own key. Where the same form, sent twice at once, has stored it, nothing more is stored.</summary>
    /// <param name="db">The database.</param>
    /// <param name="isStored">Whether it is there as it was to be stored.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task SaveOnceAsync(this PortalDbContext db, Func<Task<bool>> isStored, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            if (!await isStored())
            {
                throw;
            }
        }
    }

    /// <summary>Whether a unique key refused a row, whichever database says so and however it is wrapped.</summary>
    public static bool IsDuplicate(this Exception exception) => Root(exception) switch
    {
        MySqlException mySql => mySql.ErrorCode == MySqlErrorCode.DuplicateKeyEntry,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        _ => false,
    };

    private static async Task<T> WithinAsync<T>(PortalDbContext db, IDbContextTransaction transaction, Func<Task<T>> steps, CancellationToken cancellationToken)
    {
        T result;
        try
        {
            result = await steps();
            await db.SaveChangesAsync(cancellationToken);
        }
        catch
        {
            // said aloud: an abandoned transaction announces nothing, and on a connection that stays open the next writer would wait for ever
            await transaction.RollbackAsync(CancellationToken.None);
            throw;
        }

        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    // deadlock, lock wait, changed since read; busy, locked
    private static bool IsInTheWay(Exception exception) => Root(exception) switch
    {
        MySqlException mySql => (int)mySql.ErrorCode is 1213 or 1205 or 1020,
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6,
        _ => false,
    };

    private static Exception? Root(Exception exception) =>
        exception is DbUpdateException { InnerException: { } inner } ? Root(inner) : exception is InvalidOperationException { InnerException: { } wrapped } ? Root(wrapped) : exception;
}
