using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>What has columns, by its number in the catalogue, and what belongs to it.</summary>
/// <param name="scope">What to leave out.</param>
internal sealed class RelationSet(SnapshotScope scope)
{
    private readonly HashSet<string> leaveOut = new(scope.LeaveOut, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<long> leftOut = [];
    private readonly Dictionary<long, (SnapshotObject Relation, List<SnapshotObject> Children)> relations = [];

    public void Add(PostgresTopic topic, IEnumerable<CatalogueRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Flag("is_current") && leaveOut.Contains(row.Text("own_name")!))
            {
                leftOut.Add(row.Number("oid"));
            }
            else
            {
                relations.Add(row.Number("oid"), (topic.Read(row), []));
            }
        }
    }

    /// <summary>Adds to each relation what is its own; what belongs to a relation that is not read (the server's, an extension's, one left out) is left out with it.</summary>
    public void AddChildren(PostgresTopic topic, IEnumerable<CatalogueRow> rows)
    {
        foreach (var row in rows)
        {
            if (relations.TryGetValue(row.Number("parent"), out var entry))
            {
                entry.Children.Add(topic.Read(row));
            }
        }
    }

    public bool IsLeftOut(long relation) => leftOut.Contains(relation);

    /// <summary>The relations: their columns in their order, then the rest by kind and name.</summary>
    public List<SnapshotObject> ToObjects() =>
    [
        .. relations.Values.Select(entry => entry.Relation with
        {
            Children = [.. entry.Children.OrderBy(child => child.Kind).ThenBy(child => child.Kind == ObjectKind.Column ? "" : child.Name, StringComparer.Ordinal)],
        }),
    ];
}
