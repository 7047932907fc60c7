using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public sealed partial class ColumnBuilder
{
    private readonly List<TableChange> keys = [];
    private ForeignKeyDefinition? foreignKey;

    /// <summary>Makes the column the primary key.</summary>
    /// <param name="name">The constraint's name; <c>&lt;table&gt;_pkey</c> where left out.</param>
    public ColumnBuilder Primary(string? name = null) =>
        Key(new AddPrimaryKey(new PrimaryKeyDefinition(Named(name) ?? NameGenerator.PrimaryKey(table.Name), [column.Name])));

    /// <summary>No two rows may have the same value.</summary>
    /// <param name="name">The constraint's name; <c>&lt;table&gt;_&lt;column&gt;_unique</c> where left out.</param>
    public ColumnBuilder Unique(string? name = null) =>
        Key(new AddUnique(new UniqueDefinition(Named(name) ?? NameGenerator.Unique(table.Name, [column.Name]), [column.Name])));

    /// <summary>An index over the column.</summary>
    /// <param name="name">The index's name; <c>&lt;table&gt;_&lt;column&gt;_index</c> where left out.</param>
    public ColumnBuilder Index(string? name = null) =>
        Key(new AddIndex(new IndexDefinition(Named(name) ?? NameGenerator.Index(table.Name, [column.Name]), [new IndexColumn(column.Name)])));

    /// <summary>A foreign key from the column; <c>OnDelete</c>, <c>OnUpdate</c> and <c>Deferrable</c> say more of it.</summary>
    /// <param name="referencedTable">The table, or <c>schema.table</c>; inside <c>InSchema</c> a table without schema is one of that schema.</param>
    /// <param name="referencedColumn">Its column.</param>
    /// <param name="name">The constraint's name; <c>&lt;table&gt;_&lt;column&gt;_foreign</c> where left out.</param>
    public ColumnBuilder References(string referencedTable, string referencedColumn = "id", string? name = null)
    {
        foreignKey = new ForeignKeyDefinition(
            Named(name) ?? NameGenerator.Foreign(table.Name, [column.Name]),
            [column.Name],
            scope.ResolveReference(referencedTable),
            [Require.Name(referencedColumn, "a foreign key's target")]);
        return this;
    }

    /// <summary>What happens to the referring rows when the row referred to is deleted.</summary>
    /// <param name="action">NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT, in any letter case.</param>
    public ColumnBuilder OnDelete(string action) => OnDelete(ForeignKeyActions.Parse(action));

    /// <summary>What happens to the referring rows when the row referred to is deleted.</summary>
    /// <param name="action">The action.</param>
    public ColumnBuilder OnDelete(ForeignKeyAction action) => Reference(key => key with { OnDelete = action });

    /// <summary>What happens to the referring rows when the key referred to changes.</summary>
    /// <param name="action">NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT, in any letter case.</param>
    public ColumnBuilder OnUpdate(string action) => OnUpdate(ForeignKeyActions.Parse(action));

    /// <summary>What happens to the referring rows when the key referred to changes.</summary>
    /// <param name="action">The action.</param>
    public ColumnBuilder OnUpdate(ForeignKeyAction action) => Reference(key => key with { OnUpdate = action });

    /// <summary>Lets a transaction put the foreign key's check off to its end (PostgreSQL, SQLite).</summary>
    /// <param name="initiallyDeferred">Whether it does so by itself.</param>
    public ColumnBuilder Deferrable(bool initiallyDeferred = false) =>
        Reference(key => key with { Deferrable = true, InitiallyDeferred = initiallyDeferred });

    private static string? Named(string? name) => name is null ? null : Require.Name(name, "a key");

    private ColumnBuilder Key(TableChange change)
    {
        keys.Add(change);
        return this;
    }

    private ColumnBuilder Reference(Func<ForeignKeyDefinition, ForeignKeyDefinition> change)
    {
        foreignKey = change(foreignKey ?? throw Require.Error($"{column.Name} has no foreign key yet.", "Call .References(table, column) first."));
        return this;
    }

    private IEnumerable<TableChange> ForeignKeys() => foreignKey is null ? [] : [new AddForeignKey(foreignKey)];
}
