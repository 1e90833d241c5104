namespace DtcPortal.Application.Storage;

/// <summary>Where the portal's data is kept.</summary>
public enum DatabaseProvider
{
    /// <summary>The embedded database, a file.</summary>
    Sqlite,

    /// <summary>MariaDB.</summary>
    MySql,
}

/// <summary>Which database, and how it is reached.</summary>
/// <param name="Provider">Which kind.</param>
/// <param name="ConnectionString">How it is reached.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>Whether a start compares the model with the last migration (docs/adr/0012).</summary>
    public bool ComparesModel { get; init; } = true;
}
