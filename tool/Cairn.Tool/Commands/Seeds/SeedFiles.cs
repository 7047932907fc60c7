using Cairn.Runtime.Seeds;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Seeds;

/// <summary>The seeds of the extensions folders.</summary>
internal static class SeedFiles
{
    public const string Folder = "seeds";

    /// <summary>The folders, whether they are there or not.</summary>
    public static IReadOnlyList<string> Folders(ToolSettings settings) => [.. settings.ExtensionFolders.Select(folder => Path.Combine(folder, Folder))];

    /// <summary>All of them, or the named ones, in the order in which they run.</summary>
    /// <exception cref="CairnException">There is none, or none of that name (CAIRN1020).</exception>
    public static IReadOnlyList<SeedFile> Choose(CommandContext context, IReadOnlyList<string> names)
    {
        var settings = context.Settings;
        var content = SeedFolders.List(Folders(settings).Select(folder => (folder, DisplayPath.Of(folder, settings.WorkingFolder))));
        foreach (var warning in content.Warnings)
        {
            context.Observer.Warning(warning);
        }

        var shown = string.Join(" or ", Folders(settings).Select(folder => DisplayPath.Of(folder, settings.WorkingFolder)));
        if (content.Files.Count == 0)
        {
            throw new CairnException(ErrorCodes.SeedUnknown, $"There is no seed in {shown}.")
            {
                Fix = $"Make one with {CommandLine.ProgramName} seed:make <name>, or name another extensions folder with --extensions.",
            };
        }

        var chosen = names.Select(name => content.Files.FirstOrDefault(file => Is(file, name)) ?? throw Unknown(name, shown, content.Files)).ToHashSet();
        return chosen.Count == 0 ? content.Files : [.. content.Files.Where(chosen.Contains)];
    }

    private static bool Is(SeedFile file, string name) =>
        file.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || Path.GetFileName(file.FullPath).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static CairnException Unknown(string name, string folders, IReadOnlyList<SeedFile> files) =>
        new(ErrorCodes.SeedUnknown, $"There is no seed '{name}' in {folders}.") { Fix = NearestName.Hint(name, [.. files.Select(file => file.Name)]) };
}
