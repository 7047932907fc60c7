using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

internal sealed partial class MySqlAlterTable
{
    private void AddKey(TableChange change)
    {
        switch (change)
        {
            case AddPrimaryKey add:
                // In one statement with a drop of the old key: between the two an AUTO_INCREMENT column would have none.
                Act("new primary key", $"ADD {renderer.PrimaryKeyClause(add.Key)}");
                break;
            case DropPrimaryKey drop when !Absent(drop.IfExists, model?.PrimaryKey is null):
                Act("old primary key", "DROP PRIMARY KEY");
                dropped.Add(model?.PrimaryKey?.Name ?? drop.Name);
                break;
            case AddUnique add:
                Act(Key(add.Unique.Name), $"ADD {renderer.UniqueClause(add.Unique)}");
                break;
            case DropUnique drop when !Absent(drop.IfExists, !HasIndex(drop.Name)):
                TakeIndex(drop.Name);
                break;
            case AddIndex add:
                Act(Key(add.Index.Name), $"ADD {renderer.IndexClause(add.Index)}");
                break;
            case DropIndex { Concurrently: true } drop:
                throw Refusal.Unsupported(dialect.Client, $"dropping the index {drop.Name} concurrently", "Leave concurrently out: InnoDB does not block writers for it.");
            case DropIndex drop when !Absent(drop.IfExists, !HasIndex(drop.Name)):
                TakeIndex(drop.Name);
                break;
            case RenameIndex rename:
                Act([Key(rename.From), Key(rename.To)], $"RENAME INDEX {dialect.Quote(rename.From)} TO {dialect.Quote(rename.To)}");
                break;
            case AddForeignKey add:
                Act(Key(add.ForeignKey.Name), $"ADD {renderer.ForeignKeyClause(add.ForeignKey)}");
                break;
            case DropForeignKey drop when !Absent(drop.IfExists, !Named(model?.ForeignKeys.Select(key => key.Name), drop.Name)):
                TakeForeignKey(drop.Name);
                break;
            case AddCheck add:
                Act(Key(add.Check.Name), $"ADD {renderer.CheckClause(add.Check)}");
                break;
            case DropCheck drop when !Absent(drop.IfExists, !Named(model?.Checks.Select(check => check.Name), drop.Name)):
                Act(Key(drop.Name), $"DROP CONSTRAINT {dialect.Quote(drop.Name)}");
                dropped.Add(drop.Name);
                break;
            case DropPrimaryKey or DropUnique or DropIndex or DropForeignKey or DropCheck:
                break;
            default:
                throw Refusal.Unsupported(dialect.Client, change.Describe(), "Use Raw for this database.");
        }
    }

    /// <summary>An index that a foreign key rests on can go only when the key gets one of its own.</summary>
    private void TakeIndex(string name)
    {
        foreach (var key in model?.ForeignKeys.Where(key => !dropped.Contains(key.Name) && RestsOn(key, name)) ?? [])
        {
            Act(Key($"index {key.Name}"), $"ADD INDEX {dialect.Quote(key.Name)} ({string.Join(", ", key.Columns.Select(dialect.Quote))})");
        }

        Act(Key(name), $"DROP INDEX {dialect.Quote(name)}");
        dropped.Add(name);
    }

    /// <summary>The index that the server made for a key stays behind when the key goes: it is taken away too.</summary>
    private void TakeForeignKey(string name)
    {
        Act(Key(name), $"DROP FOREIGN KEY {dialect.Quote(name)}");
        dropped.Add(name);
        if (model is not null && HasIndex(name))
        {
            actions.Add($"DROP INDEX {dialect.Quote(name)}");
        }

        Flush();
    }

    private bool RestsOn(ForeignKeyDefinition key, string index)
    {
        var supports = Keys().Where(entry => !dropped.Contains(entry.Name) && StartsWith(entry.Columns, key.Columns)).Select(entry => entry.Name).ToList();
        return supports is [var only] && string.Equals(only, index, StringComparison.OrdinalIgnoreCase);
    }

    private IEnumerable<KeyModel> Keys() => model!.Uniques
        .Concat(model.PrimaryKey is null ? [] : [model.PrimaryKey])
        .Concat(model.Indexes.Select(index => new KeyModel(index.Name, [.. index.Columns.Select(column => column.IsExpression ? "" : column.Name)])));

    private static bool StartsWith(IReadOnlyList<string> columns, IReadOnlyList<string> start) =>
        columns.Count >= start.Count && start.SequenceEqual(columns.Take(start.Count), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the change says IF EXISTS, which not all servers know, and the catalogue says there is none.</summary>
    private bool Absent(bool ifExists, bool missing) => ifExists && model is not null && missing;

    private bool HasIndex(string name) => Named(model?.Uniques.Select(unique => unique.Name).Concat(model.Indexes.Select(index => index.Name)), name);

    private static bool Named(IEnumerable<string>? names, string name) => names?.Contains(name, StringComparer.OrdinalIgnoreCase) == true;
}
