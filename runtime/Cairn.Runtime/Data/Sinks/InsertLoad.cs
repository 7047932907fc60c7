using System.Data.Common;
using System.Globalization;
using System.Text;
using Cairn.Runtime.Data.Clients;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>Loads rows by INSERT statements of many rows each, below every database's limit of parameters.</summary>
internal static class InsertLoad
{
    private const int MostParameters = 30_000;
    private const int MostRows = 500;

    public static async Task<long> LoadAsync(
        BulkLoad load, Dialect dialect, Func<DbCommand> createCommand, Func<DbCommand, Task<int>> send)
    {
        var perStatement = Math.Clamp(MostParameters / load.Columns.Count, 1, MostRows);
        var count = 0L;
        foreach (var chunk in load.Rows.Chunk(perStatement))
        {
            await using var command = createCommand();
            command.CommandText = Text(load, dialect, chunk.Length);
            foreach (var (value, index) in chunk.SelectMany(row => row).Select((value, index) => (value, index)))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{index}");
                parameter.Value = value ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }

            await send(command);
            count += chunk.Length;
        }

        return count;
    }

    private static string Text(BulkLoad load, Dialect dialect, int rows)
    {
        var text = new StringBuilder($"INSERT INTO {dialect.Quote(load.Table)} ({string.Join(", ", load.Columns.Select(dialect.Quote))}) VALUES ");
        var parameter = 0;
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < load.Columns.Count; column++)
            {
                text.Append(column == 0 ? "@p" : ", @p").Append(parameter++);
            }

            text.Append(')');
        }

        return text.ToString();
    }
}
