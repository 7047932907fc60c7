using Cairn.Schema.Dialects;
using Cairn.Schema.Dialects.MariaDb;
using Cairn.Schema.Dialects.MySql;
using Cairn.Schema.Dialects.Postgres;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Tests.Schema.Golden;

/// <summary>What a catalogue would say of a table that was just made. The engine tests hold it against the real catalogues.</summary>
public static class StubModel
{
    public static TableModel Of(Dialect dialect, TableDefinition table) => new(table.Name, IsView: false)
    {
        Columns = [.. table.Columns.Select(column => Column(dialect, column))],
        PrimaryKey = table.PrimaryKey is null ? null : new KeyModel(table.PrimaryKey.Name, table.PrimaryKey.Columns),
        Uniques = [.. table.Uniques.Select(unique => new KeyModel(unique.Name, unique.Columns))],
        ForeignKeys = table.ForeignKeys,
        Checks =
        [
            .. table.Checks.Select(check => new CheckModel(check.Name, Expression(dialect, check.Rule))),
            .. dialect.Client == Client.Postgres ? table.Columns.SelectMany(column => TypeCheck(table, column)) : [],
        ],
        Indexes = [.. table.Indexes.Select(index => Index(table, index)), .. ForeignKeyIndexes(dialect, table)],
    };

    /// <summary>The check that stands for a type, as PostgreSQL prints it.</summary>
    private static IEnumerable<CheckModel> TypeCheck(TableDefinition table, ColumnDefinition column) => ImpliedCheck.Of(table.Name, column, nativeEnums: true) is { } check
        ? [new CheckModel(check.Name, column.Type.Unsigned ? $"({column.Name} >= 0)" : $"({column.Name} = ANY (ARRAY['a'::text]))")]
        : [];

    private static ColumnModel Column(Dialect dialect, ColumnDefinition column)
    {
        var type = Words(dialect).TypeName(column.Type);
        return new ColumnModel(column.Name, type, column.Nullable != false && column.Identity == IdentityKind.None)
        {
            Default = Default(dialect, column, type),
            Identity = column.Identity,
            Generated = column.Generated,
            Collation = column.Collation,
            Comment = column.Comment,
        };
    }

    private static string? Default(Dialect dialect, ColumnDefinition column, string type) => column.Default switch
    {
        null => null,
        ColumnDefault.Value { Content: string text } when dialect.Client == Client.Postgres => $"'{text}'::{type.Split('(')[0]}",
        ColumnDefault.Value { Content: bool flag } when dialect.Client == Client.Postgres => flag ? "true" : "false",
        var said => Words(dialect).DefaultText(said, column.Type),
    };

    /// <summary>MySQL and MariaDB make an index for a foreign key that no other one serves.</summary>
    private static IEnumerable<IndexModel> ForeignKeyIndexes(Dialect dialect, TableDefinition table) => dialect.Client is not (Client.MySql or Client.MariaDb)
        ? []
        : table.ForeignKeys
            .Where(key => !table.Indexes.Any(index => index.Columns.Select(column => column.Name).Take(key.Columns.Count).SequenceEqual(key.Columns)))
            .Select(key => new IndexModel(key.Name, IsUnique: false, [.. key.Columns.Select(column => new IndexColumn(column))]));

    /// <summary>Enough of a check to tell which columns it is about.</summary>
    private static string Expression(Dialect dialect, CheckRule rule) => rule switch
    {
        CheckRule.Compare compare => $"{dialect.Quote(compare.Column)} {compare.Operator} {compare.Value}",
        CheckRule.Sql sql => sql.Expression,
        _ => rule.ToString(),
    };

    private static IndexModel Index(TableDefinition table, IndexDefinition index) => new(index.Name, index.IsUnique, index.Columns)
    {
        Where = index.Where,
        Sql = $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {index.Name} ON public.{table.Name} USING btree ({string.Join(", ", index.Columns.Select(key => key.Name))})"
            + (index.Where is null ? "" : $" WHERE ({index.Where})"),
    };

    private static Cairn.Schema.Dialects.Rendering.OperationRenderer Words(Dialect dialect) => dialect switch
    {
        PostgresDialect postgres => new PostgresRenderer(postgres),
        MySqlDialect mysql => new MySqlRenderer(mysql),
        MariaDbDialect mariaDb => new MariaDbRenderer(mariaDb),
        _ => throw new NotSupportedException($"Say here how {dialect.Client} names its types."),
    };
}
