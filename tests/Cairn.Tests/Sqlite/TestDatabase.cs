using System.Globalization;
using Cairn.Schema.Dialects;
using Cairn.Schema.Dialects.Sqlite;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Tests.Sqlite;

/// <summary>A real SQLite database, and the smallest runner that keeps the contract of a rendered operation.</summary>
internal sealed class TestDatabase : ICatalogueConnection, IDisposable
{
    private readonly SqliteConnection connection;

    public TestDatabase(string path = ":memory:")
    {
        connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        Catalogue = new SchemaInspector(Dialect, this);
    }

    public SqliteDialect Dialect { get; } = new();

    public SchemaInspector Catalogue { get; }

    /// <summary>The statements of the last operation.</summary>
    public List<SqlStatement> Sent { get; } = [];

    public bool SwitchedForeignKeysOff { get; private set; }

    public static async Task<TestDatabase> OfAsync(string script)
    {
        var database = new TestDatabase();
        database.Execute(script);
        return await Task.FromResult(database);
    }

    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public List<string> Rows(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            var values = Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "∅" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture));
            rows.Add(string.Join('|', values));
        }

        return rows;
    }

    public string? Scalar(string sql) => Rows(sql).FirstOrDefault();

    public string? SqlOf(string name) => Scalar($"SELECT sql FROM sqlite_master WHERE name = '{name.Replace("'", "''", StringComparison.Ordinal)}'");

    public Task AlterAsync(string table, params TableChange[] changes) => RunAsync(new AlterTable(new(table), changes));

    public async Task RunAsync(params SchemaOperation[] operations)
    {
        foreach (var operation in operations)
        {
            var rendered = await Dialect.RenderAsync(operation, Catalogue, CancellationToken.None);
            Sent.Clear();
            Sent.AddRange(rendered.Statements);
            SwitchedForeignKeysOff = rendered.RequiresForeignKeysOff;
            Run(rendered);
        }
    }

    public async ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < arguments.Count; i++)
        {
            command.Parameters.AddWithValue($"@p{i}", arguments[i] ?? DBNull.Value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<CatalogueRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new CatalogueRow(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => (object?)reader.GetValue(i), StringComparer.OrdinalIgnoreCase)));
        }

        return rows;
    }

    public void Dispose() => connection.Dispose();

    private void Run(RenderedOperation rendered)
    {
        var enforced = Scalar("PRAGMA foreign_keys") == "1";
        if (rendered.RequiresForeignKeysOff)
        {
            Execute("PRAGMA foreign_keys = OFF");
        }

        Execute("BEGIN IMMEDIATE");
        try
        {
            foreach (var statement in rendered.Statements)
            {
                Assert.DoesNotContain("PRAGMA foreign_keys", statement.Text, StringComparison.OrdinalIgnoreCase);
                if (statement.FailsWithRows is null)
                {
                    Execute(statement.Text);
                }
                else if (Rows(statement.Text) is { Count: > 0 } rows)
                {
                    throw new InvalidOperationException($"{statement.FailsWithRows} {string.Join("; ", rows)}");
                }
            }

            Execute("COMMIT");
        }
        catch
        {
            Execute("ROLLBACK");
            Execute("PRAGMA legacy_alter_table = OFF");
            throw;
        }
        finally
        {
            Execute($"PRAGMA foreign_keys = {(enforced ? "ON" : "OFF")}");
        }

        Assert.Equal("ok", Scalar("PRAGMA integrity_check"));
        Assert.Equal("0", Scalar("PRAGMA legacy_alter_table"));
    }
}
