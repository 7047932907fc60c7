using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>A SQLite file that the user gives as scratch: it must be empty, or left by a drill; it is empty again afterwards.</summary>
internal sealed class SqliteGivenFile : ScratchDatabase
{
    private readonly string path;
    private readonly bool wasThere;
    private readonly FileStream held;

    private SqliteGivenFile(DatabaseTarget target, string file, bool existed, FileStream stream) => (Target, path, wasThere, held) = (target, file, existed, stream);

    public override DatabaseTarget Target { get; }

    private static string MarkPath(string path) => path + "-" + ScratchMark.Table;

    public static async Task<ScratchDatabase> MakeAsync(ScratchRequest request, DatabaseTarget given, CancellationToken cancellationToken)
    {
        var file = SqliteClient.FilePath(given) ?? throw ScratchErrors.NotEmpty(given.Display, "it is in memory, and a drill connects more than once");
        var source = SqliteClient.FilePath(request.Source);
        if (string.Equals(file, source, StringComparison.Ordinal))
        {
            throw ScratchErrors.IsTarget(given.Display);
        }

        var existed = File.Exists(file);
        var (stream, marked) = Mark(file, given);
        var mayClear = false;
        try
        {
            if (!marked && existed)
            {
                await RequireEmptyAsync(given, cancellationToken);
            }

            mayClear = true;
            Clear(file);
            var copy = await SqliteScratch.FillAsync(request, source, file, cancellationToken);
            var target = given with { Display = $"the scratch database {given.Display}" };
            return new SqliteGivenFile(target, file, existed, stream) { Copy = copy with { Way = copy.Way + ", into the given file" } };
        }
        catch
        {
            if (mayClear)
            {
                Clear(file);
            }

            Release(stream, file);
            throw;
        }
    }

    public override ValueTask DisposeAsync()
    {
        Clear(path);
        if (wasThere)
        {
            File.WriteAllBytes(path, []);
        }

        Release(held, path);
        return ValueTask.CompletedTask;
    }

    /// <summary>The mark is a file beside it, locked while the drill lives; a mark that is there and not locked was left by a killed drill.</summary>
    private static (FileStream Stream, bool Marked) Mark(string path, DatabaseTarget given)
    {
        try
        {
            var marked = File.Exists(MarkPath(path));
            var stream = new FileStream(MarkPath(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var reader = new StreamReader(stream, leaveOpen: true);
            marked = marked && ScratchMark.Read(reader.ReadToEnd()) is not null;
            return (stream, marked);
        }
        catch (IOException exception)
        {
            throw ScratchErrors.NotEmpty(given.Display, $"another drill uses it ({exception.Message})");
        }
        catch (UnauthorizedAccessException exception)
        {
            throw ScratchErrors.NoRights(exception.Message, $"Give this account the right to write to {Path.GetDirectoryName(path)}", exception);
        }
    }

    private static async Task RequireEmptyAsync(DatabaseTarget given, CancellationToken cancellationToken)
    {
        await using var connection = await RunConnection.OpenAsync(given, readOnly: true, SqliteScratch.Limits, new SilentObserver(), cancellationToken);
        var found = await connection.QueryAsync("SELECT name FROM sqlite_master ORDER BY name LIMIT 1", [], cancellationToken);
        if (found.Count > 0)
        {
            throw ScratchErrors.NotEmpty(given.Display, $"it has {found[0].Text("name")} in it");
        }
    }

    private static void Release(FileStream stream, string path)
    {
        File.Delete(MarkPath(path));
        stream.Dispose();
    }

    private static void Clear(string path)
    {
        foreach (var ending in (string[])["", "-wal", "-shm", "-journal"])
        {
            File.Delete(path + ending);
        }
    }
}
