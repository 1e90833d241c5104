using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace DtcPortal.Web.Tests.Infrastructure;

/// <summary>Counts the SQL commands that the portal sends.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    /// <summary>A page sends at most so many.</summary>
    public const int AtMost = 6;

    private readonly ConcurrentQueue<string> _commands = new();

    /// <summary>Gets a page that must answer 200, and fails above the number; the first visit, which fills caches, is not counted.</summary>
    public async Task<HttpResponseMessage> GetFrugallyAsync(HttpClient client, string address, int atMost = AtMost)
    {
        using (await client.GetAsync(address, TestContext.Current.CancellationToken))
        {
            _commands.Clear();
        }

        var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(_commands.Count <= atMost, $"{address} sends {_commands.Count} commands:{Environment.NewLine}{string.Join($"{Environment.NewLine}---{Environment.NewLine}", _commands)}");
        return response;
    }

    /// <summary>How many commands something sends.</summary>
    public async Task<int> CountAsync(Func<Task> act)
    {
        _commands.Clear();
        await act();
        return _commands.Count;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        _commands.Enqueue(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _commands.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _commands.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
