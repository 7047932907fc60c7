using System.Data.Common;

namespace Cairn.Runtime.Data;

/// <summary>A database to work on.</summary>
/// <param name="Client">What it is.</param>
/// <param name="ConnectionString">The ADO.NET connection string, as the driver takes it.</param>
/// <param name="Display">The URL without a password, for messages.</param>
/// <param name="Database">The database's name, or the file's path as given (SQLite).</param>
public sealed record DatabaseTarget(Client Client, Secret ConnectionString, string Display, string Database)
{
    /// <summary>Folders to look for drivers in, after the application's own.</summary>
    public IReadOnlyList<string> DriverFolders { get; init; } = [];

    /// <summary>
    /// Gives the connections, open or not, in place of a driver with <see cref="ConnectionString"/>; each is disposed after its use. Null for a
    /// driver by name. Where it is given, the connection string is only what the connections say of themselves, mostly without a password.
    /// </summary>
    public Func<CancellationToken, ValueTask<DbConnection>>? Connect { get; init; }
}
