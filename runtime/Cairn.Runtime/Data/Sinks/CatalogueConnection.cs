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
        string[]? names = null;
        return await ReadAsync(sql, arguments, reader => new CatalogueRow(RowValues.Read(reader, names ??= RowValues.Names(reader))), cancellationToken);
    }

    /// <summary>Reads what is made of each row. The row is only lent: of thousands that are looked at once, none is kept.</summary>
    public async ValueTask<IReadOnlyList<T>> ReadAsync<T>(string sql, IReadOnlyList<object?> arguments, Func<CatalogueRow, T> make, CancellationToken cancellationToken)
        where T : class
    {
        RowValues? values = null;
        CatalogueRow? row = null;
        return await ReadAsync(
            sql,
            arguments,
            reader =>
            {
                values = RowValues.Read(reader, values);
                return make(row ??= new CatalogueRow(values));
            },
            cancellationToken);
    }

    private async ValueTask<IReadOnlyList<T>> ReadAsync<T>(string sql, IReadOnlyList<object?> arguments, Func<DbDataReader, T> make, CancellationToken cancellationToken)
        where T : class
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = Transaction;
        new OwnStatement(sql, arguments).AddParametersTo(command);
        ahead?.JoinTo(command);
        client.Adjust(command, limits);
        await using var reader = await calls.ReadAsync(command, CommandBehavior.Default, cancellationToken);
        var rows = new List<T>();
        while (await calls.NextAsync(reader, cancellationToken))
        {
            rows.Add(make(reader));
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
