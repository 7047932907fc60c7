using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.History;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution.Stamps;

/// <summary>One run's use of stamps. It begins before the folders are listed: a name that comes later is then not taken for one that was seen.</summary>
internal sealed class StampedLook
{
    // To list fewer takes no longer than to read a stamp.
    private const int FewestRows = 256;

    private readonly IStampStore stamps;
    private readonly List<SeenFolder> folders;
    private readonly long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    private readonly Stamp stamp;
    private readonly string name;
    private readonly AppliedText? kept;

    private StampedLook(IStampStore stamps, MigratorOptions options, List<SeenFolder> folders)
    {
        (this.stamps, this.folders) = (stamps, folders);
        var settings = $"{options.ToolVersion}\n{options.Naming.Name}\n{options.Table}\n";
        stamp = new Stamp($"{settings}{string.Concat(folders.Select(folder => $"{folder.Path}\n{folder.Status.Identity}\n"))}");
        name = StampName.Of($"{settings}{string.Concat(folders.Select(folder => $"{folder.Path}\n"))}");
        kept = stamp.RowsIn(stamps.Read(name));
    }

    /// <summary>Whether the folders are as they were when all of them was applied.</summary>
    public bool KnowsFolders => kept is not null;

    /// <summary>Begins; null where stamps would say nothing: not all comes of folders that the system can tell, files are to be compared, or the database cannot join rows.</summary>
    public static StampedLook? Begin(MigratorOptions options)
    {
        if (options.Stamps is not { } stamps || options.Changed == CheckPolicy.Refuse || options.Sources.Count == 0 || !DatabaseClients.For(options.Target.Client).JoinsRows)
        {
            return null;
        }

        var found = new List<SeenFolder>();
        foreach (var source in options.Sources)
        {
            if (source is not FolderSource folder || Path.GetFullPath(folder.Folder) is var path && FileStatus.Of(path) is not { } status)
            {
                return null;
            }

            found.Add(new SeenFolder(path, status));
        }

        return new StampedLook(stamps, options, found);
    }

    /// <summary>How many migrations are applied, where the database is as it was, too; null where that must be found out otherwise.</summary>
    public async Task<int?> CountAsync(HistoryTable table, CancellationToken cancellationToken) =>
        kept is not null && await table.HasRowsAsync(kept, cancellationToken) ? kept.Count : null;

    /// <summary>Keeps what was compared, after it was found to be up to date.</summary>
    public void Keep(MigrationSet set, Standing standing)
    {
        // What has a warning is told each time, and a row without a file may hang on what the log says.
        if (standing.IsUpToDate && set.Warnings.Count == 0 && set.Migrations.Count == standing.History.Applied.Count && set.Migrations.Count >= FewestRows && stamps.IsOpen
            && folders.TrueForAll(folder => SettledFolder.Is(folder.Path, folder.Status, now)) && AppliedText.Of(standing.History.Applied) is { } rows)
        {
            stamps.Write(name, stamp.With(rows));
        }
    }
}

/// <summary>A folder that was looked at.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Status">What the system said of it.</param>
internal sealed record SeenFolder(string Path, FileStatus Status);
