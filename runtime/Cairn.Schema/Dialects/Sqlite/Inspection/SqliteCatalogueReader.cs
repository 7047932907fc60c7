using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Inspection;

/// <summary>
/// Reads SQLite's catalogue. The pragmas do not tell the names of constraints, checks, collations and generated expressions;
/// those come from the parsed text of the table.
/// </summary>
internal sealed class SqliteCatalogueReader : CatalogueReader
{
    /// <inheritdoc/>
    public override async ValueTask<TableModel?> FindTableAsync(ICatalogueConnection connection, TableName name, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'view') AND name = @p0 COLLATE NOCASE";
        if (name.Schema is not null || await connection.ReadAsync(Sql, [name.Name], cancellationToken) is not [var row, ..])
        {
            return null;
        }

        var found = row.Text("name")!;
        var isView = row.Text("type") == "view";
        var text = row.Text("sql");
        var table = isView ? null : TryParse(text);
        var model = new TableModel(new TableName(found), isView)
        {
            Sql = text,
            Columns = await ColumnsAsync(connection, found, table, cancellationToken),
            Triggers = await TriggersAsync(connection, found, cancellationToken),
        };
        return table is null ? model : await WithConstraintsAsync(connection, model, table, cancellationToken);
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(
        ICatalogueConnection connection, string? schema, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
        var rows = await connection.ReadAsync(Sql, [], cancellationToken);
        return [.. rows.Select(row => new TableModel(new TableName(row.Text("name")!), row.Text("type") == "view"))];
    }

    // A virtual table has no columns in its text.
    private static TableText? TryParse(string? sql)
    {
        try
        {
            return sql is null ? null : TableParser.Parse(sql);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static async ValueTask<IReadOnlyList<ColumnModel>> ColumnsAsync(
        ICatalogueConnection connection, string name, TableText? table, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_xinfo(@p0) WHERE hidden <> 1 ORDER BY cid";
        var rows = await connection.ReadAsync(Sql, [name], cancellationToken);
        var keys = rows.Count(row => row.Number("pk") > 0);
        return [.. rows.Select(row =>
        {
            var column = row.Text("name")!;
            var text = table?.Find(column);
            var type = text?.Type ?? row.Text("type") ?? "";
            var isRowid = keys == 1 && row.Number("pk") == 1 && type.Equals("INTEGER", StringComparison.OrdinalIgnoreCase);
            var isNumbered = table?.Items.Any(item => item switch
            {
                ColumnText c => ReferenceEquals(c, text) && c.Constraints.Any(k => k is { Kind: ConstraintKind.PrimaryKey, Flag: true }),
                TableConstraintText { Constraint: { Kind: ConstraintKind.PrimaryKey, Flag: true } key } => SqliteNames.Same(key.Columns, [column]),
                _ => false,
            }) == true;
            var generated = text?.Find(ConstraintKind.Generated);
            return new ColumnModel(column, type, !row.Flag("notnull") && !isRowid)
            {
                Default = row.Text("dflt_value"),
                Identity = isNumbered ? IdentityKind.ByDefault : IdentityKind.None,
                Generated = generated is null ? null : new GeneratedExpression(generated.Expression, generated.Flag),
                Collation = text?.Find(ConstraintKind.Collate)?.Expression,
            };
        })];
    }

    private static async ValueTask<IReadOnlyList<TriggerModel>> TriggersAsync(ICatalogueConnection connection, string name, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = @p0 COLLATE NOCASE ORDER BY name";
        var rows = await connection.ReadAsync(Sql, [name], cancellationToken);
        return [.. rows.Select(row => new TriggerModel(row.Text("name")!, row.Text("sql")!))];
    }

    private static async ValueTask<TableModel> WithConstraintsAsync(
        ICatalogueConnection connection, TableModel model, TableText table, CancellationToken cancellationToken)
    {
        var constraints = AllConstraints(table).ToList();
        var foreignKeys = new List<ForeignKeyDefinition>();
        foreach (var key in constraints.Select(c => c.ForeignKey).OfType<ForeignKeyDefinition>())
        {
            foreignKeys.Add(key.ReferencedColumns.Count > 0 ? key : key with { ReferencedColumns = await PrimaryKeyAsync(connection, key.ReferencedTable.Name, cancellationToken) });
        }

        var indexes = await IndexesAsync(connection, model.Name.Name, cancellationToken);
        var uniques = indexes.Where(IsUniqueConstraint).ToList();
        return model with
        {
            PrimaryKey = Keys(constraints, ConstraintKind.PrimaryKey).FirstOrDefault(),
            Uniques = [.. Keys(constraints, ConstraintKind.Unique), .. uniques.Select(i => new KeyModel(i.Name, [.. i.Columns.Select(c => c.Name)]))],
            ForeignKeys = foreignKeys,
            Indexes = [.. indexes.Except(uniques)],
            Checks = [.. constraints.Where(c => c.Kind == ConstraintKind.Check).Select(c => new CheckModel(c.Name ?? "", c.Expression))],
        };
    }

    // AlterTable adds a unique constraint as a unique index (that needs no rebuild); its generated name tells the two apart.
    private static bool IsUniqueConstraint(IndexModel index) => index.IsUnique && index.Where is null
        && index.Columns.All(c => c is { IsExpression: false, Descending: false }) && index.Name.EndsWith("_unique", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ConstraintText> AllConstraints(TableText table) =>
        table.Items.SelectMany(item => item is ColumnText column ? column.Constraints : [((TableConstraintText)item).Constraint]);

    private static IEnumerable<KeyModel> Keys(IEnumerable<ConstraintText> constraints, ConstraintKind kind) =>
        constraints.Where(c => c.Kind == kind).Select(c => new KeyModel(c.Name ?? "", c.Columns));

    private static async ValueTask<IReadOnlyList<string>> PrimaryKeyAsync(ICatalogueConnection connection, string table, CancellationToken cancellationToken)
    {
        var rows = await connection.ReadAsync("SELECT name FROM pragma_table_info(@p0) WHERE pk > 0 ORDER BY pk", [table], cancellationToken);
        return [.. rows.Select(row => row.Text("name")!)];
    }

    private static async ValueTask<IReadOnlyList<IndexModel>> IndexesAsync(ICatalogueConnection connection, string table, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = @p0 COLLATE NOCASE AND sql IS NOT NULL ORDER BY name";
        var rows = await connection.ReadAsync(Sql, [table], cancellationToken);
        return [.. rows.Select(row =>
        {
            var index = IndexText.Parse(row.Text("sql")!);
            return new IndexModel(row.Text("name")!, index.IsUnique, index.Columns) { Where = index.Where, Sql = index.Sql };
        })];
    }
}
