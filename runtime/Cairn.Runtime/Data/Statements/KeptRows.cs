using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Cairn.Runtime.Data.Statements;

/// <summary>The rows that a statement gave, as the journal keeps them.</summary>
internal static class KeptRows
{
    private const int LongestRows = 10_000;
    private const int LongestText = 1_000_000;

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

    /// <summary>The rows of a query, or null where they cannot be kept: too many or too long, of types that text does not hold, of several results, with columns of one name.</summary>
    public static async Task<string?> TryWriteAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var kept = new Kept([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], []);
        if (kept.Columns.Contains("") || kept.Columns.Distinct(StringComparer.OrdinalIgnoreCase).Count() < kept.Columns.Count)
        {
            return null;
        }

        var length = 0L;
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = Enumerable.Range(0, reader.FieldCount).Select(field => reader.IsDBNull(field) ? null : reader.GetValue(field)).ToList();
            var texts = values.ConvertAll(TypedValue.Write);
            length += texts.Sum(text => text?.Length ?? 0);
            if (kept.Rows.Count == LongestRows || length > LongestText || !values.TrueForAll(TypedValue.Holds))
            {
                return null;
            }

            kept.Rows.Add([.. texts]);
        }

        return await reader.NextResultAsync(cancellationToken) ? null : JsonSerializer.Serialize(kept);
    }

    public static DbDataReader Read(string? text)
    {
        var kept = text is null ? new Kept([], []) : JsonSerializer.Deserialize<Kept>(text)!;
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        for (var column = 0; column < kept.Columns.Count; column++)
        {
            var at = column;
            var sample = kept.Rows.Select(row => TypedValue.Read(row[at])).FirstOrDefault(value => value is not null);
            var added = table.Columns.Add(kept.Columns[column], sample?.GetType() ?? typeof(object));
            if (sample is DateTime { Kind: var kind })
            {
                added.DateTimeMode = kind switch { DateTimeKind.Utc => DataSetDateTime.Utc, DateTimeKind.Local => DataSetDateTime.Local, _ => DataSetDateTime.Unspecified };
            }
        }

        foreach (var row in kept.Rows)
        {
            table.Rows.Add([.. row.Select(value => TypedValue.Read(value) ?? DBNull.Value)]);
        }

        return table.CreateDataReader();
    }

    private sealed record Kept(List<string> Columns, List<string?[]> Rows);
}
