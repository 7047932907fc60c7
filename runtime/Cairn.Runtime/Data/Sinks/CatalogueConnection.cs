using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>Runs catalogue queries on the run's own connection, in its transaction, so that they see what the run has done so far.</summary>
internal sealed class CatalogueConnection(DatabaseClient client, DbConnection connection, SessionLimits limits, StatementsAhead? ahead = null) : ICatalogueConnection
{
    public DbTransaction? Transaction { get; set; }

    public async ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = ahead is null ? sql : ahead.Join(sql);
        command.Transaction = Transaction;
        for (var index = 0; index < arguments.Count; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            parameter.Value = arguments[index] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        client.Adjust(command, limits);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<CatalogueRow>();
        string[]? names = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            names ??= RowValues.Names(reader);
            rows.Add(new CatalogueRow(RowValues.Read(reader, names)));
        }

        return rows;
    }

    public async ValueTask<bool> IsDeniedAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(sql, [], cancellationToken);
            return false;
        }
        catch (DbException exception)
        {
            return client.Classify(exception) == DatabaseFailure.PermissionDenied;
        }
    }
}
