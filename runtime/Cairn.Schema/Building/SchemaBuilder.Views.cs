using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public sealed partial class SchemaBuilder
{
    /// <summary>Creates a view.</summary>
    /// <param name="name">The view.</param>
    /// <param name="sql">Its SELECT.</param>
    /// <param name="columns">The names of its columns, where they differ from the SELECT's.</param>
    public SchemaStep CreateView(string name, string sql, params IReadOnlyList<string> columns) => Record(NewView(name, sql, columns));

    /// <summary>Creates a view, or puts it in the place of one of that name.</summary>
    /// <param name="name">The view.</param>
    /// <param name="sql">Its SELECT.</param>
    /// <param name="columns">The names of its columns, where they differ from the SELECT's.</param>
    public SchemaStep CreateOrReplaceView(string name, string sql, params IReadOnlyList<string> columns) =>
        Record(NewView(name, sql, columns) with { OrReplace = true });

    /// <summary>Gives a view another SELECT; the same as <see cref="CreateOrReplaceView"/>.</summary>
    /// <param name="name">The view.</param>
    /// <param name="sql">Its new SELECT. PostgreSQL keeps the names and types of the columns there were, and takes new ones at the end only.</param>
    /// <param name="columns">The names of its columns, where they differ from the SELECT's.</param>
    public SchemaStep AlterView(string name, string sql, params IReadOnlyList<string> columns) => CreateOrReplaceView(name, sql, columns);

    /// <summary>Creates a materialized view (PostgreSQL).</summary>
    /// <param name="name">The view.</param>
    /// <param name="sql">Its SELECT.</param>
    /// <param name="columns">The names of its columns, where they differ from the SELECT's.</param>
    public SchemaStep CreateMaterializedView(string name, string sql, params IReadOnlyList<string> columns) =>
        Record(NewView(name, sql, columns) with { Materialized = true });

    /// <summary>Reads a materialized view's rows anew (PostgreSQL).</summary>
    /// <param name="name">The view.</param>
    /// <param name="concurrently">Without blocking its readers; needs a unique index on it.</param>
    public SchemaStep RefreshMaterializedView(string name, bool concurrently = false) => Record(new RefreshMaterializedView(View(name), concurrently));

    /// <summary>Drops a view.</summary>
    /// <param name="name">The view.</param>
    /// <param name="sql">Its SELECT, where the drop shall be reversible in a <c>Change</c>.</param>
    public SchemaStep DropView(string name, string? sql = null) =>
        Record(new DropView(View(name)) { Definition = sql is null ? null : NewView(name, sql, []) });

    /// <summary>Drops a view; where there is none, nothing is done.</summary>
    /// <param name="name">The view.</param>
    public SchemaStep DropViewIfExists(string name) => Record(new DropView(View(name), IfExists: true));

    /// <summary>Drops a materialized view (PostgreSQL).</summary>
    /// <param name="name">The view.</param>
    /// <param name="sql">Its SELECT, where the drop shall be reversible in a <c>Change</c>.</param>
    public SchemaStep DropMaterializedView(string name, string? sql = null) => Record(new DropView(View(name))
    {
        Materialized = true,
        Definition = sql is null ? null : NewView(name, sql, []) with { Materialized = true },
    });

    /// <summary>Drops a materialized view (PostgreSQL); where there is none, nothing is done.</summary>
    /// <param name="name">The view.</param>
    public SchemaStep DropMaterializedViewIfExists(string name) => Record(new DropView(View(name), IfExists: true) { Materialized = true });

    /// <summary>Renames a view.</summary>
    /// <param name="from">The view.</param>
    /// <param name="to">Its new name, in the same schema.</param>
    public SchemaStep RenameView(string from, string to)
    {
        var view = View(from);
        return Record(new RenameView(view, scope.ResolveNew(view, to, "a view")));
    }

    private CreateView NewView(string name, string sql, IReadOnlyList<string> columns) => new(View(name), Require.Sql(sql, $"the view {name}"))
    {
        Columns = columns.Count == 0 ? [] : Require.Columns(columns, $"the view {name}"),
    };

    private TableName View(string name) => scope.Resolve(name, "a view");
}
