using Cairn.Schema.Dialects;

namespace Cairn.Schema.Inspection;

/// <summary>Reads a live database's catalogue by a dialect's queries over a given connection. Caches nothing.</summary>
/// <param name="dialect">The database's dialect.</param>
/// <param name="connection">Where the queries go.</param>
public sealed class SchemaInspector(Dialect dialect, ICatalogueConnection connection) : ICatalogue
{
    /// <inheritdoc/>
    public ValueTask<TableModel?> FindTableAsync(TableName name, CancellationToken cancellationToken) =>
        dialect.Catalogue.FindTableAsync(connection, name, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(string? schema, CancellationToken cancellationToken) =>
        dialect.Catalogue.ListTablesAsync(connection, schema, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken) =>
        connection.ReadAsync(sql, arguments, cancellationToken);
}
