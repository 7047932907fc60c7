using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>A table by a new text: the rebuild that every other change of a table goes through, with columns found again by their names.</summary>
internal static class TableReplacement
{
    /// <summary>The statements.</summary>
    public static async ValueTask<RenderedOperation> RenderAsync(RebuildTable rebuild, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var snapshot = await TableSnapshot.ReadAsync(catalogue, ConstraintRendering.RequirePlainName(rebuild.Table), cancellationToken);
        var draft = new TableDraft(snapshot) { Text = Parse(rebuild), NeedsRebuild = true };
        draft.Columns.Clear();
        foreach (var column in draft.Text.Columns)
        {
            var old = snapshot.Text.Find(column.Name);
            draft.Columns.Add(new DraftColumn(column.Name, column.Name, old?.Name)
            {
                FirstDefault = column.Find(ConstraintKind.Default)?.Expression,
                BecameNotNull = old is not null && old.Find(ConstraintKind.NotNull) is null && column.Find(ConstraintKind.NotNull) is not null,
            });
        }

        draft.Dropped.AddRange(snapshot.Text.Columns.Select(column => column.Name).Where(name => draft.Text.Find(name) is null));
        var views = draft.Dropped.Count > 0 ? snapshot.Objects.ViewsOver(snapshot.Name) : [];
        return new RenderedOperation(await Rebuild.RenderAsync(draft, views, catalogue, cancellationToken))
        {
            RequiresForeignKeysOff = snapshot.Links.Count > 0 || Rebuild.RefersToItself(draft),
        };
    }

    private static TableText Parse(RebuildTable rebuild)
    {
        try
        {
            return TableParser.Parse(rebuild.Sql);
        }
        catch (FormatException exception)
        {
            throw new CairnException(ErrorCodes.RebuildImpossible, $"The new definition of table {rebuild.Table} is not understood: {exception.Message}", exception)
            {
                Fix = "Give the whole CREATE TABLE statement; virtual tables cannot be rebuilt.",
                Sql = rebuild.Sql,
            };
        }
    }
}
