using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>The actions of one ALTER TABLE: what goes, the columns where they shall stand, what comes.</summary>
internal sealed class MySqlActions(ChangeScope scope, MySqlTexts texts, TableDifference table)
{
    private static readonly ObjectKind[] Keys = [ObjectKind.PrimaryKey, ObjectKind.Unique, ObjectKind.Index, ObjectKind.Check];

    public IReadOnlyList<string> All()
    {
        var actions = new List<string>();
        var keys = table.Parts.Where(part => Keys.Contains(part.Subject.Kind)).ToList();
        actions.AddRange(keys.Where(part => part.Before is not null).Select(part => Drop(part.Before!)));
        actions.AddRange(table.Parts.Where(part => part is { Kind: DifferenceKind.Removed, Subject.Kind: ObjectKind.Column }).Select(part => $"DROP COLUMN {scope.QuoteWord(part.Before!.Name)}"));
        var facts = table.Own?.Facts.Select(fact => fact.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        var converts = facts.Contains(FactNames.Charset) || facts.Contains(FactNames.Collation);
        if (converts)
        {
            actions.Add($"CONVERT TO CHARACTER SET {table.After[FactNames.Charset]} COLLATE {table.After[FactNames.Collation]}");
        }

        Columns(actions, converts);
        actions.AddRange(keys.Where(part => part.After is not null).Select(part => "ADD " + texts.Part(part.After!)));
        if (facts.Contains(FactNames.Comment) && table.After[FactNames.Comment] is null)
        {
            actions.Add("COMMENT = ''");
        }

        if (facts.Contains(FactNames.Engine) || facts.Contains(FactNames.Comment) || facts.Contains("options") || facts.Contains("row format"))
        {
            actions.Add(texts.Options(table.After));
        }

        return actions;
    }

    private string Drop(SnapshotObject key) => key.Kind switch
    {
        ObjectKind.PrimaryKey => "DROP PRIMARY KEY",
        ObjectKind.Check => $"DROP CONSTRAINT {scope.QuoteWord(key.Name)}",
        _ => $"DROP INDEX {scope.QuoteWord(key.Name)}",
    };

    /// <summary>Each column in turn: one that is new, changed or stands elsewhere is stated with its place.</summary>
    private void Columns(List<string> actions, bool all)
    {
        var wanted = table.After.Of(ObjectKind.Column).ToList();
        var now = table.Before.Of(ObjectKind.Column).Select(column => column.Name).Where(name => wanted.Exists(column => column.Name == name)).ToList();
        var changed = table.Parts.Where(part => part is { Subject.Kind: ObjectKind.Column, Kind: DifferenceKind.Changed }).Select(part => part.Subject.Name).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < wanted.Count; index++)
        {
            var column = wanted[index];
            var place = index == 0 ? "FIRST" : $"AFTER {scope.QuoteWord(wanted[index - 1].Name)}";
            if (!now.Contains(column.Name, StringComparer.Ordinal))
            {
                actions.Add($"ADD COLUMN {texts.Column(column)}{(index == now.Count ? "" : " " + place)}");
                now.Insert(index, column.Name);
            }
            else if (now[index] != column.Name)
            {
                actions.Add($"MODIFY COLUMN {texts.Column(column)} {place}");
                now.Remove(column.Name);
                now.Insert(index, column.Name);
            }
            else if (changed.Contains(column.Name) || (all && (column[FactNames.Collation] ?? column[FactNames.Charset]) is not null))
            {
                actions.Add($"MODIFY COLUMN {texts.Column(column)}");
            }
        }
    }
}
