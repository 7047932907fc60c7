using System.Text.Json;
using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>
/// One query for all objects of a sort. Its rows have <c>kind</c>, <c>name</c>, perhaps <c>oid</c> and <c>parent</c>, and a column for each fact, named as the fact is;
/// null where the fact is not so.
/// </summary>
/// <param name="Sql">The query.</param>
/// <param name="Facts">The facts in the order in which they are told; a name that ends in <c>[]</c> is a list, which the query gives as a JSON array of texts.</param>
internal sealed partial record PostgresTopic(string Sql, IReadOnlyList<string> Facts)
{
    private const string ListMark = "[]";

    public SnapshotObject Read(CatalogueRow row) =>
        new(Enum.Parse<ObjectKind>(row.Text("kind")!), row.Text("name")!) { Facts = [.. Facts.Select(fact => Read(row, fact)).OfType<Fact>()] };

    /// <summary>
    /// What the server prints of <c>status IN ('a', 'b')</c> over a varchar is not what it prints after reading its own print: the cast goes from the array to its members. The
    /// second form stays, so that a structure made from a snapshot has the same text.
    /// </summary>
    public static string Settled(string text) => CastArray().Replace(text, array =>
        $"ARRAY[{Member().Replace(array.Groups["members"].Value, "($0)::text")}]");

    [GeneratedRegex(@"\(ARRAY\[(?<members>'([^']|'')*'::character varying(, '([^']|'')*'::character varying)*)\]\)::text\[\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CastArray();

    [GeneratedRegex(@"'([^']|'')*'::character varying", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Member();

    private static Fact? Read(CatalogueRow row, string fact)
    {
        if (!fact.EndsWith(ListMark, StringComparison.Ordinal))
        {
            return row.Text(fact) is { } text ? new Fact(fact, Settled(text)) : null;
        }

        var name = fact[..^ListMark.Length];
        return row.Text(name) is { } json ? new Fact(name, JsonSerializer.Deserialize<List<string>>(json)!) : null;
    }
}
