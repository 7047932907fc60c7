using System.Text;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Execution.Stamps;

/// <summary>
/// The checksums of files as they were last read, by what the system says of them: a file that is the same one and was not changed since needs not be read. Of thousands that are applied, a run compares
/// all with what was recorded.
/// </summary>
internal sealed class RecordedChecksums(IStampStore stamps)
{
    // Raise where a file would get another checksum.
    private const string Mark = "cairn-checksums-1";

    private const char Tab = '\t';
    private const char End = '\n';

    // Fewer are read as quickly as their record, and a few new ones are no reason to write all anew.
    private const int Fewest = 64;
    private const int NewShare = 20;

    private readonly Dictionary<string, RecordedFolder> folders = new(StringComparer.Ordinal);
    private readonly long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>Looks at a file before it is read; null where it has no file, or the system does not tell.</summary>
    public SeenFile? See(MigrationDescriptor migration)
    {
        if (migration.FilePath is not { } path || Path.GetDirectoryName(path) is not { } folder || FileStatus.Of(path) is not { } status)
        {
            return null;
        }

        if (!folders.TryGetValue(folder, out var recorded))
        {
            folders.Add(folder, recorded = new RecordedFolder(folder, Read(folder)));
        }

        var name = Path.GetFileName(path);
        return new SeenFile(recorded, name, status, recorded.Lines.TryGetValue(name, out var line) ? line : null);
    }

    /// <summary>Notes what a file has that had to be read.</summary>
    public void Note(SeenFile file, MigrationSourceText text)
    {
        // What a script loads counts, too, and is not looked at here; nor is a change seen that came in the same tick of the clock.
        var loads = text.Text.Contains('#', StringComparison.Ordinal) && text.Text.Contains("load", StringComparison.Ordinal);
        if (!loads && file.Folder.HasTrustedTimes && file.Status.Device == file.Folder.Device && now - file.Status.LastChange >= SettledFolder.SecondsToSettle && file.Name.AsSpan().IndexOfAny(Tab, End) < 0)
        {
            file.Folder.Lines[file.Name] = $"{file.Status.Identity}{Tab}{text.Checksum}";
            file.Folder.New++;
        }
    }

    /// <summary>Keeps what was noted, where it is worth it.</summary>
    public void Keep()
    {
        foreach (var (path, folder) in folders)
        {
            // The place is made where there is none: not before there is something for it.
            if (folder.Lines.Count >= Fewest && folder.New * NewShare >= folder.Lines.Count && stamps.IsOpen)
            {
                var text = new StringBuilder(Mark).Append(End);
                foreach (var (name, line) in folder.Lines)
                {
                    text.Append(name).Append(Tab).Append(line).Append(End);
                }

                stamps.Write(NameOf(path), Encoding.UTF8.GetBytes(text.ToString()));
                folder.New = 0;
            }
        }
    }

    private static string NameOf(string folder) => StampName.Of($"{Mark}\n{folder}");

    private Dictionary<string, string> Read(string folder)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        if (stamps.Read(NameOf(folder)) is not { } bytes)
        {
            return lines;
        }

        var text = Encoding.UTF8.GetString(bytes);
        if (!text.StartsWith(Mark, StringComparison.Ordinal) || !text.EndsWith(End))
        {
            return lines;
        }

        for (var begin = Mark.Length + 1; begin < text.Length;)
        {
            var end = text.IndexOf(End, begin);
            var tab = text.IndexOf(Tab, begin, end - begin);
            if (tab < 0)
            {
                return [];
            }

            lines[text[begin..tab]] = text[(tab + 1)..end];
            begin = end + 1;
        }

        return lines;
    }
}

/// <summary>What is recorded of a folder's files: the name, and what the system said of it with its checksum.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Lines">By name.</param>
internal sealed record RecordedFolder(string Path, Dictionary<string, string> Lines)
{
    private long? device;
    private bool? trusted;

    /// <summary>Where it is: a link in it may lead to another file system.</summary>
    public long? Device => device ??= FileStatus.Of(Path)?.Device;

    /// <summary>Whether the system notes each change of what is in it. Asked only where something is to be noted.</summary>
    public bool HasTrustedTimes => trusted ??= SettledFolder.HasTrustedTimes(Path);

    /// <summary>How many were noted by this run.</summary>
    public int New { get; set; }
}

/// <summary>A file that was looked at.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">What the system said of it.</param>
/// <param name="Line">What is recorded under its name; null for nothing.</param>
internal sealed record SeenFile(RecordedFolder Folder, string Name, FileStatus Status, string? Line)
{
    /// <summary>Its checksum, where it is the recorded one.</summary>
    public string? Checksum => Line is not null && Status.Identity is var identity && Line.Length > identity.Length && Line[identity.Length] == '\t' && Line.StartsWith(identity, StringComparison.Ordinal)
        ? Line[(identity.Length + 1)..]
        : null;
}
