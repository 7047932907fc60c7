namespace Cairn.Schema.Snapshots.Forms;

/// <summary>Which facts there are: a file with a misspelt one must not be taken for a structure without it.</summary>
internal static class FactRules
{
    private static readonly string[] Lists = [FactNames.Columns, FactNames.ReferencedColumns, FactNames.Include, FactNames.Values];

    private static readonly string[] Common = [FactNames.Comment, FactNames.Definition, FactNames.Text];

    /// <summary>What single databases have besides; a test holds the list to what the readers say.</summary>
    private static readonly string[] Further =
    [
        "access method", "algorithm", "check", "check option", "data access", "definer", "deterministic", "follows", "ignored", "invisible", "kind", "no default", "on completion", "parser",
        "periods", "row format", "schedule", "sql mode", "srid", "status", "system versioning", "time zone", "timing", "application id", "check comments", "checks", "clustered", "collations", "column comments", "column defaults", "command", "compression", "declared",
        "encoding", "enforced", "event", "foreign options", "foreign server", "function", "grants", "identity cache", "identity cycle", "identity increment",
        "identity maximum", "identity minimum", "identity start", "index comment", "index valid", "inherited", "inherited by children", "inherits", "language", "match", "module", "not null",
        "nulls", "nulls order", "of type", "on delete columns", "operator classes", "options", "owned by", "partition bound", "partition by", "partition of", "period", "permissive", "persistence",
        "populated", "range of", "replica identity", "returns", "roles", "routine", "row security", "schema", "security", "start", "increment", "minimum", "maximum", "cache", "cycle", "state",
        "statistics", "storage", "strict", "tablespace", "tags", "target", "types", "user version", "using", "valid", "version", "volatility", "with check", "without rowid",
    ];

    /// <summary>Common facts that single databases have of other kinds of objects too: a sequence's type, a domain's default.</summary>
    private static readonly string[] Anywhere = [FactNames.Method, FactNames.OnUpdate, FactNames.Engine, FactNames.Type, FactNames.Nullable, FactNames.Default, FactNames.Collation, FactNames.Charset];

    private static readonly string[] Key = [FactNames.Columns, FactNames.Deferrable, FactNames.Include];

    private static readonly Dictionary<ObjectKind, string[]> Facts = new()
    {
        [ObjectKind.Column] =
        [
            FactNames.Type, FactNames.Nullable, FactNames.Default, FactNames.Identity, FactNames.Generated, FactNames.GeneratedAs, FactNames.Collation, FactNames.Charset,
        ],
        [ObjectKind.Table] = [FactNames.Engine, FactNames.Charset, FactNames.Collation],
        [ObjectKind.Database] = [FactNames.Charset, FactNames.Collation],
        [ObjectKind.PrimaryKey] = Key,
        [ObjectKind.Unique] = Key,
        [ObjectKind.Check] = [FactNames.Expression],
        [ObjectKind.ForeignKey] =
        [
            FactNames.Columns, FactNames.References, FactNames.ReferencedColumns, FactNames.OnDelete, FactNames.OnUpdate, FactNames.Deferrable,
        ],
        [ObjectKind.Index] = [FactNames.Columns, FactNames.Unique, FactNames.Where, FactNames.Method, FactNames.Include],
        [ObjectKind.Enum] = [FactNames.Values],
        [ObjectKind.View] = [FactNames.Columns],
        [ObjectKind.MaterializedView] = [FactNames.Columns],
    };

    private static readonly Dictionary<ObjectKind, string[]> Needed = new()
    {
        [ObjectKind.Column] = [FactNames.Type, FactNames.Nullable],
        [ObjectKind.ForeignKey] = [FactNames.Columns, FactNames.References, FactNames.ReferencedColumns],
        [ObjectKind.PrimaryKey] = [FactNames.Columns],
        [ObjectKind.Unique] = [FactNames.Columns],
        [ObjectKind.Index] = [FactNames.Columns],
        [ObjectKind.Enum] = [FactNames.Values],
    };

    public static bool IsList(string fact) => Lists.Contains(fact, StringComparer.Ordinal);

    /// <summary>Whether a fact of that name is a list for one kind of object and a text for another.</summary>
    public static bool MayBeBoth(string fact) => Further.Contains(fact, StringComparer.Ordinal);

    public static IReadOnlyList<string> Known(ObjectKind kind) => [.. Facts.GetValueOrDefault(kind, []), .. Common];

    public static bool IsKnown(ObjectKind kind, string fact) => Known(kind).Contains(fact, StringComparer.Ordinal) || Further.Contains(fact, StringComparer.Ordinal) || Anywhere.Contains(fact, StringComparer.Ordinal);

    public static bool IsPart(ObjectKind kind) => kind.IsPart();

    public static bool MayBelong(ObjectKind kind, ObjectKind parent) => parent switch
    {
        ObjectKind.Table => kind.IsPart(),
        ObjectKind.CompositeType => kind == ObjectKind.Column,
        ObjectKind.View or ObjectKind.MaterializedView => kind is ObjectKind.Column or ObjectKind.Index or ObjectKind.Trigger or ObjectKind.Rule,
        _ => false,
    };

    /// <summary>Throws what <paramref name="error"/> makes of the first fact that is missing.</summary>
    public static void Check(ObjectKind kind, IReadOnlyCollection<string> facts, Func<string, CairnException> error)
    {
        if (Needed.GetValueOrDefault(kind, []).FirstOrDefault(fact => !facts.Contains(fact)) is { } missing)
        {
            throw error(missing);
        }
    }
}
