using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Rendering;

internal abstract partial class OperationRenderer
{
    /// <summary>The type in this database's words.</summary>
    public abstract string TypeName(ColumnType type);

    /// <summary>A column's whole definition, as CREATE TABLE and ADD COLUMN take it.</summary>
    public abstract string ColumnClause(TableName table, ColumnDefinition column);

    /// <summary>The expression of a default.</summary>
    public abstract string DefaultText(ColumnDefault value, ColumnType? type);

    /// <summary>What follows the closing parenthesis of CREATE TABLE.</summary>
    protected abstract string TableSuffix(TableDefinition table);

    /// <summary>What else stands between the parentheses: indexes, where the database takes them there.</summary>
    protected virtual IEnumerable<string> InlineIndexes(TableDefinition table) => [];

    /// <summary>What comes after CREATE TABLE: indexes and comments, where they are statements of their own.</summary>
    protected virtual IEnumerable<SqlStatement> AfterCreate(TableDefinition table) => [];

    /// <summary>The check that a column's type needs here, or null.</summary>
    public virtual CheckDefinition? TypeCheck(TableName table, ColumnDefinition column) => null;

    private async ValueTask<IReadOnlyList<SqlStatement>> CreateTableAsync(CreateTable create, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var table = create.Table;

        // Otherwise the indexes of a table that existed before would be made, or made again.
        if (create.IfNotExists && await catalogue.FindTableAsync(table.Name, cancellationToken) is not null)
        {
            return [];
        }

        var lines = table.Columns.Select(column => ColumnClause(table.Name, column))
            .Concat(table.PrimaryKey is null ? [] : [PrimaryKeyClause(table.PrimaryKey)])
            .Concat(table.Uniques.Select(UniqueClause))
            .Concat(table.Columns.Select(column => TypeCheck(table.Name, column)).OfType<CheckDefinition>().Concat(table.Checks).Select(CheckClause))
            .Concat(InlineIndexes(table))
            .Concat(table.ForeignKeys.Select(ForeignKeyClause));
        var text = $"CREATE TABLE {IfNotExists(create.IfNotExists)}{Quote(table.Name)} (\n  {string.Join(",\n  ", lines)}\n){TableSuffix(table)}";
        return [new SqlStatement(text), .. AfterCreate(table)];
    }
}
