using Cairn.Schema;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Data.Connections;

/// <summary>The catalogue for what is rendered after held operations: asking sends them first.</summary>
internal sealed class CatalogueAfterHeld(HeldOperations held, ICatalogue inner) : ICatalogue
{
    public async ValueTask<TableModel?> FindTableAsync(TableName name, CancellationToken cancellationToken)
    {
        await held.SendAsync(cancellationToken);
        return await inner.FindTableAsync(name, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(string? schema, CancellationToken cancellationToken)
    {
        await held.SendAsync(cancellationToken);
        return await inner.ListTablesAsync(schema, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        await held.SendAsync(cancellationToken);
        return await inner.ReadAsync(sql, arguments, cancellationToken);
    }
}
