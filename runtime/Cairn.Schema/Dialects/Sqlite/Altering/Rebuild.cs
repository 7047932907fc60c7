using Cairn.Schema.Dialects.Sqlite.Inspection;
using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>
/// The rebuild of a table: a new one from the edited text, the rows, the new one in the old one's place; then triggers, renames of
/// columns (SQLite's own, which reach views, triggers and other tables), indexes, and the checks that nothing was broken.
/// </summary>
internal static class Rebuild
{
    /// <summary>The statements.</summary>
    /// <param name="draft">The table as it will be.</param>
    /// <param name="views">The views that must compile afterwards, where columns go.</param>
    /// <param name="catalogue">The database.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async ValueTask<IReadOnlyList<SqlStatement>> RenderAsync(
        TableDraft draft, IReadOnlyList<SchemaObject> views, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var objects = draft.Snapshot.Objects;
        var temporary = objects.FreeName($"_cairn_new_{draft.Name}");
        var triggers = objects.Of(draft.Name, "trigger").ToList();
        return
        [
            .. RowCopy.Checks(draft),
            new(NewTable(draft, temporary).ToString()),
            new(RowCopy.Insert(draft, temporary)),
            .. Counter(draft, temporary),
            new($"DROP TABLE {draft.QuotedName}"),
            .. await LegacyAlterTable.OnAsync(
                catalogue, [new($"ALTER TABLE {SqliteNames.Quote(temporary)} RENAME TO {draft.QuotedName}")], cancellationToken),
            .. triggers.Select(trigger => new SqlStatement(trigger.Sql!)),
            .. await RenamesAsync(draft, catalogue, cancellationToken),
            .. draft.Indexes.Select(index => new SqlStatement(draft.ToLogical(index.Text))),
            .. await RebuildChecks.RenderAsync(draft, views, catalogue, cancellationToken),
        ];
    }

    /// <summary>Whether a foreign key of the new table refers to the table itself.</summary>
    public static bool RefersToItself(TableDraft draft) => ForeignKeys(draft.Text).Any(key => SqliteNames.Same(key.ForeignKey!.ReferencedTable.Name, draft.Name));

    /// <summary>All foreign keys of a table.</summary>
    public static IEnumerable<ConstraintText> ForeignKeys(TableText text) => text.Items
        .SelectMany(item => item is ColumnText column ? column.Constraints : [((TableConstraintText)item).Constraint])
        .Where(constraint => constraint.Kind == ConstraintKind.ForeignKey);

    // A check may name its column with the table before it, which has another name while it is built.
    private static TableText NewTable(TableDraft draft, string temporary) => draft.Text with
    {
        Head = "CREATE TABLE ",
        Name = SqliteNames.Quote(temporary),
        Items = [.. draft.Text.Items.Select(item => item switch
        {
            ColumnText column => column with { Constraints = [.. column.Constraints.Select(c => Unqualified(c, draft))] },
            TableConstraintText constraint => constraint with { Constraint = Unqualified(constraint.Constraint, draft) },
            _ => item,
        })],
    };

    private static ConstraintText Unqualified(ConstraintText constraint, TableDraft draft) => constraint.Kind is ConstraintKind.Check or ConstraintKind.Generated
        ? constraint with { Text = ColumnReferences.Unqualify(constraint.Text, draft.Name) }
        : constraint;

    // The counter may be higher than the highest number in the table: numbers are never given out twice.
    private static IEnumerable<SqlStatement> Counter(TableDraft draft, string temporary)
    {
        if (!IsNumbered(draft.Text) || !IsNumbered(draft.Snapshot.Text))
        {
            return [];
        }

        var (old, now) = (Rendering.SqliteLiterals.Render(draft.Name, null), Rendering.SqliteLiterals.Render(temporary, null));
        return
        [
            new($"DELETE FROM sqlite_sequence WHERE name = {now}"),
            new($"INSERT INTO sqlite_sequence (name, seq) SELECT {now}, seq FROM sqlite_sequence WHERE name = {old}"),
        ];
    }

    private static bool IsNumbered(TableText text) => TableSnapshot.FindPrimaryKey(text) is { Flag: true };

    // Names may be passed on or exchanged in one AlterTable; a ring of them goes by way of a name of ours.
    private static async ValueTask<IReadOnlyList<SqlStatement>> RenamesAsync(TableDraft draft, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var statements = new List<SqlStatement>();
        var names = draft.Columns.ToDictionary(column => column, column => column.Physical);
        while (names.FirstOrDefault(pair => pair.Key.Logical != pair.Value) is { Key: not null })
        {
            var waiting = names.Where(pair => pair.Key.Logical != pair.Value).ToList();
            var ready = waiting.Find(pair => !names.Any(other => other.Key != pair.Key && SqliteNames.Same(other.Value, pair.Key.Logical)));
            var column = ready.Key ?? waiting[0].Key;
            var to = ready.Key is null ? draft.FreeColumn($"_cairn_{column.Logical}") : column.Logical;
            statements.Add(new($"ALTER TABLE {draft.QuotedName} RENAME COLUMN {SqliteNames.Quote(names[column])} TO {SqliteNames.Quote(to)}"));
            names[column] = to;
        }

        return statements.Count == 0 ? [] : await LegacyAlterTable.OffAsync(catalogue, statements, cancellationToken);
    }
}
