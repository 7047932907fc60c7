using System.Data;
using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>Runs catalogue queries on the run's own connection, in its transaction, so that they see what the run has done so far.</summary>
internal sealed class CatalogueConnection(DatabaseClient client, DbConnection connection, SessionLimits limits, StatementsAhead? ahead = null) : ICatalogueConnection
{
    private readonly DriverCalls calls = new(client);

    public DbTransaction? Transaction { get; set; }

    public async ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = Transaction;
        new OwnStatement(sql, arguments).AddParametersTo(command);
        ahead?.JoinTo(command);
        client.Adjust(command, limits);
        await using var reader = await calls.ReadAsync(command, CommandBehavior.Default, cancellationToken);
        var rows = new List<CatalogueRow>();
        string[]? names = null;
        while (await calls.NextAsync(reader, cancellationToken))
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
