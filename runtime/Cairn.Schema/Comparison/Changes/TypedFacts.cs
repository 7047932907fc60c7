using System.Text.RegularExpressions;
using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>Facts as the definitions that operations are made of; null where they say more than the definitions have words for.</summary>
internal static partial class TypedFacts
{
    /// <summary>Facts that never say how a thing is made: told in another way, or the whole text of the same.</summary>
    private static readonly string[] Beside = [FactNames.Definition, FactNames.Text, FactNames.Comment];

    private static readonly string[] OfIndex = [FactNames.Columns, FactNames.Unique, FactNames.Where, FactNames.Method, FactNames.Include];

    private static readonly string[] OfForeignKey =
        [FactNames.Columns, FactNames.References, FactNames.ReferencedColumns, FactNames.OnDelete, FactNames.OnUpdate, FactNames.Deferrable];

    public static ColumnDefinition Column(SnapshotObject column, string? type = null) => new(column.Name, new ColumnType(ColumnKind.Specific) { Native = type ?? column[FactNames.Type] ?? "" })
    {
        Nullable = column[FactNames.Nullable] != "no",
        Default = column[FactNames.Default] is { } value ? new ColumnDefault.Raw(value) : null,
        Identity = column[FactNames.Identity] switch { null => IdentityKind.None, "always" => IdentityKind.Always, _ => IdentityKind.ByDefault },
        Generated = column[FactNames.Generated] is { } sql ? new GeneratedExpression(sql, column[FactNames.GeneratedAs] != "virtual") : null,
        Comment = column[FactNames.Comment],
        Collation = column[FactNames.Collation],
    };

    public static PrimaryKeyDefinition? PrimaryKey(SnapshotObject key, string table) => Knows(key, [FactNames.Columns])
        ? new PrimaryKeyDefinition(key.IsNamed ? key.Name : Dialects.NameGenerator.PrimaryKey(table), key.List(FactNames.Columns))
        : null;

    public static UniqueDefinition? Unique(SnapshotObject key) =>
        key.IsNamed && Knows(key, [FactNames.Columns]) ? new UniqueDefinition(key.Name, key.List(FactNames.Columns)) : null;

    public static CheckDefinition? Check(SnapshotObject check) => check.IsNamed && check[FactNames.Expression] is { } expression && Knows(check, [FactNames.Expression])
        ? new CheckDefinition(check.Name, new CheckRule.Sql(expression))
        : null;

    public static ForeignKeyDefinition? ForeignKey(SnapshotObject key, Func<string, TableName> named) => key.IsNamed && Knows(key, OfForeignKey)
        ? new ForeignKeyDefinition(key.Name, key.List(FactNames.Columns), named(key[FactNames.References]!), key.List(FactNames.ReferencedColumns))
        {
            OnDelete = Action(key[FactNames.OnDelete]),
            OnUpdate = Action(key[FactNames.OnUpdate]),
            Deferrable = key[FactNames.Deferrable] is not null,
            InitiallyDeferred = key[FactNames.Deferrable] == "initially deferred",
        }
        : null;

    public static IndexDefinition? Index(SnapshotObject index)
    {
        var keys = index.List(FactNames.Columns).Select(Key).ToList();

        // A unique index over plain columns alone would become a constraint in a script.
        if (index[FactNames.Unique] == "yes" && index[FactNames.Where] is null && index.List(FactNames.Include).Count == 0 && index[FactNames.Method] is null)
        {
            return null;
        }

        return index.IsNamed && Knows(index, OfIndex) && !keys.Contains(null)
            ? new IndexDefinition(index.Name, [.. keys.OfType<IndexColumn>()])
            {
                IsUnique = index[FactNames.Unique] == "yes",
                Where = index[FactNames.Where],
                Method = index[FactNames.Method],
                Include = index.List(FactNames.Include),
            }
            : null;
    }

    /// <summary>Whether the object has no other facts than these.</summary>
    public static bool Knows(SnapshotObject found, IReadOnlyList<string> facts) =>
        found.Facts.All(fact => facts.Contains(fact.Name, StringComparer.Ordinal) || Beside.Contains(fact.Name, StringComparer.Ordinal));

    private static ForeignKeyAction Action(string? words) => words switch
    {
        null => ForeignKeyAction.NoAction,
        "set null" => ForeignKeyAction.SetNull,
        "set default" => ForeignKeyAction.SetDefault,
        _ => Enum.Parse<ForeignKeyAction>(words, ignoreCase: true),
    };

    /// <summary>A key of an index; null where its text has more in it than a column or an expression, and a direction.</summary>
    private static IndexColumn? Key(string text)
    {
        var descending = text.EndsWith(" desc", StringComparison.Ordinal);
        var key = descending ? text[..^5] : text;
        if (key.StartsWith('(') && key.EndsWith(')'))
        {
            return new IndexColumn(key[1..^1], IsExpression: true, descending);
        }

        return PlainName().IsMatch(key) ? new IndexColumn(key, IsExpression: false, descending) : null;
    }

    [GeneratedRegex(@"^\w+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PlainName();
}
