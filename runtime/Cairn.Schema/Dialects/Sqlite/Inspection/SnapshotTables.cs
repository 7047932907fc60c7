using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.Sqlite.Inspection;

/// <summary>Tables with what belongs to them, from their texts and from what the pragma says of their columns.</summary>
/// <param name="all">All objects.</param>
/// <param name="columns">The pragma's rows, by table.</param>
/// <param name="names">The names of all objects.</param>
internal sealed class SnapshotTables(IReadOnlyList<SchemaObject> all, ILookup<string, CatalogueRow> columns, IReadOnlyList<string> names)
{
    private readonly ILookup<(string Kind, string Table), SchemaObject> belongings = all.ToLookup(found => (found.Kind, Fold(found.Table)));

    /// <summary>The triggers of a table or view.</summary>
    public static IReadOnlyList<SnapshotObject> Triggers(IEnumerable<SchemaObject> all, string table, CanonicalSql canonical) =>
    [
        .. all.Where(found => found.Kind == "trigger" && SqliteNames.Same(found.Table, table)).OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => new SnapshotObject(ObjectKind.Trigger, found.Name)
            {
                Facts = [new Fact(FactNames.Definition, canonical.Of(found.Sql!)), new Fact(FactNames.Text, found.Sql!)],
            }),
    ];

    /// <summary>One table.</summary>
    public SnapshotObject Read(SchemaObject found)
    {
        var rows = columns[found.Name].ToList();
        var canonical = new CanonicalSql([.. names, .. rows.Select(row => row.Text("name")!)]);
        var table = Parse(found);
        var keys = new SnapshotKeys(found.Name, canonical, PrimaryKeyOf);
        var children = table is null ? [] : keys.Read(table).Concat(belongings[("index", Fold(found.Name))].Where(index => index.Sql is not null).Select(keys.Index));
        return new SnapshotObject(ObjectKind.Table, found.Name)
        {
            Facts = [.. Facts(found, table, canonical), new Fact(FactNames.Text, found.Sql!)],
            Children =
            [
                .. rows.Select(row => SnapshotColumns.Read(row, rows, table, canonical)),
                .. children.OrderBy(child => child.Kind).ThenBy(child => child.Name, StringComparer.Ordinal),
                .. Triggers(belongings[("trigger", Fold(found.Name))], found.Name, canonical),
            ],
        };
    }

    private static IEnumerable<Fact> Facts(SchemaObject found, TableText? table, CanonicalSql canonical)
    {
        if (table is null)
        {
            if (VirtualTables.ModuleOf(found.Sql) is { } module)
            {
                yield return new Fact("module", module.ToLowerInvariant());
            }

            yield return new Fact(FactNames.Definition, canonical.Of(found.Sql!));
            yield break;
        }

        var options = canonical.Of(table.Tail);
        if (options.Contains("WITHOUT ROWID", StringComparison.Ordinal))
        {
            yield return new Fact("without rowid", "yes");
        }

        if (options.Contains("STRICT", StringComparison.Ordinal))
        {
            yield return new Fact("strict", "yes");
        }
    }

    /// <summary>Null for a virtual table, and for a text that is not understood: that is then compared as a whole.</summary>
    private static TableText? Parse(SchemaObject found)
    {
        try
        {
            return TableParser.Parse(found.Sql!);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Fold(string name) => string.Create(name.Length, name, (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        }
    });

    private IReadOnlyList<string> PrimaryKeyOf(string table) =>
        [.. columns[table].Where(row => row.Number("pk") > 0).OrderBy(row => row.Number("pk")).Select(row => row.Text("name")!)];
}
