using System.Data.Common;
using System.Globalization;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution.Stamps;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.History;

/// <summary>Reads the tracking table and the history log. A table that cannot be read is an error, never taken for an empty one.</summary>
internal sealed class HistoryTable(RunConnection connection, TrackingTables tables)
{
    /// <summary>The algorithm of the checksums of today; others are not compared.</summary>
    public const int ChecksumAlgorithm = 1;

    private string Tracking => connection.Client.Dialect.Quote(tables.Tracking);

    private string Log => connection.Client.Dialect.Quote(tables.Log);

    /// <summary>The newest line about each applied version; @p0 is the tracking table.</summary>
    private string Newest =>
        $"SELECT max({Columns("id")}) FROM {Log} WHERE {Columns("tracking_table")} = @p0 "
        + $"AND {Columns("outcome")} IN ('{HistoryOutcomes.Applied}', '{HistoryOutcomes.Marked}', '{HistoryOutcomes.Renamed}', '{HistoryOutcomes.Squashed}')";

    private string LogLines =>
        $"SELECT {Columns("id", "outcome", "batch", "version", "source", "format", "checksum", "checksum_algorithm", "duration_ms", "started_at")}, "
        + $"CASE WHEN {Columns("source_text")} IS NULL THEN 0 ELSE 1 END AS {Columns("has_source")} FROM {Log}";

    /// <summary>What is applied; empty only where the database has no tracking table.</summary>
    /// <exception cref="CairnException">The table is of another shape (CAIRN4001) or cannot be read (CAIRN4002).</exception>
    public async Task<HistoryState> ReadAsync(CancellationToken cancellationToken) =>
        await WithLogAsync(await ReadTrackedAsync(cancellationToken), cancellationToken);

    /// <summary>What is applied, by the tracking table alone: enough where all of it is known and nothing is pending.</summary>
    /// <exception cref="CairnException">The table is of another shape (CAIRN4001) or cannot be read (CAIRN4002).</exception>
    public async Task<HistoryState> ReadTrackedAsync(CancellationToken cancellationToken)
    {
        var applied = await OwnTables.TryReadAsync(
            connection, tables.Tracking, $"SELECT {Columns("version", "name", "timestamp")} FROM {Tracking}", [],
            static row => new AppliedMigration(new MigrationVersion(row.Text("version") ?? ""), row.Text("name") ?? "", row.Moment("timestamp") ?? DateTimeOffset.UnixEpoch),
            cancellationToken);
        return applied is null or [] ? HistoryState.Empty : new HistoryState(applied);
    }

    /// <summary>Whether the tracking table has these rows and no others, in this order.</summary>
    public async Task<bool> HasRowsAsync(AppliedText rows, CancellationToken cancellationToken)
    {
        var (version, name) = (Columns("version"), Columns("name"));
        string Joined(string column) => connection.Client.JoinedSql(column, AppliedText.Separator);
        try
        {
            // What is null is not in the joined text.
            var found = await connection.QueryAsync(
                $"""
                SELECT count(*) AS {Columns("rows")}, count({version}) + count({name}) AS {Columns("fields")}, {Joined(version)} AS {Columns("versions")}, {Joined(name)} AS {Columns("names")}
                FROM {Tracking}
                """,
                [],
                cancellationToken);
            return found is [var row] && row.Number("rows") == rows.Count && row.Number("fields") == 2L * rows.Count && rows.Is(row.Bytes("versions"), row.Bytes("names"));
        }
        catch (DbException)
        {
            // Told by what reads the table as it should be.
            return false;
        }
    }

    /// <summary>The same, with what the history log knows of it.</summary>
    /// <exception cref="CairnException">The log is of another shape (CAIRN4001) or cannot be read (CAIRN4002).</exception>
    public async Task<HistoryState> WithLogAsync(HistoryState tracked, CancellationToken cancellationToken)
    {
        if (tracked.Applied.Count == 0)
        {
            return tracked;
        }

        var logged = await ReadLogAsync(cancellationToken);
        return new HistoryState([.. tracked.Applied.Select(row => logged.TryGetValue(row.Version.Text, out var log) ? WithLog(row, log.Newest, log.Replaced) : row)]);
    }

    /// <summary>The text that was applied, from the log; null where it does not have it.</summary>
    public async Task<string?> ReadSourceAsync(AppliedMigration applied, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync(
            $"SELECT {Columns("source_text")} FROM {Log} WHERE {Columns("id")} = ({Newest} AND {Columns("version")} = @p1)",
            [tables.Tracking.ToString(), applied.Version.Text],
            cancellationToken);
        return rows is [var row] ? row.Text("source_text") : null;
    }

    /// <summary>The text of a script by its checksum, from the log of what was run or failed; null where it does not have it.</summary>
    public async Task<(string Text, string Format, string Name)?> ReadTextAsync(MigrationVersion version, string checksum, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync(
            $"SELECT {Columns("source_text", "format", "name")} FROM {Log} WHERE {Columns("tracking_table")} = @p0 AND {Columns("version")} = @p1 AND {Columns("checksum")} = @p2 ORDER BY {Columns("id")} DESC",
            [tables.Tracking.ToString(), version.Text, checksum],
            cancellationToken);
        return rows.Count > 0 && rows[0].Text("source_text") is { } text ? (text, rows[0].Text("format")!, rows[0].Text("name")!) : null;
    }

    /// <summary>The number of the next run on this tracking table.</summary>
    public async Task<long> NextBatchAsync(CancellationToken cancellationToken)
    {
        var rows = await OwnTables.TryReadAsync(
            connection, tables.Log,
            $"SELECT max({Columns("batch")}) AS {Columns("newest")} FROM {Log} WHERE {Columns("tracking_table")} = @p0",
            [tables.Tracking.ToString()],
            cancellationToken);
        return rows is [var row] ? row.Number("newest") + 1 : 1;
    }

    /// <summary>For each version the newest line about its being applied, and the place of the line that says that another replaced it.</summary>
    private async Task<Dictionary<string, (CatalogueRow? Newest, long Replaced)>> ReadLogAsync(CancellationToken cancellationToken)
    {
        var rows = await OwnTables.TryReadAsync(
            connection, tables.Log,
            $"""
            {LogLines} WHERE {Columns("id")} IN ({Newest} GROUP BY {Columns("version")})
            UNION ALL {LogLines} WHERE {Columns("tracking_table")} = @p0 AND {Columns("outcome")} = '{HistoryOutcomes.Replaced}'
            """,
            [tables.Tracking.ToString()],
            cancellationToken);
        var logged = new Dictionary<string, (CatalogueRow? Newest, long Replaced)>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows ?? [])
        {
            var (newest, replaced) = logged.GetValueOrDefault(row.Text("version")!);
            logged[row.Text("version")!] = row.Text("outcome") == HistoryOutcomes.Replaced ? (newest, Math.Max(replaced, row.Number("id"))) : (row, replaced);
        }

        return logged;
    }

    private static AppliedMigration WithLog(AppliedMigration applied, CatalogueRow? log, long replaced) => log is null ? applied with { IsReplaced = true } : applied with
    {
        IsReplaced = replaced > log.Number("id"),

        // What was renamed, or recorded for others, keeps its place, which is the time that it was applied at.
        Sequence = log.Text("outcome") is HistoryOutcomes.Renamed or HistoryOutcomes.Squashed ? null : log.Number("id"),
        Batch = log.Text("batch") is null ? null : log.Number("batch"),
        Checksum = log.Number("checksum_algorithm") == ChecksumAlgorithm ? log.Text("checksum") : null,
        Duration = log.Text("duration_ms") is { } text ? TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture)) : null,
        Source = Enum.TryParse<MigrationSourceKind>(log.Text("source"), out var source) ? source : null,
        Format = log.Text("format"),
        HasSource = log.Flag("has_source"),
    };

    private string Columns(params IEnumerable<string> names) => string.Join(", ", names.Select(connection.Client.Dialect.Quote));
}
