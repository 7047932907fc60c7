namespace Cairn.Schema;

/// <summary>The name of a table, view, sequence, type or trigger, with its schema where one was given.</summary>
/// <param name="Name">The name itself, unquoted; may hold any character.</param>
/// <param name="Schema">The schema (PostgreSQL) or null for the connection's own.</param>
public sealed record TableName(string Name, string? Schema = null)
{
    /// <summary>Reads <c>table</c> or <c>schema.table</c>: what stands before the first dot is the schema, as in a SqlKata query.</summary>
    public static TableName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? new TableName(text) : new TableName(text[(dot + 1)..], text[..dot]);
    }

    /// <summary>For messages: <c>schema.name</c> or <c>name</c>.</summary>
    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}
