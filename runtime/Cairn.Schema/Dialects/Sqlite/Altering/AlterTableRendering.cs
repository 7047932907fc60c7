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
            ChangeApplication.Apply(draft, change);
        }

        KeyChanges.RequireKey(draft);
        var probe = new ViewProbe(catalogue);
        var views = draft.Dropped.Count > 0 ? snapshot.Objects.ViewsOver(snapshot.Name) : [];
        await RequireViewsAsync(draft, views, probe, cancellationToken);
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
}
