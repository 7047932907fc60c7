using Cairn.Schema.Dialects.Sqlite.Inspection;
using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>Views. SQLite has neither OR REPLACE nor a rename of views: both drop and create.</summary>
internal static class ViewRendering
{
    private const string NoMaterialized = "Create an ordinary view or a table, or branch with db.Is(Client.Postgres).";

    /// <summary>CREATE VIEW.</summary>
    public static async ValueTask<RenderedOperation> CreateAsync(CreateView create, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var name = ConstraintRendering.RequirePlainName(create.View);
        if (create.Materialized)
        {
            throw SqliteRefusal.Unsupported($"materialized views ({create.Describe()})", NoMaterialized);
        }

        var columns = create.Columns.Count == 0 ? "" : $" ({SqliteNames.Quote(create.Columns)})";
        var statement = new SqlStatement($"CREATE VIEW {SqliteNames.Quote(name)}{columns} AS {create.Sql.Trim().TrimEnd(';')}");
        if (!create.OrReplace || (await SchemaObjects.ReadAsync(catalogue, cancellationToken)) is not { } objects || objects.FindView(name) is not { } old)
        {
            return new RenderedOperation([statement]);
        }

        // Its INSTEAD OF triggers go with the old view.
        return new RenderedOperation([Drop(old.Name), statement, .. objects.Of(old.Name, "trigger").Select(trigger => new SqlStatement(trigger.Sql!))]);
    }

    /// <summary>DROP VIEW.</summary>
    public static async ValueTask<RenderedOperation> DropAsync(DropView drop, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var name = ConstraintRendering.RequirePlainName(drop.View);
        if (drop.Materialized)
        {
            throw SqliteRefusal.Unsupported($"materialized views ({drop.Describe()})", NoMaterialized);
        }

        var objects = await SchemaObjects.ReadAsync(catalogue, cancellationToken);
        return objects.FindView(name) is { } view ? new RenderedOperation([Drop(view.Name)])
            : drop.IfExists ? new RenderedOperation([])
            : throw Missing(objects, name);
    }

    /// <summary>Drops the view and creates it under its new name, with its triggers.</summary>
    public static async ValueTask<RenderedOperation> RenameAsync(RenameView rename, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var objects = await SchemaObjects.ReadAsync(catalogue, cancellationToken);
        var name = ConstraintRendering.RequirePlainName(rename.From);
        var view = objects.FindView(name) ?? throw Missing(objects, name);
        var users = objects.ViewsOver(view.Name).Concat(objects.Triggers.Where(t => !SqliteNames.Same(t.Table, view.Name) && t.Mentions(view.Name))).ToList();
        if (users.Count > 0)
        {
            var names = string.Join(", ", users.Select(user => user.Name));
            throw SqliteRefusal.Breaks($"View {view.Name} cannot be renamed: {names} would be broken.", $"Drop {names} first and create it again for {rename.To}.");
        }

        var text = ViewText.Parse(view.Sql!);
        var quoted = SqliteNames.Quote(rename.To);
        return new RenderedOperation(
        [
            Drop(view.Name),
            new($"CREATE VIEW {quoted}{(text.Columns.Length == 0 ? "" : " " + text.Columns)} AS {text.Select}"),
            .. objects.Of(view.Name, "trigger").Select(trigger => new SqlStatement(TriggerText.Parse(trigger.Sql!).On(quoted))),
        ]);
    }

    private static SqlStatement Drop(string name) => new($"DROP VIEW {SqliteNames.Quote(name)}");

    private static CairnException Missing(SchemaObjects objects, string name) =>
        SqliteRefusal.Missing("view", name, objects.FindTable(name) is null ? null : "that is a table");
}
