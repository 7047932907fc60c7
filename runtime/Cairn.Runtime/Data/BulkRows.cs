using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Runtime.Data.Clients;
using Cairn.Schema;

namespace Cairn.Runtime.Data;

/// <summary>Reads the rows that a script gives to <c>db.BulkInsert</c>: objects or dictionaries, evened out to one list of columns.</summary>
internal static class BulkRows
{
    /// <summary>The load, or null where there are no rows. The rows are read once, as they are needed.</summary>
    public static BulkLoad? Read<T>(TableName table, IEnumerable<T> rows)
    {
        var enumerator = rows.GetEnumerator();
        if (!enumerator.MoveNext())
        {
            enumerator.Dispose();
            return null;
        }

        var columns = Pairs(enumerator.Current!).Select(pair => pair.Key).ToList();
        if (columns.Count == 0)
        {
            throw new CairnException(ErrorCodes.ValueInvalid, $"The rows for {table} have no columns.")
            {
                Fix = "Give objects with public properties, or dictionaries.",
            };
        }

        return new BulkLoad(table, columns, Values(table, columns, enumerator));
    }

    private static IEnumerable<object?[]> Values<T>(TableName table, List<string> columns, IEnumerator<T> rows)
    {
        using (rows)
        {
            var number = 1;
            do
            {
                var pairs = Pairs(rows.Current!).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
                if (pairs.Count != columns.Count || columns.Find(column => !pairs.ContainsKey(column)) is not null)
                {
                    throw new CairnException(
                        ErrorCodes.ValueInvalid,
                        $"Row {number} for {table} has the columns {string.Join(", ", pairs.Keys)}; the first row has {string.Join(", ", columns)}.")
                    {
                        Fix = "Give every row the same columns; null for what it does not have.",
                    };
                }

                yield return [.. columns.Select(column => Plain(pairs[column]))];
                number++;
            }
            while (rows.MoveNext());
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(object row) => row switch
    {
        DbRow dbRow => dbRow.Values,
        IEnumerable<KeyValuePair<string, object?>> pairs => pairs,
        _ => row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => KeyValuePair.Create(property.Name, property.GetValue(row))),
    };

    private static object? Plain(object? value) => value switch
    {
        JsonNode node => node.ToJsonString(),
        JsonElement element => element.GetRawText(),
        Enum member => Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };
}
