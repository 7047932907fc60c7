namespace Cairn.Schema.Inspection;

/// <summary>What a live database has, asked on demand.</summary>
public interface ICatalogue
{
    /// <summary>The table or view of that name, or null.</summary>
    ValueTask<TableModel?> FindTableAsync(TableName name, CancellationToken cancellationToken);

    /// <summary>The names of all tables (and views where asked) of the given schema, or of the connection's own.</summary>
    ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(string? schema, CancellationToken cancellationToken);

    /// <summary>A query of the dialect's own, for what the model does not have.</summary>
    ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken);
}

/// <summary>Where a catalogue query goes: the run's own connection, in its own transaction.</summary>
public interface ICatalogueConnection
{
    /// <summary>Sends a query with the parameters <c>@p0</c>, <c>@p1</c> … and reads all rows.</summary>
    ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken);

    /// <summary>Whether the user lacks the right to a query that changes nothing; false where it fails for another reason.</summary>
    ValueTask<bool> IsDeniedAsync(string sql, CancellationToken cancellationToken) => ValueTask.FromResult(false);
}

/// <summary>One row of a catalogue query; names of columns are compared without regard to case.</summary>
/// <param name="values">The row's values by column name.</param>
public sealed class CatalogueRow(IReadOnlyDictionary<string, object?> values)
{
    /// <summary>The names of the columns: SHOW commands name them after what they show.</summary>
    public IEnumerable<string> Columns => values.Keys;

    /// <summary>The value as text, or null.</summary>
    public string? Text(string column) => values[column] switch { string text => text, null or DBNull => null, var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>The value as bytes; null for null, and for what has another type.</summary>
    public byte[]? Bytes(string column) => values[column] as byte[];

    /// <summary>The value as a whole number; 0 for null.</summary>
    public long Number(string column) => values[column] switch { null or DBNull => 0, var value => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>The value as a moment in UTC, from a date or its text; null for null.</summary>
    public DateTimeOffset? Moment(string column) => values[column] switch
    {
        null or DBNull => null,
        DateTimeOffset moment => moment.ToUniversalTime(),
        DateTime moment => new DateTimeOffset(moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
        string text when MomentText.Read(text) is { } moment => moment,
        string text => DateTimeOffset.TryParse(
            text, System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null,
        var milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(milliseconds, System.Globalization.CultureInfo.InvariantCulture)),
    };

    /// <summary>The value as true or false: booleans, numbers, <c>YES</c>/<c>NO</c>, <c>t</c>/<c>f</c>.</summary>
    public bool Flag(string column) => values[column] switch
    {
        null or DBNull => false,
        bool flag => flag,
        string text => text is "YES" or "yes" or "t" or "true" or "1",
        var number => Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture) != 0,
    };
}

/// <summary>One database's catalogue queries, and how their rows become the model.</summary>
public abstract class CatalogueReader
{
    /// <summary>Reads one table or view, or null where there is none.</summary>
    public abstract ValueTask<TableModel?> FindTableAsync(ICatalogueConnection connection, TableName name, CancellationToken cancellationToken);

    /// <summary>Reads the names and kinds of all tables and views (columns and the rest may be left empty).</summary>
    public abstract ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(ICatalogueConnection connection, string? schema, CancellationToken cancellationToken);
}
