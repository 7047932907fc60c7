using Cairn.Schema.Dialects.Sqlite.Inspection;
using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>ALTER TABLE: native statements where all changes are native, one rebuild of the table where any is not.</summary>
internal static class AlterTableRendering
{
    /// <summary>The statements of all changes.</summary>
    public static async ValueTask<RenderedOperation> RenderAsync(AlterTable alter, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var snapshot = await TableSnapshot.ReadAsync(catalogue, ConstraintRendering.RequirePlainName(alter.Table), cancellationToken);
        var draft = new TableDraft(snapshot);
        foreach (var change in alter.Changes)
        {
            Apply(draft, change);
        }

        KeyChanges.RequireKey(draft);
        var probe = new ViewProbe(catalogue);
        var views = draft.Dropped.Count > 0 ? snapshot.Objects.ViewsOver(snapshot.Name) : [];
        await RequireViewsAsync(draft, views, probe, cancellationToken);
        RequireTriggers(draft);
        var renames = draft.Columns.Any(column => column.Logical != column.Physical);
        if (draft.HasNativeRename || renames)
        {
            await RenameRendering.RequireSoundViewsAsync($"rename a column of {draft.Name}", snapshot.Objects, catalogue, cancellationToken);
        }
        else if (!draft.NeedsRebuild && draft.Dropped.Count > 0)
        {
            // DROP COLUMN, too, stops at any broken view of the database; a rebuild does not.
            draft.NeedsRebuild = (await probe.BrokenAsync(snapshot.Objects.Views, cancellationToken)).Count > 0;
        }

        if (!draft.NeedsRebuild)
        {
            var statements = draft.Native.Select(sql => new SqlStatement(sql));
            return new RenderedOperation(draft.HasNativeRename
                ? await LegacyAlterTable.OffAsync(catalogue, statements, cancellationToken)
                : [.. statements]);
        }

        return new RenderedOperation(await Rebuild.RenderAsync(draft, views, catalogue, cancellationToken))
        {
            RequiresForeignKeysOff = snapshot.Links.Count > 0 || Rebuild.RefersToItself(draft),
        };
    }

    // Author's SQL becomes a part of the table's text, so it must be whole: brackets and quotes that close, no comment to the end of a line.
    private static void Apply(TableDraft draft, TableChange change)
    {
        try
        {
            ChangeApplication.Apply(draft, change);
        }
        catch (FormatException exception)
        {
            throw new CairnException(ErrorCodes.StatementFailed, $"The SQL to {change.Describe()} in table {draft.Name} is not understood: {exception.Message}", exception)
            {
                Fix = "Correct the expression: its brackets and quotes must close, and it must not end in a comment.",
            };
        }
    }

    private static async ValueTask RequireViewsAsync(
        TableDraft draft, IReadOnlyList<SchemaObject> views, ViewProbe probe, CancellationToken cancellationToken)
    {
        if (views.Count == 0)
        {
            return;
        }

        // Columns that are renamed have their old names here: SQLite carries the new ones into the views itself.
        IReadOnlyList<string> before = [.. draft.Snapshot.Text.Columns.Select(column => column.Name)];
        IReadOnlyList<string> after = [.. draft.Text.Columns.Select(column => column.Name)];
        if (await probe.FirstBrokenByAsync(draft.Name, views, before, after, cancellationToken) is { } broken)
        {
            throw SqliteRefusal.Breaks(
                $"Column {string.Join(", ", draft.Dropped)} of table {draft.Name} cannot be dropped: view {broken.View.Name} needs it ({broken.Reason}).",
                $"Drop view {broken.View.Name} first and create it again afterwards.");
        }
    }

    // Compiling the triggers afterwards finds the rest; but where "note" in double quotes is no column, SQLite takes it for a string.
    private static void RequireTriggers(TableDraft draft)
    {
        var tables = draft.Snapshot.Objects.All.Where(o => o is { Kind: "table", Sql: not null } && !SqliteNames.Same(o.Name, draft.Name)).ToList();
        foreach (var name in draft.Dropped.Where(name => draft.Text.Find(name) is null))
        {
            var trigger = draft.Snapshot.Objects.Triggers
                .Where(t => SqliteNames.Same(t.Table, draft.Name) || t.Mentions(draft.Name))
                .FirstOrDefault(t => HasDoubleQuoted(t.Sql!, name) && !tables.Exists(table => t.Mentions(table.Name) && table.Mentions(name)));
            if (trigger is not null)
            {
                throw SqliteRefusal.Breaks(
                    $"Column {name} of table {draft.Name} cannot be dropped: trigger {trigger.Name} needs it.",
                    $"Drop trigger {trigger.Name} first and create it again afterwards.");
            }
        }
    }

    private static bool HasDoubleQuoted(string sql, string name)
    {
        var tokens = SqlTokenizer.Tokenize(sql);
        return tokens.Where((token, i) => token.Kind == TokenKind.Quoted && sql[token.Start] == '"' && SqliteNames.Same(token.Name, name)
            && (i == 0 || !tokens[i - 1].Is('.'))).Any();
    }
}
