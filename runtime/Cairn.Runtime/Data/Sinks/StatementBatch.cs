using System.Data.Common;
using System.Globalization;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>Several statements in one round trip. The database does them in order, and none after one that failed.</summary>
internal sealed class StatementBatch : IAsyncDisposable
{
    private readonly int ahead;

    private StatementBatch(DbBatch inner, int ahead) => (Inner, this.ahead) = (inner, ahead);

    public DbBatch Inner { get; }

    /// <param name="connection">The connection, which can make batches.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="ahead">What goes in front.</param>
    /// <param name="statements">The statements.</param>
    public static StatementBatch Create(DbConnection connection, DbTransaction? transaction, IReadOnlyList<OwnStatement> ahead, IReadOnlyList<OwnStatement> statements)
    {
        var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        using var parameters = connection.CreateCommand();
        foreach (var statement in ahead.Concat(statements))
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement.Sql;
            for (var index = 0; index < statement.Arguments.Count; index++)
            {
                var parameter = parameters.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{index}");
                parameter.Value = statement.Arguments[index] ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        return new StatementBatch(batch, ahead.Count);
    }

    /// <summary>How many rows each statement changed; -1 where the database does not say.</summary>
    public IReadOnlyList<int> Affected()
    {
        var affected = new int[Inner.BatchCommands.Count - ahead];
        for (var index = 0; index < affected.Length; index++)
        {
            affected[index] = Inner.BatchCommands[ahead + index].RecordsAffected;
        }

        return affected;
    }

    /// <summary>Which statement failed; null where that is not known, or was none of them.</summary>
    public int? IndexOf(DbException exception) =>
        exception.BatchCommand is { } failed && Inner.BatchCommands.IndexOf(failed) is var index && index >= ahead ? index - ahead : null;

    public ValueTask DisposeAsync() => Inner.DisposeAsync();
}
