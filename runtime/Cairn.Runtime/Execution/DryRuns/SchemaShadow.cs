using System.Data.Common;
using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Execution.DryRuns;

/// <summary>
/// A database in memory with the structure of the real one and none of its rows. SQLite's statements for one change depend on the change
/// before it (a rebuild edits the table's text), so a dry run must have somewhere to make them.
/// </summary>
internal sealed class SchemaShadow : IAsyncDisposable
{
    private readonly DbConnection inner;

    private SchemaShadow(DatabaseClient client, DbConnection inner, SessionLimits limits)
    {
        this.inner = inner;
        Catalogue = new CatalogueConnection(client, inner, limits);
    }

    public ICatalogueConnection Catalogue { get; }

    /// <summary>A shadow where the database needs one; null elsewhere.</summary>
    public static async Task<SchemaShadow?> CreateAsync(RunConnection source, DatabaseTarget target, CancellationToken cancellationToken)
    {
        if (source.Client.Client != Client.Sqlite)
        {
            return null;
        }

        var connection = DriverLoader.Load(source.Client, target.DriverFolders).CreateConnection()!;
        connection.ConnectionString = "Data Source=:memory:;Pooling=False";
        await connection.OpenAsync(cancellationToken);
        var shadow = new SchemaShadow(source.Client, connection, source.Limits);
        await shadow.SendAsync("PRAGMA foreign_keys = OFF", cancellationToken);
        var objects = await source.QueryAsync(
            """
            SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
            ORDER BY CASE type WHEN 'table' THEN sql NOT LIKE 'CREATE VIRTUAL TABLE%' WHEN 'index' THEN 2 WHEN 'view' THEN 3 ELSE 4 END, rowid
            """,
            [],
            cancellationToken);
        foreach (var row in objects)
        {
            if (row.Text("type") != "table" || !await shadow.HasAsync(row.Text("name")!, cancellationToken))
            {
                await shadow.SendAsync(row.Text("sql")!, cancellationToken);
            }
        }

        return shadow;
    }

    /// <summary>A virtual table makes ordinary ones for itself, which are among the objects of the real database too.</summary>
    private async Task<bool> HasAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = inner.CreateCommand();
        command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = @name";
        var name = command.CreateParameter();
        (name.ParameterName, name.Value) = ("@name", table);
        command.Parameters.Add(name);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Makes a statement's change; null where it went well, else the reason, which for a change of rows means little on empty tables.</summary>
    /// <exception cref="DbException">A change of the structure fails, as it would on the real database.</exception>
    public async Task<string?> FollowAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(sql, cancellationToken);
            return null;
        }
        catch (DbException exception) when (!IsStructural(sql))
        {
            return exception.Message;
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static bool IsStructural(string sql)
    {
        var word = sql.TrimStart().Split([' ', '\t', '\r', '\n'], 2)[0].ToUpperInvariant();
        return word is "CREATE" or "ALTER" or "DROP";
    }

    private async Task SendAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = inner.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
