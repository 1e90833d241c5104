using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DtcPortal.Application.Storage;

/// <summary>
/// Lets the writers of this process into SQLite one after the other, instead of each polling a locked file: a worst wait of milliseconds, not a second.
/// Writers of other processes still wait by busy_timeout.
/// </summary>
internal sealed class SqliteWriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentDictionary<DbConnection, bool> _inside = new(ReferenceEqualityComparer.Instance);

    public SqliteWriteGate() => (Transactions, Connections) = (new TransactionWatch(this), new ConnectionWatch(this));

    public IDbTransactionInterceptor Transactions { get; }

    public IDbConnectionInterceptor Connections { get; }

    public void Dispose() => _gate.Dispose();

    private void Enter(DbConnection connection)
    {
        if (!_inside.ContainsKey(connection))
        {
            _gate.Wait();
            _inside[connection] = true;
        }
    }

    private async Task EnterAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!_inside.ContainsKey(connection))
        {
            await _gate.WaitAsync(cancellationToken);
            _inside[connection] = true;
        }
    }

    private void Leave(DbConnection? connection)
    {
        if (connection is not null && _inside.TryRemove(connection, out _))
        {
            _gate.Release();
        }
    }

    private sealed class TransactionWatch(SqliteWriteGate gate) : DbTransactionInterceptor
    {
        public override InterceptionResult<DbTransaction> TransactionStarting(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
        {
            gate.Enter(connection);
            return result;
        }

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            await gate.EnterAsync(connection, cancellationToken);
            return result;
        }

        public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => gate.Leave(ConnectionOf(eventData));

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            gate.Leave(ConnectionOf(eventData));
            return Task.CompletedTask;
        }

        public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => gate.Leave(ConnectionOf(eventData));

        public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            gate.Leave(ConnectionOf(eventData));
            return Task.CompletedTask;
        }

        private static DbConnection? ConnectionOf(TransactionEndEventData eventData) => eventData.Context?.Database is { } database
            ? Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(database)
            : null;
    }

    // a transaction that is disposed of without a commit announces nothing, but its connection closes
    private sealed class ConnectionWatch(SqliteWriteGate gate) : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
        {
            gate.Leave(connection);
            return result;
        }

        public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
        {
            gate.Leave(connection);
            return ValueTask.FromResult(result);
        }
    }
}
