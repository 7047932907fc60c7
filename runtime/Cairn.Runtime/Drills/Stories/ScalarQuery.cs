using System.Data.Common;

namespace Cairn.Runtime.Drills.Stories;

/// <summary>Reads one value.</summary>
internal static class ScalarQuery
{
    /// <summary>The number of rows (2 for any more than one), and the first column of the first.</summary>
    public static async Task<(int Rows, object? Value)> ReadAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return (0, null);
        }

        var value = reader.GetValue(0);
        return (await reader.ReadAsync(cancellationToken) ? 2 : 1, value);
    }

    /// <summary>A number of rows in words.</summary>
    public static string Rows(long rows) => rows == 1 ? "1 row" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rows} rows");
}
