using System.IO.Enumeration;
using System.Security;

namespace Cairn.Runtime.Migrations.Sources;

/// <summary>The files of a folder that are somebody's intention: no hidden ones, no editor's backups.</summary>
internal static class FolderFiles
{
    private static readonly EnumerationOptions Compatible = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, MatchType = MatchType.Simple };

    private static readonly string[] BackupEndings = ["~", ".swp", ".swo", ".bak", ".orig", ".rej", ".tmp"];

    /// <summary>The names, in ordinal order so that every machine tells the same errors first.</summary>
    /// <param name="folder">Its full path.</param>
    /// <param name="display">The path to show.</param>
    /// <param name="what">What it is a folder of.</param>
    public static IReadOnlyList<string> List(string folder, string display, string what = "migrations")
    {
        if (File.Exists(folder))
        {
            throw Unreadable(what, display, "it is a file, not a folder", null);
        }

        try
        {
            // One pass over what the system lists; nothing is asked of a file that its entry in the folder does not say.
            var files = new FileSystemEnumerable<string>(folder, static (ref FileSystemEntry entry) => entry.FileName.ToString(), Compatible)
            {
                ShouldIncludePredicate = static (ref FileSystemEntry entry) =>
                    !entry.IsDirectory && !IsIgnored(entry.FileName) && !(OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Hidden)),
            };
            var names = new List<string>(files);
            names.Sort(StringComparer.Ordinal);
            return names;
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new CairnException(ErrorCodes.FolderMissing, $"The {what} folder {display} does not exist.", missing)
            {
                File = display,
                Fix = "Create it with dotnet cairn init, or name another extensions folder with --extensions.",
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw Unreadable(what, display, error.Message, error);
        }
    }

    /// <summary>A file of the folder, as a person would write it.</summary>
    public static string Show(string display, string file) =>
        display is "" or "." ? file : $"{display.TrimEnd('/', '\\')}/{file}";

    private static bool IsIgnored(ReadOnlySpan<char> name)
    {
        if (name.StartsWith('.') || (name.StartsWith('#') && name.EndsWith('#')))
        {
            return true;
        }

        // Migrations end otherwise, and are nearly all that is asked about.
        if (name.EndsWith(".csx", StringComparison.Ordinal) || name.EndsWith(".sql", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var ending in BackupEndings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static CairnException Unreadable(string what, string display, string why, Exception? inner) =>
        new(ErrorCodes.FolderUnreadable, $"The {what} folder {display} cannot be read: {why.TrimEnd('.')}.", inner)
        {
            File = display,
            Fix = "Give the user who runs this the right to read the folder, or name another extensions folder with --extensions.",
        };
}
