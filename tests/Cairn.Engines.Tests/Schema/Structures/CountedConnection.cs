using Cairn.Schema.Inspection;

namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>Remembers the queries that go through it.</summary>
internal sealed class CountedConnection(ICatalogueConnection inner) : ICatalogueConnection
{
    public List<string> Queries { get; } = [];

    public ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        Queries.Add(sql);
        return inner.ReadAsync(sql, arguments, cancellationToken);
    }
}
