using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Cairn.Runtime.Data.Statements;

/// <summary>The rows that a statement gave, as the journal keeps them.</summary>
internal static class KeptRows
{
    public static async Task<string> WriteAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        // Of several results the last with columns counts: an INSERT followed by a SELECT of its number.
        var kept = new Kept([], []);
        do
        {
            if (reader.FieldCount > 0)
            {
                kept = new Kept([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], []);
                while (await reader.ReadAsync(cancellationToken))
                {
                    kept.Rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => TypedValue.Write(reader.IsDBNull(field) ? null : reader.GetValue(field)))]);
                }
            }
        }
        while (await reader.NextResultAsync(cancellationToken));

        return JsonSerializer.Serialize(kept);
    }

    public static DbDataReader Read(string? text)
    {
        var kept = text is null ? new Kept([], []) : JsonSerializer.Deserialize<Kept>(text)!;
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        for (var column = 0; column < kept.Columns.Count; column++)
        {
            var at = column;
            var sample = kept.Rows.Select(row => TypedValue.Read(row[at])).FirstOrDefault(value => value is not null);
            table.Columns.Add(kept.Columns[column], sample?.GetType() ?? typeof(object));
        }

        foreach (var row in kept.Rows)
        {
            table.Rows.Add([.. row.Select(value => TypedValue.Read(value) ?? DBNull.Value)]);
        }

        return table.CreateDataReader();
    }

    private sealed record Kept(List<string> Columns, List<string?[]> Rows);
}
