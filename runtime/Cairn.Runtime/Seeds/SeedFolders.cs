using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Sources;

namespace Cairn.Runtime.Seeds;

/// <summary>Finds seed scripts. Folders below are for what scripts load.</summary>
public static class SeedFolders
{
    private static readonly string[] Endings = [".csx", ".sql"];
    private static readonly string[] OtherPrograms = [".cs", ".js", ".cjs", ".mjs", ".ts", ".py"];

    /// <summary>Lists the scripts of all folders in one order; a folder that is not there has none.</summary>
    /// <param name="folders">Each folder's full path, and the path to show.</param>
    /// <exception cref="CairnException">A folder cannot be read (CAIRN1009), or two scripts have one name (CAIRN1020).</exception>
    /// <example><code>var content = SeedFolders.List([("/app/extensions/seeds", "extensions/seeds")]);</code></example>
    public static SeedFolderContent List(IEnumerable<(string FullPath, string Display)> folders)
    {
        var files = new List<SeedFile>();
        var warnings = new List<string>();
        foreach (var (folder, display) in folders.Where(folder => Directory.Exists(folder.FullPath) || File.Exists(folder.FullPath)))
        {
            foreach (var file in FolderFiles.List(folder, display, "seeds"))
            {
                var shown = FolderFiles.Show(display, file);
                if (Is(file, Endings))
                {
                    files.Add(new SeedFile(Path.GetFileNameWithoutExtension(file), Path.Combine(folder, file), shown));
                }
                else if (Is(file, OtherPrograms))
                {
                    warnings.Add($"{shown} is no seed: seeds end in {string.Join(" or ", Endings)}. It is never run.");
                }
            }
        }

        ErrorList.ThrowIfAny([.. files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(Twice)]);
        return new SeedFolderContent([.. files.OrderBy(file => file.Name, StringComparer.Ordinal)], warnings);
    }

    private static bool Is(string file, string[] endings) => endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static CairnException Twice(IEnumerable<SeedFile> same)
    {
        var paths = same.Select(file => file.Path).Order(StringComparer.Ordinal).ToList();
        return new CairnException(ErrorCodes.SeedUnknown, $"Two seeds have one name: {string.Join(" and ", paths)}.")
        {
            File = paths[^1],
            Fix = "Rename one of them: seeds run in the order of their names, and are chosen by them.",
        };
    }
}
