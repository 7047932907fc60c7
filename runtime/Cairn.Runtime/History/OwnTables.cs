using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Schema;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.History;

/// <summary>Reads Cairn's own tables: one that is not there is told from one that cannot be read, or is another one.</summary>
internal static class OwnTables
{
    /// <summary>The rows; null where there is no such table.</summary>
    /// <exception cref="CairnException">The table is of another shape (CAIRN4001) or cannot be read (CAIRN4002).</exception>
    public static Task<IReadOnlyList<CatalogueRow>?> TryReadAsync(
        RunConnection connection, TableName table, string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken) =>
        TryReadAsync(connection, table, () => connection.QueryAsync(sql, arguments, cancellationToken), isSecond: false, cancellationToken);

    /// <summary>What is made of each row, which is only lent for it; null where there is no such table.</summary>
    /// <exception cref="CairnException">The table is of another shape (CAIRN4001) or cannot be read (CAIRN4002).</exception>
    public static Task<IReadOnlyList<T>?> TryReadAsync<T>(
        RunConnection connection, TableName table, string sql, IReadOnlyList<object?> arguments, Func<CatalogueRow, T> make, CancellationToken cancellationToken)
        where T : class =>
        TryReadAsync(connection, table, () => connection.QueryAsync(sql, arguments, make, cancellationToken), isSecond: false, cancellationToken);

    private static async Task<IReadOnlyList<T>?> TryReadAsync<T>(
        RunConnection connection, TableName table, Func<ValueTask<IReadOnlyList<T>>> query, bool isSecond, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await query();
        }
        catch (DbException exception)
        {
            // The error of a query does not tell a missing table from a missing column, so the catalogue is asked.
            var failure = connection.Client.Classify(exception);
            if (failure == DatabaseFailure.ObjectMissing && await connection.Catalogue.FindTableAsync(table, cancellationToken) is var found)
            {
                // Another run that installs at this moment may have made it in between.
                return found is null ? null
                    : isSecond ? throw HistoryErrors.Shape(table, exception)
                    : await TryReadAsync(connection, table, query, isSecond: true, cancellationToken);
            }

            throw failure == DatabaseFailure.Unreachable
                ? ConnectionErrors.Describe(connection.Client, connection.Target, exception)
                : HistoryErrors.Unreadable(table, failure, exception);
        }
    }
}
