using Cairn.Schema;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Drills.Rows;

/// <summary>The columns of a table whose values are compared.</summary>
/// <param name="Table">The table as a snapshot calls it.</param>
/// <param name="Name">The table as a statement calls it.</param>
/// <param name="Columns">The columns with their types, in order.</param>
internal sealed record TableSelection(string Table, TableName Name, IReadOnlyList<(string Name, string Type)> Columns)
{
    /// <summary>All tables of a structure and all their columns, but for what is declared lossy.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="lossy">Columns as <c>orders.note</c>, or whole tables, that are left out.</param>
    public static IReadOnlyList<TableSelection> Of(SchemaSnapshot structure, IEnumerable<string> lossy)
    {
        var left = lossy.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. structure.Tables.Where(table => !left.Contains(table.Name)).Select(table => new TableSelection(
                table.Name,
                NameOf(structure, table.Name),
                [.. table.Of(ObjectKind.Column).Where(column => !left.Contains($"{table.Name}.{column.Name}")).Select(column => (column.Name, column[FactNames.Type]!))])),
        ];
    }

    /// <summary>The same selection where the structure has become another one: what is gone cannot be read.</summary>
    /// <param name="structure">The structure as it is.</param>
    public TableSelection? In(SchemaSnapshot structure)
    {
        if (structure.Find(ObjectKind.Table, Table) is not { } found)
        {
            return null;
        }

        var types = found.Of(ObjectKind.Column).ToDictionary(column => column.Name, column => column[FactNames.Type]!, StringComparer.Ordinal);
        return this with { Columns = [.. Columns.Where(column => types.ContainsKey(column.Name)).Select(column => (column.Name, types[column.Name]))] };
    }

    /// <summary>A name with a dot is one of another schema, unless there is no such schema.</summary>
    private static TableName NameOf(SchemaSnapshot structure, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && structure.Find(ObjectKind.Schema, name[..dot]) is not null ? new TableName(name[(dot + 1)..], name[..dot]) : new TableName(name);
    }
}
