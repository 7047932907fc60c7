using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>
/// Says what a table has: columns, keys, checks, indexes. <c>CreateTable</c> gives it to its callback, and <c>AlterTable</c> gives an
/// <see cref="AlterTableBuilder"/>, which is one too: a function over it adds the same to new and to existing tables.
/// </summary>
/// <example><code>
/// void AddAudit(TableBuilder table)
/// {
///     table.String("created_by").NotNull();
///     table.Timestamps();
/// }
/// </code></example>
public partial class TableBuilder
{
    private readonly List<Func<IEnumerable<TableChange>>> parts = [];
    private readonly TableName table;
    private readonly NameScope scope;
    private TableOptions? options;

    internal TableBuilder(TableName table, NameScope scope)
    {
        this.table = table;
        this.scope = scope;
    }

    /// <summary>Whether it describes changes to a table that exists.</summary>
    private protected virtual bool Altering => false;

    private protected TableName Subject => table;

    private protected NameScope Scope => scope;

    /// <summary>What was said, complete and in order.</summary>
    internal IReadOnlyList<TableChange> Finish() => [.. parts.SelectMany(part => part())];

    private protected void Add(TableChange change) => parts.Add(() => [change]);

    private ColumnBuilder Column(string name, ColumnType type)
    {
        var column = new ColumnBuilder(table, scope, Altering, Require.Name(name, $"a column of {table}"), type);
        parts.Add(column.Finish);
        return column;
    }

    private ColumnBuilder Column(string name, ColumnKind kind) => Column(name, new ColumnType(kind));

    private TableBuilder SetOptions(Func<TableOptions, TableOptions> change)
    {
        if (options is null)
        {
            parts.Add(() => [new SetTableOptions(options!)]);
        }

        options = change(options ?? new TableOptions());
        return this;
    }
}
