using Cairn.Schema.Dialects.Rendering;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>Operations in MySQL's words; MariaDB's renderer says what differs.</summary>
/// <param name="dialect">MySQL's or MariaDB's dialect.</param>
internal partial class MySqlRenderer(Dialect dialect) : OperationRenderer(dialect)
{
    public override string TypeName(ColumnType type) => MySqlTypes.Name(Dialect.Client, type);

    public override string ColumnClause(TableName table, ColumnDefinition column) => 
        MySqlColumnText.Of(Dialect, MySqlColumnText.Merge(Dialect, TypeName(column.Type), column, current: null), column.Position);

    public override string DefaultText(ColumnDefault value, ColumnType? type) =>
        MySqlColumnText.DefaultText(Dialect, value, type, type is null ? "" : TypeName(type));

    public override string PrimaryKeyClause(PrimaryKeyDefinition key) => $"PRIMARY KEY ({QuoteAll(key.Columns)})";

    /// <summary>An index as CREATE TABLE and ADD take it.</summary>
    public string IndexClause(IndexDefinition index)
    {
        var asked = index switch
        {
            { Where: not null } => "Where",
            { Include.Count: > 0 } => "Include",
            { Concurrently: true } => "Concurrently",
            _ => null,
        };
        if (asked is not null)
        {
            throw Unsupported($"the index {index.Name} with {asked}", "Leave it out here, or guard it with db.Is(Client.Postgres).");
        }

        var keys = index.Columns.Select(key => (key.IsExpression ? ExpressionKey(index, key) : Quote(key.Name)) + (key.Descending ? " DESC" : ""));
        var method = index.Method?.ToUpperInvariant();
        var kind = method is "FULLTEXT" or "SPATIAL" ? method + " " : index.IsUnique ? "UNIQUE " : "";
        return $"{kind}INDEX {Quote(index.Name)} ({string.Join(", ", keys)}){(method is null or "FULLTEXT" or "SPATIAL" ? "" : $" USING {method}")}";
    }

    /// <summary>The options of a table, each as an action of ALTER TABLE; CREATE TABLE takes the same words.</summary>
    public IReadOnlyList<string> OptionWords(TableOptions options)
    {
        var words = new[]
        {
            options.Engine is null ? null : $"ENGINE = {options.Engine}",
            options.Charset is null ? null : $"DEFAULT CHARACTER SET = {options.Charset}",
            options.Collation is null ? null : $"COLLATE = {options.Collation}",
            options.Comment is null ? null : $"COMMENT = {MySqlLiterals.Quoted(options.Comment)}",
        };
        return [.. words.OfType<string>()];
    }

    /// <summary>Whether the server carries a column's new name into the checks that speak of it; MySQL refuses the rename.</summary>
    public virtual bool RenamesInChecks => false;

    /// <summary>What takes a column's default away.</summary>
    /// <remarks>On MySQL a nullable column without any default makes inserts fail that do not name it; null is what DROP DEFAULT means elsewhere.</remarks>
    public virtual string DropDefault(string column, ColumnModel? current) =>
        $"ALTER COLUMN {Quote(column)} {(current?.IsNullable == true ? "SET DEFAULT NULL" : "DROP DEFAULT")}";

    protected virtual string ExpressionKey(IndexDefinition index, IndexColumn key) => $"({key.Name})";

    protected override string RegexText(string column, string pattern) => $"{column} REGEXP {pattern}";

    protected override IEnumerable<string> InlineIndexes(TableDefinition table) => table.Indexes.Select(IndexClause);

    protected override string DeferralText(ForeignKeyDefinition key)
    {
        if (key.Deferrable)
        {
            throw Unsupported($"the deferrable foreign key {key.Name}", "Leave .Deferrable() out: keys are checked row by row here.");
        }

        return key.OnDelete == ForeignKeyAction.SetDefault || key.OnUpdate == ForeignKeyAction.SetDefault
            ? throw Unsupported($"the foreign key {key.Name} with SET DEFAULT, which InnoDB does not carry out", "Use SET NULL, or a trigger.")
            : "";
    }

    protected override string TableSuffix(TableDefinition table)
    {
        if (table.Options.Inherits is not null || table.Options.PartitionBy is not null)
        {
            throw Unsupported($"the table {table.Name} with {(table.Options.Inherits is null ? "PartitionBy" : "Inherits")}", "Guard it with db.Is(Client.Postgres), or use Raw.");
        }

        return string.Concat(OptionWords(table.Options).Select(word => " " + word));
    }

    protected override ValueTask<IReadOnlyList<SqlStatement>> AlterTableAsync(AlterTable alter, ICatalogue catalogue, CancellationToken cancellationToken) =>
        new MySqlAlterTable(this, Dialect, alter, catalogue).RenderAsync(cancellationToken);

    protected override async ValueTask<IReadOnlyList<SqlStatement>> CreateTableLikeAsync(CreateTableLike like, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var source = await catalogue.FindTableAsync(like.Source, cancellationToken);
        var create = new SqlStatement($"CREATE TABLE {Quote(like.Table)} LIKE {Quote(like.Source)}");
        var names = source is null ? [] : source.Uniques.Select(unique => unique.Name).Concat(source.Indexes.Select(index => index.Name));

        // So that a drop by columns finds them: their names begin with the new table's.
        var renames = names.Where(name => name.StartsWith(like.Source.Name + "_", StringComparison.Ordinal))
            .Select(name => $"RENAME INDEX {Quote(name)} TO {Quote(NameGenerator.Shorten(like.Table.Name + name[like.Source.Name.Length..]))}").ToList();
        return renames.Count == 0 ? [create] : [create, new SqlStatement($"ALTER TABLE {Quote(like.Table)} {string.Join(", ", renames)}")];
    }
}
