using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Data.Clients;

/// <summary>Loads rows by <c>COPY … FROM STDIN</c> in its text form, in which the server reads each value by its column's type.</summary>
internal static class PostgresCopy
{
    public static async Task<long> LoadAsync(DbConnection connection, Dialect dialect, BulkLoad load, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", load.Columns.Select(dialect.Quote));
        var begin = connection.GetType().GetMethod("BeginTextImport", [typeof(string)])
            ?? throw new CairnException(ErrorCodes.DriverBroken, "This version of Npgsql has no BeginTextImport.") { Fix = "Use Npgsql 6 or newer." };
        var writer = (TextWriter)begin.Invoke(
            connection, BindingFlags.DoNotWrapExceptions, binder: null, [$"COPY {dialect.Quote(load.Table)} ({columns}) FROM STDIN"], culture: null)!;
        var count = 0L;
        try
        {
            foreach (var row in load.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteAsync(Line(row));
                count++;
            }
        }
        catch
        {
            // Ending the import would keep the rows sent so far.
            writer.GetType().GetMethod("Cancel", [])?.Invoke(writer, BindingFlags.DoNotWrapExceptions, binder: null, [], culture: null);
            throw;
        }

        await writer.DisposeAsync();
        return count;
    }

    private static string Line(object?[] row)
    {
        var line = new StringBuilder();
        for (var index = 0; index < row.Length; index++)
        {
            if (index > 0)
            {
                line.Append('\t');
            }

            Append(line, row[index]);
        }

        return line.Append('\n').ToString();
    }

    private static void Append(StringBuilder line, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                line.Append("\\N");
                break;
            case bool flag:
                line.Append(flag ? 't' : 'f');
                break;
            case byte[] bytes:
                line.Append("\\\\x").Append(Convert.ToHexStringLower(bytes));
                break;
            case DateTimeOffset moment:
                line.Append(moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)).Append("+00");
                break;
            case DateTime moment:
                var utc = moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment;
                line.Append(utc.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)).Append(moment.Kind == DateTimeKind.Unspecified ? "" : "+00");
                break;
            case DateOnly date:
                line.Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case TimeOnly time:
                line.Append(time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                break;
            case Enum member:
                line.Append(Convert.ToInt64(member, CultureInfo.InvariantCulture));
                break;
            default:
                var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                line.Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal));
                break;
        }
    }
}
