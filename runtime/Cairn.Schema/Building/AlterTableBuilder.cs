using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>Says the changes of a table: what <see cref="TableBuilder"/> adds, and all that only an existing table can have done to it. They run in their written order.</summary>
public sealed partial class AlterTableBuilder : TableBuilder
{
    internal AlterTableBuilder(TableName table, NameScope scope)
        : base(table, scope)
    {
    }

    private protected override bool Altering => true;

    /// <summary>Renames a column.</summary>
    /// <param name="from">The column.</param>
    /// <param name="to">Its new name.</param>
    public AlterTableBuilder RenameColumn(string from, string to) => Record(new RenameColumn(Named(from), Named(to)));

    /// <summary>Allows null.</summary>
    /// <param name="column">The column.</param>
    public AlterTableBuilder SetNullable(string column) => Record(new SetNullability(Named(column), Nullable: true));

    /// <summary>Forbids null; fails where there are rows with null.</summary>
    /// <param name="column">The column.</param>
    public AlterTableBuilder SetNotNull(string column) => Record(new SetNullability(Named(column), Nullable: false));

    /// <summary>Sets a column's default.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">The value; null is DEFAULT NULL.</param>
    public AlterTableBuilder SetDefault(string column, object? value) => Record(new SetDefault(Named(column), new ColumnDefault.Value(value)));

    /// <summary>Makes the moment of the insert a column's default.</summary>
    /// <param name="column">The column.</param>
    public AlterTableBuilder SetDefaultToNow(string column) => Record(new SetDefault(Named(column), new ColumnDefault.Now()));

    /// <summary>Makes an expression a column's default.</summary>
    /// <param name="column">The column.</param>
    /// <param name="sql">The expression, in the database's own words.</param>
    public AlterTableBuilder SetDefaultRaw(string column, string sql) =>
        Record(new SetDefault(Named(column), new ColumnDefault.Raw(Require.Sql(sql, $"the default of {column}"))));

    /// <summary>Takes a column's default away.</summary>
    /// <param name="column">The column.</param>
    public AlterTableBuilder DropDefault(string column) => Record(new DropDefault(Named(column)));

    /// <summary>Renames an index.</summary>
    /// <param name="from">The index.</param>
    /// <param name="to">Its new name.</param>
    public AlterTableBuilder RenameIndex(string from, string to) => Record(new RenameIndex(Require.Name(from, "an index"), Require.Name(to, "an index")));

    private static string Named(string column) => Require.Name(column, "a column");

    private AlterTableBuilder Record(TableChange change)
    {
        Add(change);
        return this;
    }
}
