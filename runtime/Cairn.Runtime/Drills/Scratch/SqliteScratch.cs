using System.Data.Common;
using System.Diagnostics;
using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Execution;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>A copy of a SQLite file, in a folder of its own among the temporary files.</summary>
internal sealed class SqliteScratch : ScratchDatabase
{
    /// <summary>How long the copying waits for a writer of the database.</summary>
    public static readonly SessionLimits Limits = new(Statement: null, TimeSpan.FromSeconds(30));

    private readonly ScratchFolder folder;

    private SqliteScratch(ScratchFolder made, DatabaseTarget source)
    {
        folder = made;
        Target = At(source, made.Database);
    }

    public override DatabaseTarget Target { get; }

    public static new async Task<ScratchDatabase> MakeAsync(ScratchRequest request, CancellationToken cancellationToken)
    {
        ScratchFolder.RemoveLeftBehind(request.Observer);
        if (request.Given is { } given)
        {
            return await SqliteGivenFile.MakeAsync(request, given, cancellationToken);
        }

        var file = SqliteClient.FilePath(request.Source);
        var made = ScratchFolder.Create(file is null ? "memory" : Path.GetFileNameWithoutExtension(file));
        try
        {
            var copy = await FillAsync(request, file, made.Database, cancellationToken);
            return new SqliteScratch(made, request.Source) { Copy = copy };
        }
        catch
        {
            made.Remove();
            throw;
        }
    }

    public override ValueTask DisposeAsync()
    {
        folder.Remove();
        return ValueTask.CompletedTask;
    }

    /// <summary>Copies the file into one that is not there.</summary>
    public static async Task<ScratchCopy> FillAsync(ScratchRequest request, string? file, string destination, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        if (request.Empty)
        {
            return new ScratchCopy("empty file", request.Data, clock.Elapsed);
        }

        if (file is null || !File.Exists(file))
        {
            var why = file is null ? "a database in memory has nothing that could be copied" : "there is no database file yet";
            request.Observer.Note($"{why}: the drill begins with an empty database");
            return new ScratchCopy($"empty file ({why})", request.Data, clock.Elapsed);
        }

        RequireRoom(file, destination, request);
        try
        {
            await using var source = await RunConnection.OpenAsync(request.Source, readOnly: true, Limits, new SilentObserver(), cancellationToken);
            if (request.Data == DrillData.All)
            {
                await source.ExecuteAsync("VACUUM INTO @p0", [destination], cancellationToken);
                return new ScratchCopy("VACUUM INTO", request.Data, clock.Elapsed);
            }

            await using var copy = await RunConnection.OpenAsync(At(request.Source, destination), readOnly: false, Limits, new SilentObserver(), cancellationToken);
            var rows = await new SqlitePartialCopy(source, copy, file, request).RunAsync(cancellationToken);
            return new ScratchCopy("structure from sqlite_master, rows by INSERT … SELECT", request.Data, clock.Elapsed) { Rows = rows };
        }
        catch (DbException exception)
        {
            throw ScratchErrors.Failed($"{request.Source.Display} could not be copied: {exception.Message}", exception);
        }
    }

    /// <summary>The same connection to another file.</summary>
    public static DatabaseTarget At(DatabaseTarget source, string file)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = source.ConnectionString.Reveal() };
        builder.Remove("Mode");
        builder.Remove("Cache");
        builder.Remove("DataSource");
        builder["Data Source"] = file;
        return source with { ConnectionString = new Secret(builder.ConnectionString), Display = $"the scratch copy of {source.Display}", Database = file };
    }

    private static void RequireRoom(string file, string destination, ScratchRequest request)
    {
        var log = new FileInfo(file + "-wal");
        var size = new FileInfo(file).Length + (log.Exists ? log.Length : 0);
        request.Observer.Note($"copying {Sizes.Bytes(size)} ({request.Data.ToString().ToLowerInvariant()} rows) to {Path.GetDirectoryName(destination)}");
        var room = new DriveInfo(Path.GetDirectoryName(destination)!).AvailableFreeSpace;
        if (request.Data == DrillData.All && room < size)
        {
            throw ScratchErrors.Failed(
                $"The copy needs {Sizes.Bytes(size)}, and there are {Sizes.Bytes(room)} left in {Path.GetDirectoryName(destination)}.", inner: null,
                "Make room, let TMPDIR name another place, or copy less with --data sample|none.");
        }
    }
}
