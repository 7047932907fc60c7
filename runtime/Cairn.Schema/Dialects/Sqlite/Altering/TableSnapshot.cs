using Cairn.Schema.Dialects.Sqlite.Inspection;
using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>A table as it is before it is changed, with all that hangs on it.</summary>
/// <param name="Name">Its name as the database spells it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Objects">All objects of the database.</param>
/// <param name="Links">The foreign keys that refer to it, its own among them.</param>
internal sealed record TableSnapshot(string Name, TableText Text, SchemaObjects Objects, IReadOnlyList<ForeignKeyLink> Links)
{
    /// <summary>Reads the table.</summary>
    /// <exception cref="CairnException">There is no such table (CAIRN3010), or its text is not understood (CAIRN3012).</exception>
    public static async ValueTask<TableSnapshot> ReadAsync(ICatalogue catalogue, string name, CancellationToken cancellationToken)
    {
        var objects = await SchemaObjects.ReadAsync(catalogue, cancellationToken);
        var table = objects.RequireTable(name);
        return new TableSnapshot(table.Name, Parse(table), objects, await SchemaObjects.LinksToAsync(catalogue, table.Name, cancellationToken));
    }

    /// <summary>The parsed text of a table.</summary>
    /// <exception cref="CairnException">It is a virtual table, or its text is not understood (CAIRN3012).</exception>
    public static TableText Parse(SchemaObject table)
    {
        try
        {
            return TableParser.Parse(table.Sql!);
        }
        catch (FormatException exception)
        {
            throw new CairnException(ErrorCodes.RebuildImpossible, $"The definition of table {table.Name} is not understood: {exception.Message}", exception)
            {
                Fix = "Change the table with db.Schema.Raw(…); virtual tables cannot be changed at all.",
                Sql = table.Sql,
            };
        }
    }

    /// <summary>The tables other than this one that refer to it.</summary>
    public IReadOnlyList<string> Children =>
        [.. Links.Select(link => link.Child).Where(child => !SqliteNames.Same(child, Name)).Distinct(SqliteNames.Comparer)];

    /// <summary>The columns that a primary key at a column or at the table names; empty where there is none.</summary>
    public static IReadOnlyList<string> PrimaryKeyOf(TableText text) => FindPrimaryKey(text)?.Columns ?? [];

    /// <summary>The primary key, or null.</summary>
    public static ConstraintText? FindPrimaryKey(TableText text) =>
        text.Columns.Select(column => column.Find(ConstraintKind.PrimaryKey)).FirstOrDefault(key => key is not null)
        ?? text.Constraints.Select(item => item.Constraint).FirstOrDefault(constraint => constraint.Kind == ConstraintKind.PrimaryKey);

    /// <summary>The column that stands for the rowid (a lone <c>INTEGER PRIMARY KEY</c>), or null.</summary>
    public static ColumnText? FindRowidColumn(TableText text)
    {
        var key = PrimaryKeyOf(text);
        var column = key.Count == 1 && !text.IsWithoutRowid ? text.Find(key[0]) : null;
        return column?.Type.Equals("INTEGER", StringComparison.OrdinalIgnoreCase) == true ? column : null;
    }
}
