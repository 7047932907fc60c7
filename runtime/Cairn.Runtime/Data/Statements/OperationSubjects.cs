using System.Text.Json;
using Cairn.Schema;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Data.Statements;

/// <summary>What an operation is about, so that the catalogue's word on it before and after tells whether it was done.</summary>
internal static class OperationSubjects
{
    /// <summary>The tables, views and the like whose description an operation changes; null where the catalogue does not describe them.</summary>
    public static IReadOnlyList<TableName>? Of(SchemaOperation operation) => operation switch
    {
        CreateTable create => [create.Table.Name],
        CreateTableLike like => [like.Table],
        DropTable drop => [drop.Table],
        RenameTable rename => [rename.From, rename.From with { Name = rename.To }],
        AlterTable alter => [alter.Table],
        RebuildTable rebuild => [rebuild.Table],
        CreateView create => [create.View],
        DropView drop => [drop.View],
        RenameView rename => [rename.From, rename.From with { Name = rename.To }],
        CreateTrigger create => [create.Table],
        DropTrigger drop => [drop.Table],
        _ => null,
    };

    /// <summary>What the catalogue says of them, as one text. An index that a failed concurrent build left behind does not count as one.</summary>
    public static async Task<string> DescribeAsync(IReadOnlyList<TableName> subjects, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        var found = new List<TableModel?>();
        foreach (var subject in subjects)
        {
            var model = await catalogue.FindTableAsync(subject, cancellationToken);
            found.Add(model is null ? null : model with { Indexes = [.. model.Indexes.Where(index => index.IsValid)] });
        }

        return JsonSerializer.Serialize(found);
    }
}
