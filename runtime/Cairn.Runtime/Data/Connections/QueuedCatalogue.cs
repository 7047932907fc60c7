using Cairn.Schema;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Data.Connections;

/// <summary>The catalogue as scripts see it: asking runs the queue first, so that it answers what the script has said so far.</summary>
internal sealed class QueuedCatalogue(MigrationSession session, ICatalogue inner) : ICatalogue
{
    public ValueTask<TableModel?> FindTableAsync(TableName name, CancellationToken cancellationToken) =>
        session.AskAsync($"table {name}", () => inner.FindTableAsync(name, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(string? schema, CancellationToken cancellationToken) =>
        session.AskAsync($"tables of {schema}", () => inner.ListTablesAsync(schema, cancellationToken), cancellationToken);

    public async ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        await session.FlushAsync(cancellationToken);
        return await inner.ReadAsync(sql, arguments, cancellationToken);
    }
}
