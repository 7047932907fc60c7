using Cairn.Schema;

namespace Cairn.Runtime.Data.Clients;

/// <summary>Rows to load into a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns, in the order of each row's values.</param>
/// <param name="Rows">The rows; read once.</param>
internal sealed record BulkLoad(TableName Table, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows);
