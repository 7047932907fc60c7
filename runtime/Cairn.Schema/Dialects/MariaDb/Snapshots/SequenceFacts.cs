using Cairn.Schema.Dialects.MySql;
using Cairn.Schema.Dialects.MySql.Snapshots.Facts;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MariaDb.Snapshots;

/// <summary>Sequences. What the next value is, is no part of the structure.</summary>
internal static class SequenceFacts
{
    public static async ValueTask<IReadOnlyList<SnapshotObject>> ReadAsync(ICatalogueConnection connection, IReadOnlyList<CatalogueRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        // A sequence is a table of one row: all of them in one query.
        var sql = string.Join(" UNION ALL ", rows.Select((row, number) =>
            $"SELECT {number} AS number, start_value, minimum_value, maximum_value, increment, cache_size, cycle_option FROM {MySqlNames.Quote(Client.MariaDb, row.Text("name")!)}"));
        var values = await connection.ReadAsync(sql, [], cancellationToken);
        return [.. values.Select(value => Sequence(rows[(int)value.Number("number")], value))];
    }

    private static SnapshotObject Sequence(CatalogueRow row, CatalogueRow value)
    {
        var (name, engine) = (row.Text("name")!, row.Text("engine"));
        var comment = row.Text("comment") is { Length: > 0 } text ? text : null;
        var (start, minimum, maximum, increment, cache) = (value.Text("start_value"), value.Text("minimum_value"), value.Text("maximum_value"), value.Text("increment"), value.Text("cache_size"));
        var cycles = value.Flag("cycle_option");
        var sql = $"CREATE SEQUENCE {MySqlNames.Quote(Client.MariaDb, name)} START WITH {start} MINVALUE {minimum} MAXVALUE {maximum} INCREMENT BY {increment} "
            + (cache == "0" ? "NOCACHE" : $"CACHE {cache}") + (cycles ? " CYCLE" : " NOCYCLE") + $" ENGINE={engine}" + (comment is null ? "" : $" COMMENT={MySqlLiterals.Quoted(comment)}");
        return new SnapshotObject(ObjectKind.Sequence, name)
        {
            Facts = new FactList()
                .Say("start", start).Say("minimum", minimum).Say("maximum", maximum).Say("increment", increment).Say("cache", cache).SayIf("cycle", cycles)
                .Say(FactNames.Engine, engine)
                .Say(FactNames.Comment, comment)
                .Say(FactNames.Definition, sql)
                .All,
        };
    }
}
