using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using DtcPortal.Application.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DtcPortal.Web.Floor;

/// <summary>
/// What the pages are measured against, in the benchmark's build only: the same data by hand-written SQL and the bare driver, written as text and
/// filled up to as many bytes as the page has.
/// </summary>
internal static class FloorEndpoints
{
    private const string QueriesHeader = "X-Queries";
    private const string ParameterOfId = "$id";

    private static readonly byte[] Separator = " "u8.ToArray();

    public static void AddFloor(this WebApplicationBuilder builder) => builder.Services.AddSingleton<IInterceptor, QueryCounter>();

    public static void MapFloor(this WebApplication app)
    {
        foreach (var (name, statements) in FloorStatements.ByPage)
        {
            app.MapGet($"/floor/{name}", (HttpContext context, DatabaseOptions database, Guid id, int bytes) => ReadAsync(context, database, statements, id, bytes)).AllowAnonymous();
        }

        app.MapPost("/floor/save", SaveAsync).AllowAnonymous();
    }

    public static void UseQueryCount(this WebApplication app) => app.Use((context, next) =>
    {
        var counted = QueryCounter.Start();
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[QueriesHeader] = counted.Value.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static async Task ReadAsync(HttpContext context, DatabaseOptions database, string[] statements, Guid id, int bytes)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes;
        var body = context.Response.BodyWriter;
        var left = bytes;
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(context.RequestAborted);
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.Parameters.AddWithValue(ParameterOfId, id.ToString().ToUpperInvariant());
            await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
            while (await reader.ReadAsync(context.RequestAborted))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    left -= Write(body, reader.IsDBNull(column) ? string.Empty : reader.GetString(column), left);
                }
            }
        }

        body.GetSpan(left)[..left].Fill(Separator[0]);
        body.Advance(left);
        await body.FlushAsync(context.RequestAborted);
    }

    // what the page has no room for is read all the same
    private static int Write(PipeWriter body, string text, int left)
    {
        if (Encoding.UTF8.GetByteCount(text) + Separator.Length > left)
        {
            return 0;
        }

        var written = (int)Encoding.UTF8.GetBytes(text, body) + Separator.Length;
        body.Write(Separator);
        return written;
    }

    // what the page does: find the draft, write score and version, tell the audit
    private static async Task<IResult> SaveAsync(HttpContext context, DatabaseOptions database, Guid id)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(context.RequestAborted);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 30000; PRAGMA foreign_keys = ON;";
        await command.ExecuteNonQueryAsync(context.RequestAborted);
        command.CommandText =
            """
            SELECT r.Id, r.Version, s.Id FROM Candidacies c JOIN Calls k ON k.Id = c.CallId JOIN ReviewAssignments a ON a.CandidacyId = c.Id AND a.RemovedAt IS NULL
            JOIN Reviews r ON r.AssignmentId = a.Id JOIN CriterionScores s ON s.ReviewId = r.Id AND s.Criterion = 'C5' WHERE c.Id = $id ORDER BY a.Position LIMIT 1
            """;
        command.Parameters.AddWithValue(ParameterOfId, id.ToString().ToUpperInvariant());
        string review;
        string score;
        await using (var reader = await command.ExecuteReaderAsync(context.RequestAborted))
        {
            await reader.ReadAsync(context.RequestAborted);
            (review, score) = (reader.GetString(0), reader.GetString(2));
        }

        await using var transaction = connection.BeginTransaction();
        command.Transaction = transaction;
        command.CommandText =
            """
            UPDATE CriterionScores SET Value = 4, Reason = $reason WHERE Id = $score;
            UPDATE Reviews SET Version = Version + 1, SavedAt = $now WHERE Id = $review;
            INSERT INTO AuditEntries (Id, At, ActorName, Action, Entity, EntityId, Changes) VALUES ($audit, $now, 'Floor', 2, 'CriterionScore', $score, $reason);
            """;
        command.Parameters.AddWithValue("$reason", form["reason"].ToString());
        command.Parameters.AddWithValue("$score", score);
        command.Parameters.AddWithValue("$review", review);
        command.Parameters.AddWithValue("$audit", Guid.CreateVersion7().ToString().ToUpperInvariant());
        command.Parameters.AddWithValue("$now", TimeProvider.System.GetTimestamp());
        await command.ExecuteNonQueryAsync(context.RequestAborted);
        await transaction.CommitAsync(context.RequestAborted);
        return Results.Json(new { version = 1, savedAt = "2024-05-02T09:00:00+00:00" });
    }

    private sealed class QueryCounter : DbCommandInterceptor
    {
        private static readonly AsyncLocal<Count?> Current = new();

        public static Count Start() => Current.Value = new Count();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Add();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Add();
            return ValueTask.FromResult(result);
        }

        private static void Add()
        {
            if (Current.Value is { } count)
            {
                count.Value++;
            }
        }

        internal sealed class Count
        {
            public int Value { get; set; }
        }
    }
}
