using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Postgres;

/// <summary>
/// CREATE TABLE … LIKE, with two gaps closed: its indexes would have names of the server's choosing, which no later drop by columns finds, and a serial
/// column would go on drawing from the source's sequence.
/// </summary>
internal static class PostgresTableCopy
{
    public static async ValueTask<IReadOnlyList<SqlStatement>> RenderAsync(Dialect dialect, CreateTableLike like, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var source = await catalogue.FindTableAsync(like.Source, cancellationToken);
        var target = dialect.Quote(like.Table);
        if (source is null)
        {
            return [new SqlStatement($"CREATE TABLE {target} (LIKE {dialect.Quote(like.Source)} INCLUDING ALL)")];
        }

        var keys = new[] { source.PrimaryKey }.OfType<KeyModel>().Select(key => (Key: key, Words: "PRIMARY KEY"))
            .Concat(source.Uniques.Select(key => (Key: key, Words: "UNIQUE")))
            .Select(entry => $"CONSTRAINT {dialect.Quote(Name(entry.Key.Name, like))} {entry.Words} ({string.Join(", ", entry.Key.Columns.Select(dialect.Quote))})");
        var lines = keys.Prepend($"LIKE {dialect.Quote(like.Source)} INCLUDING ALL EXCLUDING INDEXES");
        return
        [
            new SqlStatement($"CREATE TABLE {target} (\n  {string.Join(",\n  ", lines)}\n)"),
            .. source.Indexes.Select(index => Index(dialect, like, index)).OfType<SqlStatement>(),
            .. source.Columns.Where(column => column.Default?.StartsWith("nextval(", StringComparison.Ordinal) == true)
                .SelectMany(column => OwnSequence(dialect, like.Table, column)),
        ];
    }

    private static string Name(string name, CreateTableLike like) => NameGenerator.Shorten(
        name.StartsWith(like.Source.Name + "_", StringComparison.Ordinal) ? like.Table.Name + name[like.Source.Name.Length..] : $"{like.Table.Name}_{name}");

    private static SqlStatement? Index(Dialect dialect, CreateTableLike like, IndexModel index)
    {
        var rest = index.Sql?.IndexOf(" USING ", StringComparison.Ordinal) ?? -1;
        return rest < 0
            ? null
            : new SqlStatement($"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {dialect.Quote(Name(index.Name, like))} ON {dialect.Quote(like.Table)}{index.Sql![rest..]}");
    }

    private static IEnumerable<SqlStatement> OwnSequence(Dialect dialect, TableName table, ColumnModel column)
    {
        var sequence = dialect.Quote(table with { Name = NameGenerator.Shorten($"{table.Name}_{column.Name}_seq") });
        var owner = $"{dialect.Quote(table)}.{dialect.Quote(column.Name)}";
        yield return new SqlStatement($"CREATE SEQUENCE {sequence} AS {column.DataType} OWNED BY {owner}");
        yield return new SqlStatement(
            $"ALTER TABLE {dialect.Quote(table)} ALTER COLUMN {dialect.Quote(column.Name)} SET DEFAULT nextval({PostgresLiterals.Quoted(sequence)}::regclass)");
    }
}
