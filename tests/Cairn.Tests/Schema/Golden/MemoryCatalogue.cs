using Cairn.Schema;
using Cairn.Schema.Inspection;

namespace Cairn.Tests.Schema.Golden;

/// <summary>A catalogue that has what it is given.</summary>
public sealed class MemoryCatalogue(params IReadOnlyList<TableModel> tables) : ICatalogue
{
    public ValueTask<TableModel?> FindTableAsync(TableName name, CancellationToken cancellationToken) =>
        ValueTask.FromResult(tables.LastOrDefault(table => table.Name == name));

    public ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(string? schema, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TableModel>>([.. tables.Where(table => table.Name.Schema == schema)]);

    public ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A golden case must be renderable from the model alone.");
}
