using Cairn.Schema.Dialects.Sqlite.Inspection;
using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>Whole tables: created, created like others, dropped.</summary>
internal static class TableRendering
{
    /// <summary>CREATE TABLE.</summary>
    public static async ValueTask<RenderedOperation> CreateAsync(CreateTable create, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var statements = CreateTableRendering.Render(create.Table);
        var exists = create.IfNotExists && (await SchemaObjects.ReadAsync(catalogue, cancellationToken)).FindTable(create.Table.Name.Name) is not null;
        return new RenderedOperation(exists ? [] : statements);
    }

    /// <summary>An empty table from the text of another. Foreign keys and triggers do not come along, as on the other databases.</summary>
    public static async ValueTask<RenderedOperation> CreateLikeAsync(CreateTableLike like, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var (target, source) = (ConstraintRendering.RequirePlainName(like.Table), ConstraintRendering.RequirePlainName(like.Source));
        var objects = await SchemaObjects.ReadAsync(catalogue, cancellationToken);
        var found = objects.RequireTable(source);
        var table = Altering.TableSnapshot.Parse(found);
        var items = table.Items
            .Where(item => item is not TableConstraintText { Constraint.Kind: ConstraintKind.ForeignKey })
            .Select(item => item switch
            {
                ColumnText column => column with
                {
                    Constraints = [.. column.Constraints.Where(c => c.Kind != ConstraintKind.ForeignKey).Select(c => Renamed(c, found.Name, target))],
                },
                TableConstraintText constraint => constraint with { Constraint = Renamed(constraint.Constraint, found.Name, target) },
                _ => item,
            })
            .ToList();
        var text = table with { Head = "CREATE TABLE ", Name = SqliteNames.Quote(target), Items = items };
        return new RenderedOperation(
        [
            new(text.ToString()),
            .. objects.Of(found.Name, "index").Where(index => index.Sql is not null).Select(index => new SqlStatement(
                IndexText.Parse(index.Sql!).For(SqliteNames.Quote(Renamed(index.Name, found.Name, target, always: true)), SqliteNames.Quote(target)))),
        ]);
    }

    /// <summary>DROP TABLE, refused where rows of other tables would go or change with it.</summary>
    public static async ValueTask<RenderedOperation> DropAsync(DropTable drop, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var name = ConstraintRendering.RequirePlainName(drop.Table);
        if (drop.Cascade)
        {
            throw SqliteRefusal.Unsupported($"DROP TABLE … CASCADE (table {name})", "Drop what depends on the table first.");
        }

        var objects = await SchemaObjects.ReadAsync(catalogue, cancellationToken);
        if (drop.IfExists && objects.FindTable(name) is null)
        {
            return new RenderedOperation([]);
        }

        var table = objects.RequireTable(name);
        var links = await SchemaObjects.LinksToAsync(catalogue, table.Name, cancellationToken);
        var others = links.Select(link => link.Child).Where(child => !SqliteNames.Same(child, table.Name)).Distinct(SqliteNames.Comparer).ToList();
        if (others.Count > 0)
        {
            // SQLite would delete the rows first, and with them the rows that refer to them with ON DELETE CASCADE.
            throw SqliteRefusal.Breaks(
                $"Table {table.Name} cannot be dropped: {string.Join(", ", others)} {(others.Count == 1 ? "refers" : "refer")} to it.",
                $"Drop the foreign keys of {string.Join(", ", others)}, or these tables, first.");
        }

        // The rows are deleted one after the other, which a RESTRICT of the table on itself would refuse.
        return new RenderedOperation([new($"DROP TABLE {SqliteNames.Quote(table.Name)}")])
        {
            RequiresForeignKeysOff = links.Any(link => link.OnDelete == "RESTRICT"),
        };
    }

    private static ConstraintText Renamed(ConstraintText constraint, string source, string target)
    {
        var text = ColumnReferences.Unqualify(constraint.Text, source);
        if (constraint.Name is null)
        {
            return constraint with { Text = text };
        }

        var tokens = SqlTokenizer.Tokenize(text);
        return constraint with { Text = $"CONSTRAINT {SqliteNames.Quote(Renamed(constraint.Name, source, target, always: false))}{text[tokens[1].End..]}" };
    }

    // The names of indexes are unique in the whole database, those of constraints are not.
    private static string Renamed(string name, string source, string target, bool always) =>
        name.StartsWith(source + "_", StringComparison.OrdinalIgnoreCase) ? target + name[source.Length..] : always ? $"{target}_{name}" : name;
}
