using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>Says what a foreign key refers to, and what it does.</summary>
public sealed class ForeignKeyBuilder
{
    private readonly NameScope scope;
    private readonly TableName table;
    private ForeignKeyDefinition? target;
    private ForeignKeyDefinition said;

    internal ForeignKeyBuilder(TableName table, NameScope scope, IReadOnlyList<string> columns)
    {
        this.table = table;
        this.scope = scope;
        said = new ForeignKeyDefinition(NameGenerator.Foreign(table.Name, columns), columns, table, []);
    }

    /// <summary>What it refers to.</summary>
    /// <param name="referencedTable">The table, or <c>schema.table</c>; inside <c>InSchema</c> a table without schema is one of that schema.</param>
    /// <param name="columns">Its columns, in the order of the referring ones; <c>id</c> where left out.</param>
    /// <exception cref="CairnException">The numbers of columns differ (CAIRN3013).</exception>
    public ForeignKeyBuilder References(string referencedTable, params IReadOnlyList<string> columns)
    {
        IReadOnlyList<string> referenced = columns is { Count: 0 } ? ["id"] : Require.Columns(columns, "a foreign key's target");
        if (referenced.Count != said.Columns.Count)
        {
            throw Require.Error(
                $"The foreign key over {string.Join(", ", said.Columns)} refers to {referenced.Count} column(s) of {referencedTable}: {string.Join(", ", referenced)}.",
                "Name as many columns on both sides.");
        }

        target = said with { ReferencedTable = scope.ResolveReference(referencedTable), ReferencedColumns = referenced };
        return this;
    }

    /// <summary>The constraint's name.</summary>
    /// <param name="value">The name.</param>
    public ForeignKeyBuilder Name(string value) => Say(said with { Name = Require.Name(value, "a foreign key") });

    /// <summary>What happens to the referring rows when the row referred to is deleted.</summary>
    /// <param name="action">NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT, in any letter case.</param>
    public ForeignKeyBuilder OnDelete(string action) => OnDelete(ForeignKeyActions.Parse(action));

    /// <summary>What happens to the referring rows when the row referred to is deleted.</summary>
    /// <param name="action">The action.</param>
    public ForeignKeyBuilder OnDelete(ForeignKeyAction action) => Say(said with { OnDelete = action });

    /// <summary>What happens to the referring rows when the key referred to changes.</summary>
    /// <param name="action">NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT, in any letter case.</param>
    public ForeignKeyBuilder OnUpdate(string action) => OnUpdate(ForeignKeyActions.Parse(action));

    /// <summary>What happens to the referring rows when the key referred to changes.</summary>
    /// <param name="action">The action.</param>
    public ForeignKeyBuilder OnUpdate(ForeignKeyAction action) => Say(said with { OnUpdate = action });

    /// <summary>Lets a transaction put the check off to its end (PostgreSQL, SQLite).</summary>
    /// <param name="initiallyDeferred">Whether it does so by itself.</param>
    public ForeignKeyBuilder Deferrable(bool initiallyDeferred = false) => Say(said with { Deferrable = true, InitiallyDeferred = initiallyDeferred });

    internal IEnumerable<TableChange> Finish() => target is null
        ? throw Require.Error($"The foreign key over {string.Join(", ", said.Columns)} of {table} refers to nothing.", "Add .References(table, columns).")
        : [new AddForeignKey(said with { ReferencedTable = target.ReferencedTable, ReferencedColumns = target.ReferencedColumns })];

    private ForeignKeyBuilder Say(ForeignKeyDefinition definition)
    {
        said = definition;
        return this;
    }
}
