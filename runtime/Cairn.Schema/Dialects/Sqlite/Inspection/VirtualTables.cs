using Cairn.Schema.Dialects.Sqlite.Parsing;

namespace Cairn.Schema.Dialects.Sqlite.Inspection;

/// <summary>Virtual tables, and the ordinary tables that they make for themselves.</summary>
internal static class VirtualTables
{
    private static readonly string[] Suffixes =
        ["content", "segments", "segdir", "docsize", "stat", "data", "idx", "config", "node", "rowid", "parent"];

    /// <summary>The module of a virtual table, as <c>fts5</c>, or null.</summary>
    public static string? ModuleOf(string? sql)
    {
        var reader = new TokenReader(sql ?? "");
        if (!reader.Accept("CREATE", "VIRTUAL", "TABLE"))
        {
            return null;
        }

        reader.Accept("IF", "NOT", "EXISTS");
        reader.TakeQualifiedName();
        return reader.Accept("USING") ? reader.TakeName().Name : null;
    }

    /// <summary>The names of the tables that belong to virtual ones: they come and go with these.</summary>
    public static IReadOnlySet<string> ShadowsOf(IReadOnlyList<SchemaObject> all) => all
        .Where(found => found.Kind == "table" && ModuleOf(found.Sql) is not null)
        .SelectMany(found => Suffixes.Select(suffix => $"{found.Name}_{suffix}"))
        .ToHashSet(SqliteNames.Comparer);
}
