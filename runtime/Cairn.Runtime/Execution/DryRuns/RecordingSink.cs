using System.Data;
using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Data.Statements;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Execution.DryRuns;

/// <summary>
/// Writes statements down instead of sending them. Reads are answered by the database as it is now; where it has a shadow (SQLite), the
/// catalogue is the shadow's, which all schema changes of the plan are made on.
/// </summary>
internal sealed class RecordingSink(RunConnection connection, SchemaShadow? shadow) : IStatementSink, ICatalogueConnection
{
    private readonly List<string> statements = [];
    private readonly List<string> notes = [];
    private bool planChangedSomething;

    public ICatalogueConnection Catalogue => this;

    /// <summary>How many statements of the migration that is followed were written down so far.</summary>
    public int Count => statements.Count;

    /// <summary>Whether the shadow makes the changes too. Where it does not, they are only written down.</summary>
    public bool Follows { get; set; } = true;

    /// <summary>Whether the migration that is followed was answered from a database that its own plan would have changed.</summary>
    public bool AnsweredFromBefore { get; private set; }

    public async Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        connection.Client.Adjust(command, connection.Limits);
        var sql = ParameterInliner.Inline(command, connection.Client.Dialect);
        statements.Add(sql);
        planChangedSomething = true;
        if (shadow is not null && Follows && await shadow.FollowAsync(sql, cancellationToken) is { } failure)
        {
            Note($"On empty tables, the statement \"{Short(sql)}\" fails ({failure}); whether it does on yours is not known.");
        }

        return 0;
    }

    public async Task<DbDataReader> ReadAsync(DbCommand command, CommandBehavior behavior, CancellationToken cancellationToken)
    {
        if (!StatementKinds.OnlyReads(connection.Client.Client, command.CommandText))
        {
            await ExecuteAsync(command, cancellationToken);
            Note($"\"{Short(command.CommandText)}\" gives rows only when it really runs; here it gave one with the number 0.");
            return OneRow();
        }

        try
        {
            connection.Client.Adjust(command, connection.Limits);
            command.Transaction = connection.Transaction;
            if (planChangedSomething)
            {
                AnsweredFromBefore = true;
                Note("The script reads after it changed something; it was answered from the database as it is now. A drill shows the true result.");
            }

            return await command.ExecuteReaderAsync(behavior, cancellationToken);
        }
        catch (DbException exception) when (planChangedSomething && connection.Client.Classify(exception) == DatabaseFailure.ObjectMissing)
        {
            AnsweredFromBefore = true;
            Note($"\"{Short(command.CommandText)}\" asks for what this plan would only make; it was answered with no rows.");
            return Nothing();
        }
    }

    public async Task<long> BulkLoadAsync(BulkLoad load, CancellationToken cancellationToken) =>
        await InsertLoad.LoadAsync(load, connection.Client.Dialect, connection.Inner.CreateCommand, command => ExecuteAsync(command, cancellationToken));

    public bool FirstBatchIsEnough()
    {
        Note("db.Batch was followed for its first batch only; the others are alike.");
        return true;
    }

    public ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        if (shadow is not null)
        {
            return shadow.Catalogue.ReadAsync(sql, arguments, cancellationToken);
        }

        AnsweredFromBefore |= planChangedSomething;
        return connection.Sink.Catalogue.ReadAsync(sql, arguments, cancellationToken);
    }

    public ValueTask<bool> IsDeniedAsync(string sql, CancellationToken cancellationToken) =>
        (shadow?.Catalogue ?? connection.Sink.Catalogue).IsDeniedAsync(sql, cancellationToken);

    /// <summary>The statements and notes of the migration that was followed; the next one begins anew.</summary>
    public (IReadOnlyList<string> Statements, IReadOnlyList<string> Notes) Take()
    {
        (IReadOnlyList<string>, IReadOnlyList<string>) taken = ([.. statements], [.. notes]);
        statements.Clear();
        notes.Clear();
        AnsweredFromBefore = false;
        return taken;
    }

    private static DataTableReader Nothing()
    {
        using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        return table.CreateDataReader();
    }

    /// <summary>A statement that inserts and asks for the new row's number must get one for the script to go on.</summary>
    private static DataTableReader OneRow()
    {
        using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add("id", typeof(long));
        table.Rows.Add(0L);
        return table.CreateDataReader();
    }

    private static string Short(string sql) => sql.Length <= 60 ? sql : sql[..59] + "…";

    /// <summary>Adds what the plan cannot know to the migration that is followed.</summary>
    public void Note(string note)
    {
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }
    }
}
