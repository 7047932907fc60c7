using System.Data.Common;
using System.Text;
using Cairn.Engines.Tests.Servers;
using Cairn.Schema.Building;
using Cairn.Schema.Dialects;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;
using Cairn.Tests.Schema.Golden;

namespace Cairn.Engines.Tests.Schema;

/// <summary>Renders and runs operations on a real database, one after the other, asking its own catalogue.</summary>
public sealed class LiveSchema : ICatalogueConnection, IAsyncDisposable
{
    private readonly DbConnection connection;

    private LiveSchema(Dialect dialect, DbConnection connection)
    {
        Dialect = dialect;
        this.connection = connection;
        Inspector = new SchemaInspector(dialect, this);
    }

    public Dialect Dialect { get; }

    public SchemaInspector Inspector { get; }

    public static Client ClientOf(string engine) => Enum.Parse<Client>(engine, ignoreCase: true);

    public static async Task<LiveSchema> OpenAsync(TestDatabase database) =>
        Over(database, await database.OpenAsync());

    /// <summary>The database as another account's open connection sees it.</summary>
    public static LiveSchema Over(TestDatabase database, DbConnection connection) => new(GoldenDialects.Of(ClientOf(database.Engine)), connection);

    /// <summary>Runs what is said; gives the statements as a golden file has them.</summary>
    public Task<string> RunAsync(Action<SchemaBuilder>? say) => RunAsync(QueueRecorder.Gather(Dialect.Client, say));

    public async Task<string> RunAsync(IReadOnlyList<SchemaOperation> operations)
    {
        var text = new StringBuilder();
        foreach (var operation in operations)
        {
            var rendered = await Dialect.RenderAsync(operation, Inspector, CancellationToken.None);
            if (rendered.RequiresForeignKeysOff)
            {
                text.Append("-- foreign keys off\n");
                await ExecuteAsync("PRAGMA foreign_keys = OFF");
            }

            foreach (var statement in rendered.Statements)
            {
                text.Append(statement.OutsideTransaction ? "-- outside a transaction\n" : "")
                    .Append(statement.FailsWithRows is null ? "" : $"-- must return no row: {statement.FailsWithRows}\n")
                    .Append(statement.Text).Append(";\n");
                if (statement.FailsWithRows is null)
                {
                    await ExecuteAsync(statement.Text);
                }
                else
                {
                    Assert.Empty(await ReadAsync(statement.Text, [], CancellationToken.None));
                }
            }

            if (rendered.RequiresForeignKeysOff)
            {
                await ExecuteAsync("PRAGMA foreign_keys = ON");
            }
        }

        return text.ToString();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = arguments[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<CatalogueRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new CatalogueRow(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => (object?)reader.GetValue(i), StringComparer.OrdinalIgnoreCase)));
        }

        return rows;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
