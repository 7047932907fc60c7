using Cairn.Schema.Dialects.Sqlite.Altering;
using Cairn.Schema.Dialects.Sqlite.Inspection;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>Renames, which SQLite carries into views, triggers and foreign keys by itself, if nothing in the schema is broken.</summary>
internal static class RenameRendering
{
    /// <summary>ALTER TABLE … RENAME TO.</summary>
    public static async ValueTask<RenderedOperation> RenameAsync(RenameTable rename, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var objects = await SchemaObjects.ReadAsync(catalogue, cancellationToken);
        var table = objects.RequireTable(ConstraintRendering.RequirePlainName(rename.From));
        await RequireSoundViewsAsync(rename.Describe(), objects, catalogue, cancellationToken);
        var from = SqliteNames.Quote(table.Name);
        var statements = new List<SqlStatement>();
        if (SqliteNames.Same(table.Name, rename.To))
        {
            // A change of case alone is refused as a name that is taken.
            var between = SqliteNames.Quote(objects.FreeName($"_cairn_{table.Name}"));
            statements.Add(new($"ALTER TABLE {from} RENAME TO {between}"));
            from = between;
        }

        statements.Add(new($"ALTER TABLE {from} RENAME TO {SqliteNames.Quote(rename.To)}"));
        return new RenderedOperation(await LegacyAlterTable.OffAsync(catalogue, statements, cancellationToken));
    }

    /// <summary>Refuses a rename that SQLite would refuse, and says which views are in the way.</summary>
    public static async ValueTask RequireSoundViewsAsync(string what, SchemaObjects objects, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var broken = await new ViewProbe(catalogue).BrokenAsync(objects.Views, cancellationToken);
        if (broken.Count > 0)
        {
            var list = string.Join("; ", broken.Select(view => $"view {view.View.Name}: {view.Reason}"));
            throw SqliteRefusal.Breaks(
                $"SQLite cannot {what}: it renames nothing while a view anywhere in the database is broken ({list}).",
                $"Drop or repair {string.Join(", ", broken.Select(view => view.View.Name))} first.");
        }
    }
}
