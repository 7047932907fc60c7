using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>Makes objects that are not there.</summary>
internal sealed class ObjectCreation(ChangeScope scope, ChangeWords words)
{
    private static readonly string[] EnumFacts = [FactNames.Values, "grants"];

    /// <summary>What must be said before any of them is made.</summary>
    public void Begin(IReadOnlyCollection<SnapshotObject> objects)
    {
        if (scope.Client == Client.Postgres && objects.Any(found => found.Kind == ObjectKind.Routine))
        {
            // A body may name what is made after it.
            scope.Main.Add(new RawSql("SET LOCAL check_function_bodies = off"));
        }
    }

    public void Create(SnapshotObject found)
    {
        if (found.Kind == ObjectKind.Table)
        {
            if (!words.CreateTable(found))
            {
                new TableCreation(scope, words, found).Create();
            }

            return;
        }

        scope.Main.AddRange(Operations(found, parent: null));
        scope.Main.AddRange(words.Complete(found, parent: null).Select(sql => new RawSql(sql)));
        scope.Then.AddRange(words.CompleteLast(found).Select(sql => new RawSql(sql)));
        foreach (var part in found.Children.Where(part => part.Kind != ObjectKind.Column))
        {
            CreatePart(part, found);
        }
    }

    /// <summary>Makes what belongs to a table or a view, with its own words.</summary>
    public void CreatePart(SnapshotObject part, SnapshotObject parent)
    {
        if (part["inherited"] == "yes")
        {
            return;
        }

        var list = part.Kind switch
        {
            ObjectKind.Index => scope.Main,
            _ => scope.Then,
        };
        list.AddRange(Operations(part, parent));
        list.AddRange(words.Complete(part, parent).Select(sql => new RawSql(sql)));
    }

    private IEnumerable<SchemaOperation> Operations(SnapshotObject found, SnapshotObject? parent)
    {
        switch (found.Kind)
        {
            case ObjectKind.Extension when TypedFacts.Knows(found, ["version"]):
                return [new CreateExtension(found.Name, IfNotExists: false)];
            case ObjectKind.Schema:
                return [new CreateSchema(found.Name)];
            case ObjectKind.Enum when TypedFacts.Knows(found, EnumFacts):
                return [new CreateEnum(scope.Named(found.Name), found.List(FactNames.Values))];
        }

        var made = words.Create(found).ToList();
        if (made.Count == 0)
        {
            scope.Refuse(found.Describe(parent), "the snapshot does not say how it is made", "Make it by hand, with Raw in a migration.");
        }

        return made;
    }
}
