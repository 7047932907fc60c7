using Cairn.Runtime.Linting.Recordings;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Engines;

/// <summary>The names that a change gives to what it makes.</summary>
internal static class ChosenNames
{
    public static IEnumerable<string> Of(LintChange change) => change.What switch
    {
        CreateTable create => create.Table.Columns.Select(column => column.Name).Prepend(create.Table.Name.Name),
        CreateTableLike like => [like.Table.Name],
        RenameTable rename => [rename.To],
        AddColumn add => [add.Column.Name],
        RenameColumn rename => [rename.To],
        AddIndex add => [add.Index.Name],
        CreateView create => [create.View.Name],
        CreateSequence create => [create.Sequence.Name],
        CreateEnum create => [create.Type.Name],
        _ => [],
    };

    public static IEnumerable<ColumnDefinition> Columns(LintChange change) => change.What switch
    {
        CreateTable create => create.Table.Columns,
        AddColumn add => [add.Column],
        AlterColumn alter => [alter.Column],
        _ => [],
    };
}
