using System.Data.Common;
using System.Globalization;

namespace Cairn.Runtime.History.Locks;

/// <summary>Sends the statements of locks, which are no statements of a migration and are told to nobody.</summary>
internal static class LockCommands
{
    public static async Task<int> ExecuteAsync(
        this DbConnection connection, string sql, DbTransaction? transaction, IReadOnlyList<object> arguments, CancellationToken cancellationToken)
    {
        await using var command = Create(connection, sql, transaction, arguments);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<object?> ScalarAsync(this DbConnection connection, string sql, IReadOnlyList<object> arguments, CancellationToken cancellationToken)
    {
        await using var command = Create(connection, sql, transaction: null, arguments);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>The first row's values; null where there is none.</summary>
    public static async Task<object?[]?> RowAsync(this DbConnection connection, string sql, IReadOnlyList<object> arguments, CancellationToken cancellationToken)
    {
        await using var command = Create(connection, sql, transaction: null, arguments);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        return [.. values.Select(value => value is DBNull ? null : value)];
    }

    private static DbCommand Create(DbConnection connection, string sql, DbTransaction? transaction, IReadOnlyList<object> arguments)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        for (var index = 0; index < arguments.Count; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{index}");
            parameter.Value = arguments[index];
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
