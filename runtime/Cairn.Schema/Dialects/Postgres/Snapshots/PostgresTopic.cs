using System.Text.Json;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>
/// One query for all objects of a sort. Its rows have <c>kind</c>, <c>name</c>, perhaps <c>oid</c> and <c>parent</c>, and a column for each fact, named as the fact is;
/// null where the fact is not so.
/// </summary>
/// <param name="Sql">The query.</param>
/// <param name="Facts">The facts in the order in which they are told; a name that ends in <c>[]</c> is a list, which the query gives as a JSON array of texts.</param>
internal sealed record PostgresTopic(string Sql, IReadOnlyList<string> Facts)
{
    private const string ListMark = "[]";

    public SnapshotObject Read(CatalogueRow row) =>
        new(Enum.Parse<ObjectKind>(row.Text("kind")!), row.Text("name")!) { Facts = [.. Facts.Select(fact => Read(row, fact)).OfType<Fact>()] };

    private static Fact? Read(CatalogueRow row, string fact)
    {
        if (!fact.EndsWith(ListMark, StringComparison.Ordinal))
        {
            return row.Text(fact) is { } text ? new Fact(fact, text) : null;
        }

        var name = fact[..^ListMark.Length];
        return row.Text(name) is { } json ? new Fact(name, JsonSerializer.Deserialize<List<string>>(json)!) : null;
    }
}
