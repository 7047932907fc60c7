using System.Text;
using Cairn.Schema.Dialects;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;
using Cairn.Tests.Sqlite;

namespace Cairn.Tests.Schema.Golden;

/// <summary>A case in one database's words: a script that its client program could run.</summary>
public static class GoldenText
{
    public static async Task<string> RenderAsync(Dialect dialect, GoldenCase golden, CancellationToken cancellationToken)
    {
        var setup = QueueRecorder.Gather(dialect.Client, golden.Setup);
        var text = new StringBuilder();
        if (dialect.Client == Client.Sqlite)
        {
            // What to say depends on the text of what is there, and a real database is at hand.
            return await RunOnSqliteAsync(text, setup, QueueRecorder.Gather(dialect.Client, golden.Body));
        }

        if (setup.Count > 0)
        {
            text.Append("-- setup\n");
            await AppendAsync(text, dialect, setup, new MemoryCatalogue(), cancellationToken);
            text.Append('\n');
        }

        text.Append("-- body\n");
        var models = setup.OfType<CreateTable>().Select(create => StubModel.Of(dialect, create.Table)).ToList();
        await AppendAsync(text, dialect, QueueRecorder.Gather(dialect.Client, golden.Body), new MemoryCatalogue(models), cancellationToken);
        return text.ToString();
    }

    private static async Task AppendAsync(
        StringBuilder text, Dialect dialect, IReadOnlyList<SchemaOperation> operations, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        foreach (var operation in operations)
        {
            var rendered = await dialect.RenderAsync(operation, catalogue, cancellationToken);
            Append(text, rendered.Statements, rendered.RequiresForeignKeysOff);
        }
    }

    private static void Append(StringBuilder text, IEnumerable<SqlStatement> statements, bool foreignKeysOff)
    {
        text.Append(foreignKeysOff ? "-- foreign keys off\n" : "");
        foreach (var statement in statements)
        {
            text.Append(statement.OutsideTransaction ? "-- outside a transaction\n" : "")
                .Append(statement.FailsWithRows is null ? "" : $"-- must return no row: {statement.FailsWithRows}\n")
                .Append(statement.Text).Append(";\n");
        }
    }

    private static async Task<string> RunOnSqliteAsync(StringBuilder text, IReadOnlyList<SchemaOperation> setup, IReadOnlyList<SchemaOperation> body)
    {
        using var database = new TestDatabase();
        foreach (var (operations, head) in new[] { (setup, "-- setup\n"), (body, "-- body\n") })
        {
            text.Append(operations.Count > 0 || operations == body ? head : "");
            foreach (var operation in operations)
            {
                await database.RunAsync(operation);
                Append(text, database.Sent, database.SwitchedForeignKeysOff);
            }

            text.Append(operations.Count > 0 && operations != body ? "\n" : "");
        }

        return text.ToString();
    }
}
