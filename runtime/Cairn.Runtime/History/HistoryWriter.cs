using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.History;

/// <summary>Writes the tracking table and the history log, on the run's own connection: inside the migration's transaction where it has one.</summary>
internal sealed class HistoryWriter(RunConnection connection, TrackingTables tables, RunIdentity run)
{
    private static readonly string[] LogColumns =
    [
        "tracking_table", "run_id", "batch", "version", "name", "source", "format", "direction", "outcome", "started_at", "duration_ms",
        "checksum", "checksum_algorithm", "error", "tool_version", "host", "user_name", "source_text",
    ];

    private string? insertion;
    private string? line;

    /// <summary>The run that writes.</summary>
    public RunIdentity Run => run;

    /// <summary>Records a version as applied.</summary>
    public Task InsertAsync(MigrationDescriptor migration, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync([Insertion(migration, now)], cancellationToken);

    /// <summary>What records a version as applied.</summary>
    public OwnStatement Insertion(MigrationDescriptor migration, DateTimeOffset now) => new(
        insertion ??= $"INSERT INTO {Quote(tables.Tracking.Name, tables.Tracking.Schema)} ({Columns("version", "name", "timestamp")}) VALUES (@p0, @p1, @p2)",
        [migration.Version.Text, migration.Name, connection.Client.Moment(now)]);

    /// <summary>Records a version as applied that was not run here.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="source">Its text of today; null where it has none.</param>
    /// <param name="appliedAt">When it was applied, as far as that is known.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task MarkAsync(MigrationDescriptor migration, MigrationSourceText? source, DateTimeOffset appliedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await InsertAsync(migration, appliedAt, cancellationToken);
        await LogAsync(new HistoryEntry(migration, Direction.Up, HistoryOutcomes.Marked, now) { Source = source, Batch = null }, cancellationToken);
    }

    /// <summary>Gives a record the new version and name of its file; when it was applied stays.</summary>
    /// <param name="from">The version as it was recorded.</param>
    /// <param name="to">The file as it is named now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task RenameAsync(MigrationVersion from, MigrationDescriptor to, CancellationToken cancellationToken) => connection.ExecuteAsync([Renaming(from, to)], cancellationToken);

    private OwnStatement Renaming(MigrationVersion from, MigrationDescriptor to) => new(
        $"UPDATE {Quote(tables.Tracking.Name, tables.Tracking.Schema)} SET {Columns("version")} = @p0, {Columns("name")} = @p1 WHERE {Columns("version")} = @p2",
        [to.Version.Text, to.Name, from.Text]);

    /// <summary>Records a migration in the place of those that it replaces, whose rows stay: it stands where the last of them stood.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="source">Its text.</param>
    /// <param name="replaced">The rows of what it replaces; its own among them where the last of them had its version.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task ReplaceAsync(
        MigrationDescriptor migration, MigrationSourceText source, IReadOnlyList<AppliedMigration> replaced, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = replaced.FirstOrDefault(row => row.Version == migration.Version);
        await connection.ExecuteAsync(
            [
                own is null ? Insertion(migration, replaced.Max(row => row.AppliedAt)) : Renaming(own.Version, migration),
                Line(new HistoryEntry(migration, Direction.Up, HistoryOutcomes.Squashed, now) { Source = source, Batch = null }),
            ],
            cancellationToken);
        await ReplacedAsync(replaced.Where(row => row != own), now, cancellationToken);
    }

    /// <summary>Notes in the log that another migration stands for these now.</summary>
    public async Task ReplacedAsync(IEnumerable<AppliedMigration> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var some in rows.Chunk(50))
        {
            await connection.ExecuteAsync([.. some.Select(row => Line(new HistoryEntry(Gone(row), Direction.Up, HistoryOutcomes.Replaced, now) { Batch = null }))], cancellationToken);
        }
    }

    /// <summary>What is recorded and has no file any more still has a name.</summary>
    public static MigrationDescriptor Gone(AppliedMigration row) =>
        new(row.Version, row.Name, row.Source ?? MigrationSourceKind.Custom, "(file gone)") { Format = row.Format ?? ".csx" };

    /// <summary>Records a version as not applied.</summary>
    /// <param name="version">As it was recorded.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task DeleteAsync(MigrationVersion version, CancellationToken cancellationToken)
    {
        var gone = await connection.ExecuteAsync(
            $"DELETE FROM {Quote(tables.Tracking.Name, tables.Tracking.Schema)} WHERE {Columns("version")} = @p0", [version.Text], cancellationToken);
        if (gone != 1)
        {
            throw new CairnException(ErrorCodes.NotApplied, $"The record of {version} was changed by somebody else meanwhile: {gone} rows instead of one.")
            {
                Fix = "Look at dotnet cairn migrate:list, and run again.",
            };
        }
    }

    /// <summary>Adds a line to the history log.</summary>
    public Task LogAsync(HistoryEntry entry, CancellationToken cancellationToken) => connection.ExecuteAsync([Line(entry)], cancellationToken);

    /// <summary>What adds a line to the history log.</summary>
    public OwnStatement Line(HistoryEntry entry) => new(
        line ??= $"INSERT INTO {Quote(tables.Log.Name, tables.Log.Schema)} ({Columns(LogColumns)}) VALUES ({string.Join(", ", LogColumns.Select((_, index) => $"@p{index}"))})",
        [
            tables.Tracking.ToString(), run.RunId, entry.Batch == HistoryEntry.OfRun ? run.Batch : entry.Batch, entry.Migration.Version.Text, entry.Migration.Name,
            entry.Migration.Source.ToString(), entry.Migration.Format, entry.Direction.ToString().ToLowerInvariant(), entry.Outcome,
            connection.Client.Moment(entry.StartedAt), entry.Duration?.TotalMilliseconds,
            entry.Source?.Checksum, entry.Source is null ? null : HistoryTable.ChecksumAlgorithm, entry.Error,
            run.ToolVersion, run.Holder.Host, run.Holder.User, entry.Source?.Text,
        ]);

    /// <summary>Whether the tracking table is there.</summary>
    public async Task<bool> HasTrackingTableAsync(CancellationToken cancellationToken) =>
        await connection.Catalogue.FindTableAsync(tables.Tracking, cancellationToken) is not null;

    /// <summary>Whether the log is there.</summary>
    public async Task<bool> HasLogAsync(CancellationToken cancellationToken) =>
        await connection.Catalogue.FindTableAsync(tables.Log, cancellationToken) is not null;

    private string Columns(params IEnumerable<string> names) => string.Join(", ", names.Select(connection.Client.Dialect.Quote));

    private string Quote(string name, string? schema) => connection.Client.Dialect.Quote(new Schema.TableName(name, schema));
}
