using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>Keys, checks and indexes as text.</summary>
internal static class ConstraintRendering
{
    /// <summary>A primary key of a table.</summary>
    public static string PrimaryKey(PrimaryKeyDefinition key) => $"{Named(key.Name)}PRIMARY KEY ({SqliteNames.Quote(key.Columns)})";

    /// <summary>A numbered column's primary key, behind the column's type.</summary>
    public static string Identity(PrimaryKeyDefinition? key) => $"{Named(key?.Name)}PRIMARY KEY AUTOINCREMENT";

    /// <summary>A unique constraint.</summary>
    public static string Unique(UniqueDefinition unique) => $"{Named(unique.Name)}UNIQUE ({SqliteNames.Quote(unique.Columns)})";

    /// <summary>A check.</summary>
    public static string Check(CheckDefinition check) => Check(check.Name, Rule(check));

    /// <summary>A check with its expression.</summary>
    public static string Check(string name, string expression) => $"{Named(name)}CHECK ({expression})";

    /// <summary>A foreign key of a table.</summary>
    public static string ForeignKey(ForeignKeyDefinition key) => $"{Named(key.Name)}FOREIGN KEY ({SqliteNames.Quote(key.Columns)}) {References(key)}";

    /// <summary>A foreign key of one column, behind it.</summary>
    public static string InlineForeignKey(ForeignKeyDefinition key) => Named(key.Name) + References(key);

    /// <summary>CREATE INDEX.</summary>
    public static string Index(string table, IndexDefinition index)
    {
        ValidateIndex(index);
        var keys = index.Columns.Select(key => (key.IsExpression ? key.Name : SqliteNames.Quote(key.Name)) + (key.Descending ? " DESC" : ""));
        var where = index.Where is null ? "" : $" WHERE {index.Where}";
        return $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {SqliteNames.Quote(index.Name)} ON {SqliteNames.Quote(table)} ({string.Join(", ", keys)}){where}";
    }

    private static void ValidateIndex(IndexDefinition index)
    {
        if (index.Method is not null && !index.Method.Equals("btree", StringComparison.OrdinalIgnoreCase))
        {
            throw SqliteRefusal.Unsupported($"{index.Method} indexes (index {index.Name})", "Leave .Using(…) out, or branch with db.Is(Client.Postgres).");
        }

        if (index.Include.Count > 0)
        {
            throw SqliteRefusal.Unsupported($"INCLUDE of columns (index {index.Name})", "Leave .Include(…) out, or branch with db.Is(Client.Postgres).");
        }

        if (index.Concurrently)
        {
            throw SqliteRefusal.Unsupported($"concurrent building of indexes (index {index.Name})", "Leave .Concurrently() out, or branch with db.Is(Client.Postgres).");
        }
    }

    /// <summary>A check's expression.</summary>
    public static string Rule(CheckDefinition check) => check.Rule switch
    {
        CheckRule.Sql sql => sql.Expression,
        CheckRule.Compare compare => $"{SqliteNames.Quote(compare.Column)} {compare.Operator} {SqliteLiterals.Render(compare.Value, null)}",
        CheckRule.In list => $"{SqliteNames.Quote(list.Column)} IN ({string.Join(", ", list.Values.Select(value => SqliteLiterals.Render(value, null)))})",
        CheckRule.Between range =>
            $"{SqliteNames.Quote(range.Column)} BETWEEN {SqliteLiterals.Render(range.Low, null)} AND {SqliteLiterals.Render(range.High, null)}",
        CheckRule.Length length => $"length({SqliteNames.Quote(length.Column)}) {length.Operator} {length.Count}",
        CheckRule.Regex => throw SqliteRefusal.Unsupported($"regular expressions in checks (check {check.Name})", "Use Check(name, sql) with LIKE or GLOB, or branch with db.Is(…)."),
        _ => throw new ArgumentOutOfRangeException(nameof(check)),
    };

    private static string References(ForeignKeyDefinition key)
    {
        RequirePlainName(key.ReferencedTable);
        var columns = key.ReferencedColumns.Count == 0 ? "" : $" ({SqliteNames.Quote(key.ReferencedColumns)})";
        return $"REFERENCES {SqliteNames.Quote(key.ReferencedTable.Name)}{columns}{Action("DELETE", key.OnDelete)}{Action("UPDATE", key.OnUpdate)}"
            + (key.Deferrable ? $" DEFERRABLE INITIALLY {(key.InitiallyDeferred ? "DEFERRED" : "IMMEDIATE")}" : "");
    }

    /// <summary>Refuses a name with a schema.</summary>
    public static string RequirePlainName(TableName name) => name.Schema is null
        ? name.Name
        : throw SqliteRefusal.Unsupported($"schemas ({name})", "Leave InSchema(…) out, or branch with db.Is(Client.Postgres).");

    private static string Action(string what, ForeignKeyAction action) => action switch
    {
        ForeignKeyAction.Cascade => $" ON {what} CASCADE",
        ForeignKeyAction.Restrict => $" ON {what} RESTRICT",
        ForeignKeyAction.SetNull => $" ON {what} SET NULL",
        ForeignKeyAction.SetDefault => $" ON {what} SET DEFAULT",
        _ => "",
    };

    private static string Named(string? name) => string.IsNullOrEmpty(name) ? "" : $"CONSTRAINT {SqliteNames.Quote(name)} ";
}
