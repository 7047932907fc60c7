using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>MySQL's catalogue as the common model; MariaDB's says what differs.</summary>
internal partial class MySqlCatalogue : CatalogueReader
{
    private string? tableQuery;

    /// <summary>A right to read everywhere may be taken away for single schemas here, where that is switched on.</summary>
    protected virtual string SeesAll { get; } = MySqlRights.SeesAll("@@global.partial_revokes = 0");

    protected virtual string IndexQuery => """
        SELECT s.index_name AS name, s.non_unique AS non_unique, s.column_name AS column_name, s.expression AS expression, s.collation AS direction, s.sub_part AS part,
          s.index_type AS method
        FROM information_schema.statistics s
        WHERE s.table_schema = COALESCE(@p1, DATABASE()) AND s.table_name = @p0
        ORDER BY s.index_name, s.seq_in_index
        """;

    protected virtual string CheckQuery => """
        SELECT c.constraint_name AS name, c.check_clause AS expression, 'Table' AS level, t.enforced AS enforced
        FROM information_schema.table_constraints t
        JOIN information_schema.check_constraints c ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
        WHERE t.table_schema = COALESCE(@p1, DATABASE()) AND t.table_name = @p0 AND t.constraint_type = 'CHECK'
        ORDER BY c.constraint_name
        """;

    public override async ValueTask<TableModel?> FindTableAsync(ICatalogueConnection connection, TableName name, CancellationToken cancellationToken)
    {
        object?[] arguments = [name.Name, name.Schema];
        var found = await connection.ReadAsync(tableQuery ??= MySqlQueries.TableOr(SeesAll), arguments, cancellationToken);
        if (found.FirstOrDefault(row => row.Text("name") is not null) is not { } table)
        {
            return !found[0].Flag("sees_all") && await MySqlRights.IsHiddenAsync(connection, name, cancellationToken) ? throw MySqlRights.Hidden(name) : null;
        }

        var columns = await connection.ReadAsync(MySqlQueries.Columns, arguments, cancellationToken);
        if (!table.Flag("is_view") && await MySqlRights.HidesColumnsAsync(connection, name, columns.Count, table.Flag("has_column_rights"), cancellationToken))
        {
            throw MySqlRights.Hidden(name);
        }

        var checks = await connection.ReadAsync(CheckQuery, arguments, cancellationToken);
        var keys = await connection.ReadAsync(IndexQuery, arguments, cancellationToken);
        var foreignKeys = await connection.ReadAsync(MySqlQueries.ForeignKeys, arguments, cancellationToken);
        var triggers = await connection.ReadAsync(MySqlQueries.Triggers, arguments, cancellationToken);
        var model = new TableModel(name, table.Flag("is_view"))
        {
            Sql = table.Text("definition"),
            Comment = table.Flag("is_view") || string.IsNullOrEmpty(table.Text("comment")) ? null : table.Text("comment"),
            Columns = [.. columns.Select(row => Column(row, table.Text("collation"), checks))],
            Checks = [.. checks.Where(row => row.Text("level") == "Table").Select(row => new CheckModel(row.Text("name")!, Unescape(row.Text("expression")!)) { IsEnforced = row.Flag("enforced") })],
            ForeignKeys = [.. foreignKeys.GroupBy(row => row.Text("name")!).Select(rows => ForeignKey([.. rows], name.Schema))],
            Triggers = [.. triggers.Select(row => Trigger(row, name))],
        };
        return MySqlIndexes.Fill(model, keys);
    }

    public override async ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(ICatalogueConnection connection, string? schema, CancellationToken cancellationToken)
    {
        var rows = await connection.ReadAsync(MySqlQueries.Tables, [schema], cancellationToken);
        return [.. rows.Select(row => new TableModel(new TableName(row.Text("name")!, schema), row.Flag("is_view")))];
    }

    /// <summary>The default as SQL that a definition can restate. MySQL prints a literal bare and an expression with its quotes escaped.</summary>
    protected internal virtual string? Default(CatalogueRow row) => (row.Text("default_value"), row.Text("extra") ?? "") switch
    {
        (null, _) => null,
        ({ } now, _) when now.StartsWith("CURRENT_TIMESTAMP", StringComparison.OrdinalIgnoreCase) => now,
        ({ } expression, { } extra) when extra.Contains("DEFAULT_GENERATED") => $"({Unescape(expression)})",
        ({ } bits, _) when bits.StartsWith("b'", StringComparison.Ordinal) => bits,
        ({ } number, _) when NumberType().IsMatch(row.Text("type")!) => number,
        ({ } bytes, _) when bytes.StartsWith("0x", StringComparison.Ordinal) && BinaryType().IsMatch(row.Text("type")!) => bytes,
        ({ } literal, _) => MySqlLiterals.Quoted(literal),
    };

    /// <summary>A check that belongs to the column's definition and is lost unless restated with it (MariaDB), or null.</summary>
    protected internal virtual string? ColumnCheck(CatalogueRow row, IReadOnlyList<CatalogueRow> checks) => null;

    protected internal virtual string DataType(CatalogueRow row, IReadOnlyList<CatalogueRow> checks) => DisplayWidth().Replace(row.Text("type")!, "$1");

    /// <summary>An expression as it is written: MySQL prints it with the escapes of a literal around it.</summary>
    protected internal virtual string Unescape(string expression) => Escape().Replace(expression, "$1");

    private ColumnModel Column(CatalogueRow row, string? tableCollation, IReadOnlyList<CatalogueRow> checks)
    {
        var extra = row.Text("extra") ?? "";
        var expression = row.Text("expression");
        var type = DataType(row, checks);
        return new ColumnModel(row.Text("name")!, type, row.Flag("nullable"))
        {
            Default = string.IsNullOrEmpty(expression) ? Default(row) : null,
            Generated = string.IsNullOrEmpty(expression) ? null : new GeneratedExpression(Unescape(expression), extra.Contains("STORED", StringComparison.OrdinalIgnoreCase)),
            Identity = extra.Contains("auto_increment", StringComparison.OrdinalIgnoreCase) ? IdentityKind.ByDefault : IdentityKind.None,
            Collation = row.Text("collation") is { } collation && collation != tableCollation && type != "json" ? collation : null,
            Comment = string.IsNullOrEmpty(row.Text("comment")) ? null : row.Text("comment"),
            Extra = OnUpdate().Match(extra) is { Success: true } update ? update.Value : ColumnCheck(row, checks),
        };
    }

    private static ForeignKeyDefinition ForeignKey(IReadOnlyList<CatalogueRow> rows, string? schema)
    {
        var first = rows[0];
        var target = new TableName(first.Text("target")!, schema is null && first.Flag("target_is_current") ? null : first.Text("target_schema"));
        return new ForeignKeyDefinition(first.Text("name")!, [.. rows.Select(row => row.Text("column_name")!)], target, [.. rows.Select(row => row.Text("target_column")!)])
        {
            OnDelete = Action(first.Text("on_delete")),
            OnUpdate = Action(first.Text("on_update")),
        };
    }

    private static ForeignKeyAction Action(string? rule) => rule switch
    {
        "RESTRICT" => ForeignKeyAction.Restrict,
        "CASCADE" => ForeignKeyAction.Cascade,
        "SET NULL" => ForeignKeyAction.SetNull,
        "SET DEFAULT" => ForeignKeyAction.SetDefault,
        _ => ForeignKeyAction.NoAction,
    };

    private static TriggerModel Trigger(CatalogueRow row, TableName table)
    {
        var name = row.Text("name")!;
        var sql = $"CREATE TRIGGER {MySqlNames.Quote(Client.MySql, name)} {row.Text("timing")} {row.Text("event")} ON {MySqlNames.Quote(Client.MySql, table.Name)} FOR EACH ROW {row.Text("body")}";
        return new TriggerModel(name, sql);
    }

    // The width of a number's display says nothing about its values; tinyint(1) is how a boolean is known.
    [GeneratedRegex(@"^(tinyint(?!\(1\))|smallint|mediumint|int|bigint)\(\d+\)(?!.*zerofill)")]
    private static partial Regex DisplayWidth();

    [GeneratedRegex(@"^(tinyint|smallint|mediumint|int|bigint|decimal|float|double)\b")]
    private static partial Regex NumberType();

    [GeneratedRegex(@"^(var)?binary\b")]
    private static partial Regex BinaryType();

    [GeneratedRegex(@"\\(.)", RegexOptions.Singleline)]
    private static partial Regex Escape();

    [GeneratedRegex(@"on update \w+(\(\d*\))?", RegexOptions.IgnoreCase)]
    private static partial Regex OnUpdate();
}
