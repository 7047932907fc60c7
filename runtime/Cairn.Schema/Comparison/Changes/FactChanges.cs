using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>Changes facts of an object that stays.</summary>
internal sealed class FactChanges(ChangeScope scope, ChangeWords words)
{
    public void Plan(ObjectDifference difference, SnapshotObject? parent)
    {
        foreach (var fact in difference.Facts)
        {
            if (difference.Subject.Kind == ObjectKind.Enum && fact.Name == FactNames.Values)
            {
                AddValues(difference);
            }
            else if (words.Change(difference, fact, parent) is { } statements)
            {
                (parent is null ? scope.Main : scope.Then).AddRange(statements.Select(sql => new RawSql(sql)));
            }
            else
            {
                Refuse(difference, fact, parent);
            }
        }
    }

    private void Refuse(ObjectDifference difference, FactDifference fact, SnapshotObject? parent) => scope.Refuse(
        difference.Subject.Describe(parent),
        $"its {fact.Describe()}, for which the database has no statement that Cairn knows",
        "Make the change by hand in a migration, and take a new snapshot.");

    private void AddValues(ObjectDifference difference)
    {
        var (was, now) = (difference.Before!.List(FactNames.Values), difference.After!.List(FactNames.Values));
        var type = scope.Named(difference.After.Name);
        if (!was.SequenceEqual(now.Where(was.Contains), StringComparer.Ordinal))
        {
            scope.Refuse(
                difference.Name,
                $"PostgreSQL can take no value out of an enum type, and not change their order ({string.Join(", ", was)} shall be {string.Join(", ", now)})",
                "Make a new type, change the columns to it with ALTER TABLE … TYPE … USING …::text::…, drop the old type and rename the new one, in a migration.");
            return;
        }

        for (var index = 0; index < now.Count; index++)
        {
            if (!was.Contains(now[index], StringComparer.Ordinal))
            {
                scope.Main.Add(new AddEnumValue(type, now[index])
                {
                    After = index > 0 ? now[index - 1] : null,
                    Before = index == 0 ? was[0] : null,
                });
            }
        }
    }
}
