using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>CREATE TABLE with its indexes.</summary>
internal static class CreateTableRendering
{
    /// <summary>The statements that create the table.</summary>
    public static IReadOnlyList<SqlStatement> Render(TableDefinition table)
    {
        var name = ConstraintRendering.RequirePlainName(table.Name);
        RequirePlainOptions(table.Options, name);
        var identity = table.Columns.FirstOrDefault(column => column.Identity != IdentityKind.None);
        if (identity is not null && table.PrimaryKey is { } key && !SqliteNames.Same(key.Columns, [identity.Name]))
        {
            throw SqliteRefusal.Unsupported(
                $"numbered column beside another primary key (table {name}, column {identity.Name})",
                $"Make {identity.Name} the primary key and ({string.Join(", ", key.Columns)}) a unique constraint.");
        }

        var lines = table.Columns.Select(column => Column(table, column)).ToList();
        if (table.PrimaryKey is not null && identity is null)
        {
            lines.Add(ConstraintRendering.PrimaryKey(table.PrimaryKey));
        }

        lines.AddRange(table.Uniques.Select(ConstraintRendering.Unique));
        lines.AddRange(table.Checks.Select(ConstraintRendering.Check));
        lines.AddRange(table.ForeignKeys.Select(ConstraintRendering.ForeignKey));
        return
        [
            new($"CREATE TABLE {SqliteNames.Quote(name)} (\n  {string.Join(",\n  ", lines)}\n)"),
            .. table.Indexes.Select(index => new SqlStatement(ConstraintRendering.Index(name, index))),
        ];
    }

    /// <summary>Refuses options that SQLite has not. A comment is accepted: it stays in the script.</summary>
    public static void RequirePlainOptions(TableOptions options, string table)
    {
        var what = options switch
        {
            { Engine: not null } => "storage engines (Engine",
            { Charset: not null } => "character sets of tables (Charset",
            { Collation: not null } => "collations of tables (Collate",
            { Inherits: not null } => "table inheritance (Inherits",
            { PartitionBy: not null } => "partitions (PartitionBy",
            _ => null,
        };
        if (what is not null)
        {
            throw SqliteRefusal.Unsupported($"{what} of table {table})", "Leave it out, or branch with db.Is(…).");
        }
    }

    private static string Column(TableDefinition table, ColumnDefinition column)
    {
        if (column.Identity != IdentityKind.None)
        {
            ColumnRendering.Validate(column);
            return $"{SqliteNames.Quote(column.Name)} integer NOT NULL {ConstraintRendering.Identity(table.PrimaryKey)}";
        }

        // SQLite lets null into a primary key; no other database does.
        var isKey = table.PrimaryKey?.Columns.Contains(column.Name, SqliteNames.Comparer) == true;
        return ColumnRendering.Render(table.Name.Name, isKey ? column with { Nullable = false } : column);
    }
}
