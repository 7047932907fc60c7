using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Migrations;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.History.Journals;

/// <summary>Reads and writes the journal, on the run's own connection.</summary>
internal sealed class JournalTable(RunConnection connection, TrackingTables tables)
{
    private static readonly string[] Key = ["tracking_table", "version", "direction", "position"];

    private static readonly string[] Values =
        ["kind", "description", "hash", "checksum", "state", "statements_done", "affected", "statements", "content", "before_hash"];

    private static readonly string[] AllColumns = [.. Key, .. Values, "run_id", "started_at"];

    private string? clearing;
    private string? insertion;
    private string? update;

    private string Table => connection.Client.Dialect.Quote(tables.Journal);

    private string Tracking => tables.Tracking.ToString();

    /// <summary>The migrations that are half run: version and direction, with their units in order. Empty where there is no journal yet.</summary>
    /// <exception cref="CairnException">There is one, and it cannot be read (CAIRN4001, CAIRN4002): never taken for empty.</exception>
    public async Task<IReadOnlyList<HalfRun>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await OwnTables.TryReadAsync(
            connection,
            tables.Journal,
            $"SELECT {Columns([.. Key, .. Values])} FROM {Table} WHERE {Columns("tracking_table")} = @p0 ORDER BY {Columns("version", "direction", "position")}",
            [Tracking],
            cancellationToken) ?? [];
        return rows.Count == 0 ? [] :
        [
            .. rows
                .GroupBy(row => (Version: row.Text("version")!, Direction: row.Text("direction")!))
                .Select(group => new HalfRun(
                    new MigrationVersion(group.Key.Version),
                    group.Key.Direction == "up" ? Direction.Up : Direction.Down,
                    [.. group.Select(Read).Where(row => row.Position > 0)])
                {
                    Reads = [.. group.Select(Read).Where(row => row.Position < 0)],
                }),
        ];
    }

    /// <summary>What writes a unit down for the first time.</summary>
    public OwnStatement Insertion(MigrationVersion version, Direction direction, JournalRow row, string runId) => new(
        insertion ??= $"INSERT INTO {Table} ({Columns(AllColumns)}) VALUES ({string.Join(", ", AllColumns.Select((_, index) => $"@p{index}"))})",
        [Tracking, version.Text, Name(direction), row.Position, .. Write(row), runId, connection.Client.Moment(DateTimeOffset.UtcNow)]);

    /// <summary>What writes down how far a unit is.</summary>
    public OwnStatement Update(MigrationVersion version, Direction direction, JournalRow row) => new(
        update ??= $"UPDATE {Table} SET {string.Join(", ", Values.Select((column, index) => $"{Columns(column)} = @p{index}"))} WHERE "
            + string.Join(" AND ", Key.Select((column, index) => $"{Columns(column)} = @p{index + Values.Length}")),
        [.. Write(row), Tracking, version.Text, Name(direction), row.Position]);

    /// <summary>Takes the whole journal of a migration away, when it is recorded or undone.</summary>
    public OwnStatement Clearing(MigrationVersion version, Direction direction) => new(
        clearing ??= $"DELETE FROM {Table} WHERE {Columns("tracking_table")} = @p0 AND {Columns("version")} = @p1 AND {Columns("direction")} = @p2",
        [Tracking, version.Text, Name(direction)]);

    public Task RunAsync(IReadOnlyList<OwnStatement> statements, CancellationToken cancellationToken) => connection.ExecuteAsync(statements, cancellationToken);

    /// <summary>
    /// Whether what is written down can go in front of the next statement in the same text: where each statement commits by itself, so that they do not become one
    /// transaction, and where no probe stands beside.
    /// </summary>
    public bool GoesAhead => connection.Client.JoinsTexts && !connection.Client.Dialect.Capabilities.TransactionalDdl && !connection.Sink.IsWatched;

    /// <summary>Lets statements, of one row each, go in front of the next one.</summary>
    public void RunAhead(IEnumerable<OwnStatement> statements)
    {
        foreach (var statement in statements)
        {
            connection.Sink.Ahead.AddOfOneRow(statement);
        }
    }

    /// <summary>Forgets what still waits for the next statement.</summary>
    public void ForgetAhead() => connection.Sink.Ahead.ClearRows();

    /// <summary>Takes one unit away, when it is undone.</summary>
    public OwnStatement Removal(MigrationVersion version, Direction direction, int position) => new(
        $"DELETE FROM {Table} WHERE " + string.Join(" AND ", Key.Select((column, index) => $"{Columns(column)} = @p{index}")),
        [Tracking, version.Text, Name(direction), position]);

    private static string Name(Direction direction) => direction == Direction.Up ? "up" : "down";

    private static JournalRow Read(CatalogueRow row) =>
        new((int)row.Number("position"), Enum.Parse<JournalKind>(row.Text("kind")!), row.Text("description")!, row.Text("hash")!)
        {
            Checksum = row.Text("checksum")!,
            State = Enum.Parse<JournalState>(row.Text("state")!),
            StatementsDone = (int)row.Number("statements_done"),
            Affected = (int)row.Number("affected"),
            Statements = row.Text("statements"),
            Content = row.Text("content"),
            BeforeHash = row.Text("before_hash"),
        };

    private static IEnumerable<object?> Write(JournalRow row) =>
    [
        row.Kind.ToString(), row.Description, row.Hash, row.Checksum, row.State.ToString(), row.StatementsDone, row.Affected,
        row.Statements, row.Content, row.BeforeHash,
    ];

    private string Columns(params IEnumerable<string> names) => string.Join(", ", names.Select(connection.Client.Dialect.Quote));
}

/// <summary>A migration that was begun and neither recorded nor undone.</summary>
/// <param name="Version">Which one.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Units">What it did, in order.</param>
internal sealed record HalfRun(MigrationVersion Version, Direction Direction, IReadOnlyList<JournalRow> Units)
{
    /// <summary>What it read before them.</summary>
    public IReadOnlyList<JournalRow> Reads { get; init; } = [];
}
