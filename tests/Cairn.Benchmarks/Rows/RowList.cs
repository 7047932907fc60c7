using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Rows;

/// <summary>All rows of the table.</summary>
internal static class RowList
{
    public static IReadOnlyList<Row> All { get; } =
    [
        .. new[] { EngineNames.Sqlite, EngineNames.Postgres }.SelectMany(engine => new[] { 100, 1000, 10000 }.Select(count => new Row(RowKind.NoOp, engine, count, count))),
        new Row(RowKind.One, EngineNames.Sqlite, 999, 1000),
        new Row(RowKind.One, EngineNames.Postgres, 999, 1000),
        .. new[] { EngineNames.Sqlite, EngineNames.Postgres, EngineNames.MariaDb }.Select(engine => new Row(RowKind.Many, engine, 0, 1000)),
        new Row(RowKind.Memory, EngineNames.Sqlite, 1000, 1000),
        new Row(RowKind.Memory, EngineNames.Sqlite, 0, 5000),
    ];

    /// <summary>Those whose key begins with one of the words, or all.</summary>
    public static IReadOnlyList<Row> Chosen(IReadOnlyList<string> words) =>
        words.Count == 0 ? All : [.. All.Where(row => words.Any(word => row.Key.Contains(word, StringComparison.OrdinalIgnoreCase)))];
}
