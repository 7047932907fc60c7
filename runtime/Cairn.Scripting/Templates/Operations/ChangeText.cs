using Cairn.Schema.Operations;
using static Cairn.Scripting.Templates.Operations.CSharpText;

namespace Cairn.Scripting.Templates.Operations;

/// <summary>The changes of a table as calls of its builder.</summary>
internal static class ChangeText
{
    /// <summary>The calls after <c>table.</c>; empty where there is nothing to say.</summary>
    /// <exception cref="NotSupportedException">The builder has no call for it.</exception>
    public static string Of(TableChange change) => change switch
    {
        AddColumn add => ColumnText.Of(add.Column),
        AlterColumn alter => ColumnText.Of(alter.Column) + $".Alter({(alter.Using is null ? "" : CSharpText.Of(alter.Using))})",
        DropColumn drop => $"DropColumn({CSharpText.Of(drop.Name)})",
        SetNullability set => $"{(set.Nullable ? "SetNullable" : "SetNotNull")}({CSharpText.Of(set.Column)})",
        SetDefault { Default: ColumnDefault.Raw raw } set => $"SetDefaultRaw({CSharpText.Of(set.Column)}, {CSharpText.Of(raw.Sql)})",
        DropDefault drop => $"DropDefault({CSharpText.Of(drop.Column)})",
        AddPrimaryKey add => $"Primary({List(add.Key.Columns)}).Name({CSharpText.Of(add.Key.Name)})",
        DropPrimaryKey drop => $"DropPrimaryByName({CSharpText.Of(drop.Name)})",
        AddUnique add => $"Unique({List(add.Unique.Columns)}).Name({CSharpText.Of(add.Unique.Name)})",
        DropUnique drop => $"DropUniqueByName({CSharpText.Of(drop.Name)})",
        AddCheck { Check.Rule: CheckRule.Sql sql } add => $"Check({CSharpText.Of(add.Check.Name)}, {CSharpText.Of(sql.Expression)})",
        DropCheck drop => $"DropCheckByName({CSharpText.Of(drop.Name)})",
        AddIndex add => Index(add.Index),
        DropIndex drop => $"DropIndexByName({CSharpText.Of(drop.Name)})",
        AddForeignKey add => ForeignKey(add.ForeignKey),
        DropForeignKey drop => $"DropForeignByName({CSharpText.Of(drop.Name)})",
        SetTableOptions set => Options(set.Options),
        _ => throw new NotSupportedException(change.Describe()),
    };

    private static string Index(IndexDefinition index)
    {
        var keys = index.Columns.Select(key => $".{(key.IsExpression ? "Expression" : "Column")}({CSharpText.Of(key.Name)}{(key.Descending ? ", descending: true" : "")})");
        return $"{(index.IsUnique ? "Unique" : "Index")}([]){string.Concat(keys)}.Name({CSharpText.Of(index.Name)})"
            + (index.Method is null ? "" : $".Using({CSharpText.Of(index.Method)})")
            + (index.Include.Count == 0 ? "" : $".Include({List(index.Include)})")
            + (index.Where is null ? "" : $".Where({CSharpText.Of(index.Where)})");
    }

    private static string ForeignKey(ForeignKeyDefinition key) =>
        $"Foreign({List(key.Columns)}).References({CSharpText.Of(key.ReferencedTable.ToString())}, {List(key.ReferencedColumns)}).Name({CSharpText.Of(key.Name)})"
        + (key.OnDelete == ForeignKeyAction.NoAction ? "" : $".OnDelete(ForeignKeyAction.{key.OnDelete})")
        + (key.OnUpdate == ForeignKeyAction.NoAction ? "" : $".OnUpdate(ForeignKeyAction.{key.OnUpdate})")
        + (key.Deferrable ? $".Deferrable({(key.InitiallyDeferred ? "initiallyDeferred: true" : "")})" : "");

    private static string Options(TableOptions options)
    {
        var calls = new[]
        {
            options.Comment is null ? null : $"Comment({CSharpText.Of(options.Comment)})",
            options.Inherits is null ? null : $"Inherits({CSharpText.Of(options.Inherits.ToString())})",
            options.PartitionBy is null ? null : $"PartitionBy({CSharpText.Of(options.PartitionBy)})",
        };
        return string.Join('.', calls.OfType<string>());
    }
}
