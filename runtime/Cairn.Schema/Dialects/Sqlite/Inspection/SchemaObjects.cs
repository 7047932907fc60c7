using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.Sqlite.Inspection;

/// <summary>One row of sqlite_master.</summary>
/// <param name="Kind">table, index, view or trigger.</param>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table it belongs to.</param>
/// <param name="Sql">Its text; null for an index that a constraint made.</param>
internal sealed record SchemaObject(string Kind, string Name, string Table, string? Sql)
{
    /// <summary>Whether the text may speak of that table, view or column.</summary>
    public bool Mentions(string name) =>
        Sql is not null && SqlTokenizer.Tokenize(Sql).Any(token => token.IsName && SqliteNames.Same(token.Name, name));
}

/// <summary>A foreign key of some table.</summary>
/// <param name="Child">The table that has it.</param>
/// <param name="Parent">The table it refers to.</param>
/// <param name="ParentColumn">One of the columns it refers to; null where that is the primary key.</param>
/// <param name="OnDelete">What it does when the other row is deleted.</param>
internal sealed record ForeignKeyLink(string Child, string Parent, string? ParentColumn, string OnDelete);

/// <summary>All that sqlite_master has, in the order of creation.</summary>
/// <param name="All">The objects.</param>
internal sealed record SchemaObjects(IReadOnlyList<SchemaObject> All)
{
    /// <summary>The views.</summary>
    public IEnumerable<SchemaObject> Views => All.Where(o => o.Kind == "view");

    /// <summary>The triggers.</summary>
    public IEnumerable<SchemaObject> Triggers => All.Where(o => o.Kind == "trigger");

    /// <summary>Reads sqlite_master.</summary>
    public static async ValueTask<SchemaObjects> ReadAsync(ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var rows = await catalogue.ReadAsync(Query, [], cancellationToken);
        return new SchemaObjects([.. rows.Select(Read)]);
    }

    /// <summary>The query for all objects, in the order in which they were created.</summary>
    public const string Query = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid";

    /// <summary>One row of <see cref="Query"/>.</summary>
    public static SchemaObject Read(CatalogueRow row) => new(row.Text("type")!, row.Text("name")!, row.Text("tbl_name")!, row.Text("sql"));

    /// <summary>The table of that name, or null.</summary>
    public SchemaObject? FindTable(string name) => All.FirstOrDefault(o => o.Kind == "table" && SqliteNames.Same(o.Name, name));

    /// <summary>The view of that name, or null.</summary>
    public SchemaObject? FindView(string name) => Views.FirstOrDefault(o => SqliteNames.Same(o.Name, name));

    /// <summary>The table of that name.</summary>
    /// <exception cref="CairnException">There is none (CAIRN3010).</exception>
    public SchemaObject RequireTable(string name) => FindTable(name)
        ?? throw Rendering.SqliteRefusal.Missing("table", name, FindView(name) is null ? null : "that is a view");

    /// <summary>What belongs to the table: its indexes, its triggers.</summary>
    public IEnumerable<SchemaObject> Of(string table, string kind) => All.Where(o => o.Kind == kind && SqliteNames.Same(o.Table, table));

    /// <summary>The views that speak of the table, and those that speak of these views.</summary>
    public IReadOnlyList<SchemaObject> ViewsOver(string table)
    {
        var found = new List<SchemaObject>();
        var names = new Queue<string>([table]);
        while (names.TryDequeue(out var name))
        {
            foreach (var view in Views.Where(v => !found.Contains(v) && !SqliteNames.Same(v.Name, name) && v.Mentions(name)).ToList())
            {
                found.Add(view);
                names.Enqueue(view.Name);
            }
        }

        return found;
    }

    /// <summary>A name for a helping object that nothing has.</summary>
    public string FreeName(string wanted)
    {
        var name = wanted;
        for (var i = 2; All.Any(o => SqliteNames.Same(o.Name, name)); i++)
        {
            name = $"{wanted}_{i}";
        }

        return name;
    }

    /// <summary>The foreign keys, of all tables, that refer to the table.</summary>
    public static async ValueTask<IReadOnlyList<ForeignKeyLink>> LinksToAsync(ICatalogue catalogue, string table, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT m.name AS child, f."table" AS parent, f."to" AS parent_column, f.on_delete AS on_delete
            FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS f
            WHERE m.type = 'table' AND instr(lower(m.sql), lower(@p1)) > 0 AND m.sql LIKE '%references%' AND f."table" = @p0 COLLATE NOCASE
            ORDER BY m.rowid, f.id, f.seq
            """;

        // The pragma is slow over a thousand tables, so only texts that hold the name are asked; a quote in it may be doubled there.
        var hint = table.AsSpan().IndexOfAny("\"'`") < 0 ? table : "";
        var rows = await catalogue.ReadAsync(Sql, [table, hint], cancellationToken);
        return [.. rows.Select(row => new ForeignKeyLink(row.Text("child")!, row.Text("parent")!, row.Text("parent_column"), row.Text("on_delete")!))];
    }
}
