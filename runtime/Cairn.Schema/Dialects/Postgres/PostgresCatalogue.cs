using System.Text.Json;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Postgres;

/// <summary>PostgreSQL's catalogue as the common model.</summary>
internal sealed class PostgresCatalogue : CatalogueReader
{
    public override async ValueTask<TableModel?> FindTableAsync(ICatalogueConnection connection, TableName name, CancellationToken cancellationToken)
    {
        var found = await connection.ReadAsync(PostgresQueries.Table, [name.Name, name.Schema], cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        var table = found[0];
        var oid = table.Number("oid");
        var columns = await connection.ReadAsync(PostgresQueries.Columns, [oid], cancellationToken);
        var constraints = await connection.ReadAsync(PostgresQueries.Constraints, [oid], cancellationToken);
        var indexes = await connection.ReadAsync(PostgresQueries.Indexes, [oid], cancellationToken);
        var triggers = await connection.ReadAsync(PostgresQueries.Triggers, [oid], cancellationToken);
        return new TableModel(name, table.Flag("is_view"))
        {
            Sql = table.Text("definition"),
            Comment = table.Text("comment"),
            Columns = [.. columns.Select(Column)],
            PrimaryKey = constraints.Where(row => row.Text("kind") == "p").Select(Key).FirstOrDefault(),
            Uniques = [.. constraints.Where(row => row.Text("kind") == "u").Select(Key)],
            Checks = [.. constraints.Where(row => row.Text("kind") == "c").Select(row => new CheckModel(row.Text("name")!, row.Text("expression")!))],
            ForeignKeys = [.. constraints.Where(row => row.Text("kind") == "f").Select(row => ForeignKey(row, name.Schema))],
            Indexes = [.. indexes.Select(Index)],
            Triggers = [.. triggers.Select(row => new TriggerModel(row.Text("name")!, row.Text("definition")!))],
        };
    }

    public override async ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(ICatalogueConnection connection, string? schema, CancellationToken cancellationToken)
    {
        var rows = await connection.ReadAsync(PostgresQueries.Tables, [schema], cancellationToken);
        return [.. rows.Select(row => new TableModel(new TableName(row.Text("name")!, schema), row.Flag("is_view")))];
    }

    private static ColumnModel Column(CatalogueRow row)
    {
        var expression = row.Text("expression");
        var generated = row.Text("generated");
        return new ColumnModel(row.Text("name")!, row.Text("type")!, !row.Flag("not_null"))
        {
            Default = string.IsNullOrEmpty(generated) ? expression : null,
            Generated = string.IsNullOrEmpty(generated) ? null : new GeneratedExpression(expression!, generated == "s"),
            Identity = row.Text("identity") switch { "a" => IdentityKind.Always, "d" => IdentityKind.ByDefault, _ => IdentityKind.None },
            Collation = row.Text("collation"),
            Comment = row.Text("comment"),
        };
    }

    private static KeyModel Key(CatalogueRow row) => new(row.Text("name")!, Names(row.Text("columns")));

    private static ForeignKeyDefinition ForeignKey(CatalogueRow row, string? schema)
    {
        // A key within the connection's own schema is told without it, as it was written.
        var target = new TableName(row.Text("target")!, schema is null && row.Flag("target_is_current") ? null : row.Text("target_schema"));
        return new ForeignKeyDefinition(row.Text("name")!, Names(row.Text("columns")), target, Names(row.Text("target_columns")))
        {
            OnDelete = Action(row.Text("on_delete")),
            OnUpdate = Action(row.Text("on_update")),
            Deferrable = row.Flag("deferrable"),
            InitiallyDeferred = row.Flag("deferred"),
        };
    }

    private static ForeignKeyAction Action(string? letter) => letter switch
    {
        "r" => ForeignKeyAction.Restrict,
        "c" => ForeignKeyAction.Cascade,
        "n" => ForeignKeyAction.SetNull,
        "d" => ForeignKeyAction.SetDefault,
        _ => ForeignKeyAction.NoAction,
    };

    private static IndexModel Index(CatalogueRow row)
    {
        using var keys = JsonDocument.Parse(row.Text("keys")!);
        return new IndexModel(row.Text("name")!, row.Flag("is_unique"), [.. keys.RootElement.EnumerateArray().Select(IndexKey)])
        {
            Where = row.Text("condition"),
            Sql = row.Text("definition"),
            IsValid = row.Flag("is_valid"),
        };
    }

    private static IndexColumn IndexKey(JsonElement key)
    {
        var column = key.GetProperty("column").GetString();
        return new IndexColumn(column ?? key.GetProperty("text").GetString()!, IsExpression: column is null, key.GetProperty("descending").GetBoolean());
    }

    private static IReadOnlyList<string> Names(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<string>>(json)!;
}
