using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public sealed partial class SchemaBuilder
{
    /// <summary>Creates a table with its keys, checks and indexes.</summary>
    /// <param name="name">The table.</param>
    /// <param name="define">Says its columns and all else.</param>
    /// <exception cref="CairnException">The definition is not sound (CAIRN3013).</exception>
    public SchemaStep CreateTable(string name, Action<TableBuilder> define) => Record(new CreateTable(Define(name, define)));

    /// <summary>Creates a table; where one of that name exists, nothing is done (its columns are not compared).</summary>
    /// <param name="name">The table.</param>
    /// <param name="define">Says its columns and all else.</param>
    /// <exception cref="CairnException">The definition is not sound (CAIRN3013).</exception>
    public SchemaStep CreateTableIfNotExists(string name, Action<TableBuilder> define) => Record(new CreateTable(Define(name, define), IfNotExists: true));

    /// <summary>Creates an empty table with the columns, keys, checks and indexes of another one, but without its foreign keys and triggers.</summary>
    /// <param name="name">The new table.</param>
    /// <param name="source">The table to be like.</param>
    public SchemaStep CreateTableLike(string name, string source) => Record(new CreateTableLike(Table(name), Table(source)));

    /// <summary>Changes a table; the changes run in their written order.</summary>
    /// <param name="name">The table.</param>
    /// <param name="change">Says the changes.</param>
    /// <exception cref="CairnException">A change is not sound, or there is none (CAIRN3013).</exception>
    public SchemaStep AlterTable(string name, Action<AlterTableBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var table = Table(name);
        var builder = new AlterTableBuilder(table, scope);
        change(builder);
        var changes = builder.Finish();
        return changes.Count > 0
            ? Record(new AlterTable(table, changes))
            : throw Require.Error($"AlterTable(\"{name}\") changes nothing.", "Say a change, or leave the call out.");
    }

    /// <summary>Makes a table anew from its whole text and copies its rows (SQLite): what no <see cref="AlterTable"/> has words for. Columns of the same name keep their values.</summary>
    /// <param name="name">The table.</param>
    /// <param name="sql">CREATE TABLE with the table as it shall be.</param>
    public SchemaStep RebuildTable(string name, string sql) => Record(new RebuildTable(Table(name), Require.Sql(sql, $"the table {name}")));

    /// <summary>Drops a table.</summary>
    /// <param name="name">The table.</param>
    /// <param name="definition">The table as it is, where the drop shall be reversible in a <c>Change</c>.</param>
    /// <param name="cascade">Drops what depends on it too (PostgreSQL).</param>
    public SchemaStep DropTable(string name, Action<TableBuilder>? definition = null, bool cascade = false) =>
        Record(new DropTable(Table(name), Cascade: cascade) { Definition = definition is null ? null : Define(name, definition) });

    /// <summary>Drops a table; where there is none, nothing is done.</summary>
    /// <param name="name">The table.</param>
    /// <param name="cascade">Drops what depends on it too (PostgreSQL).</param>
    public SchemaStep DropTableIfExists(string name, bool cascade = false) => Record(new DropTable(Table(name), IfExists: true, cascade));

    /// <summary>Renames a table. Its indexes and constraints keep their names.</summary>
    /// <param name="from">The table.</param>
    /// <param name="to">Its new name, in the same schema.</param>
    public SchemaStep RenameTable(string from, string to)
    {
        var table = Table(from);
        return Record(new RenameTable(table, scope.ResolveNew(table, to, "a table")));
    }

    private TableName Table(string name) => scope.Resolve(name, "a table");

    private TableDefinition Define(string name, Action<TableBuilder> define)
    {
        ArgumentNullException.ThrowIfNull(define);
        var table = Table(name);
        var builder = new TableBuilder(table, scope);
        define(builder);
        return DefinitionAssembly.Assemble(table, builder.Finish());
    }
}
