using System.Data.Common;
using System.Globalization;
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

    private static readonly Dictionary<string, string[]> Statements = new()
    {
        ["list"] =
        [
            "SELECT count(*) FROM Candidacies WHERE CallId = $id AND State = 2",
            """
            SELECT c.Reference, i.Name, c.Country, c.State, c.Eligibility, c.ReviewsAssigned, c.ReviewsSubmitted, c.ScoreMillionths, c.ItuMillionths, c.CiscoMillionths, c.SubmittedAt
            FROM Candidacies c JOIN Institutions i ON i.Id = c.InstitutionId WHERE c.CallId = $id AND c.State = 2 ORDER BY c.ScoreMillionths DESC LIMIT 500
            """,
        ],
        ["candidacy"] =
        [
            "SELECT c.Reference, c.Country, c.ScoreMillionths, i.Name FROM Candidacies c JOIN Institutions i ON i.Id = c.InstitutionId WHERE c.Id = $id",
            "SELECT Code, Answers, State FROM CandidacySections WHERE CandidacyId = $id",
            "SELECT r.Id, r.Party, r.Total, r.Feedback, r.ConfidentialRemarks, s.Criterion, s.Value, s.Reason FROM Reviews r JOIN CriterionScores s ON s.ReviewId = r.Id WHERE r.CandidacyId = $id",
        ],
        ["review"] =
        [
            "SELECT c.Reference, c.Country, i.Name FROM Candidacies c JOIN Institutions i ON i.Id = c.InstitutionId WHERE c.Id = $id",
            "SELECT Code, Answers FROM CandidacySections WHERE CandidacyId = $id",
            "SELECT r.Id, s.Criterion, s.Value, s.Reason FROM Reviews r JOIN CriterionScores s ON s.ReviewId = r.Id WHERE r.CandidacyId = $id LIMIT 10",
            "SELECT k.Code, k.Name, k.Rubric, k.Weight FROM CallCriteria k JOIN Candidacies c ON c.CallId = k.CallId WHERE c.Id = $id",
        ],
        ["dashboard"] =
        [
            "SELECT Id, Name, Region, Country, State FROM Centres",
            "SELECT CentreId, Region, Period, Indicator, Part, NumeratorMillionths, DenominatorMillionths, Revision FROM Observations",
            "SELECT Indicator, CentreId, Period, Millionths FROM Targets",
            "SELECT Code, Name, Unit, Direction, OverTime, OverCentres FROM Indicators",
        ],
    };

    public static void AddFloor(this WebApplicationBuilder builder) => builder.Services.AddSingleton<IInterceptor, QueryCounter>();

    public static void MapFloor(this WebApplication app)
    {
        foreach (var (name, statements) in Statements)
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
        var text = new StringBuilder(bytes);
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
                    text.Append(reader.GetValue(column)).Append(' ');
                }
            }
        }

        text.Length = Math.Min(text.Length, bytes);
        text.Append(' ', bytes - text.Length);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.RequestAborted);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, DatabaseOptions database, Guid id)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(context.RequestAborted);
        await using var transaction = connection.BeginTransaction();
        foreach (var statement in (string[])
        [
            "UPDATE CriterionScores SET Reason = Reason || '' WHERE ReviewId = (SELECT Id FROM Reviews WHERE CandidacyId = $id LIMIT 1) AND Criterion = 'C5'",
            "UPDATE Reviews SET Version = Version + 1 WHERE Id = (SELECT Id FROM Reviews WHERE CandidacyId = $id LIMIT 1)",
        ])
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (statement, transaction);
            command.Parameters.AddWithValue(ParameterOfId, id.ToString().ToUpperInvariant());
            await command.ExecuteNonQueryAsync(context.RequestAborted);
        }

        await transaction.CommitAsync(context.RequestAborted);
        return Results.Json(new { version = 1, savedAt = "14:32" });
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
