using Cairn.Schema;
using Cairn.Schema.Operations;
using static Cairn.Scripting.Templates.Operations.CSharpText;

namespace Cairn.Scripting.Templates.Operations;

/// <summary>Operations as the calls of the builder that record them.</summary>
internal static class OperationText
{
    /// <summary>The call, without <c>await</c> and semicolon.</summary>
    /// <exception cref="NotSupportedException">The builder has no call for it.</exception>
    public static string Of(SchemaOperation operation) => "db.Schema." + (operation switch
    {
        RawSql raw => $"Raw({CSharpText.Of(raw.Sql)})",
        CreateTable create => $"CreateTable({Name(create.Table.Name)}, table =>{Block(Table(create.Table))})",
        AlterTable alter => $"AlterTable({Name(alter.Table)}, table =>{Block(alter.Changes.Select(ChangeText.Of))})",
        RebuildTable rebuild => $"RebuildTable({Name(rebuild.Table)}, {CSharpText.Of(rebuild.Sql)})",
        DropTable drop => $"DropTable({Name(drop.Table)})",
        DropView { Materialized: true } drop => $"DropMaterializedView({Name(drop.View)})",
        DropView drop => $"DropView({Name(drop.View)})",
        RefreshMaterializedView refresh => $"RefreshMaterializedView({Name(refresh.View)})",
        DropTrigger drop => $"DropTrigger({Name(drop.Trigger)}, {Name(drop.Table)})",
        CreateSchema create => $"CreateSchema({CSharpText.Of(create.Name)})",
        DropSchema drop => $"DropSchema({CSharpText.Of(drop.Name)})",
        DropSequence drop => $"DropSequence{(drop.IfExists ? "IfExists" : "")}({Name(drop.Sequence)})",
        CreateEnum create => $"CreateEnum({Name(create.Type)}, {List(create.Values)})",
        AddEnumValue add => $"AlterEnum({Name(add.Type)}).AddValue({CSharpText.Of(add.Value)}{Place("before", add.Before)}{Place("after", add.After)})",
        DropEnum drop => $"DropEnum({Name(drop.Type)})",
        CreateExtension create => $"CreateExtension({CSharpText.Of(create.Name)}, ifNotExists: {(create.IfNotExists ? "true" : "false")})",
        DropExtension drop => $"DropExtension({CSharpText.Of(drop.Name)})",
        _ => throw new NotSupportedException(operation.Describe()),
    });

    private static IEnumerable<string> Table(TableDefinition table)
    {
        IEnumerable<TableChange> parts =
        [
            .. table.Columns.Select(column => new AddColumn(column)), .. table.PrimaryKey is null ? [] : new TableChange[] { new AddPrimaryKey(table.PrimaryKey) },
            .. table.Uniques.Select(unique => new AddUnique(unique)), .. table.Checks.Select(check => new AddCheck(check)),
            .. table.Indexes.Select(index => new AddIndex(index)), .. table.ForeignKeys.Select(key => new AddForeignKey(key)), new SetTableOptions(table.Options),
        ];
        return parts.Select(ChangeText.Of);
    }

    private static string Name(TableName name) => CSharpText.Of(name.ToString());

    private static string Place(string word, string? value) => value is null ? "" : $", {word}: {CSharpText.Of(value)}";

    private static string Block(IEnumerable<string> lines) =>
        "\n    {\n" + string.Concat(lines.Where(line => line.Length > 0).Select(line => $"        table.{line};\n")) + "    }";
}
