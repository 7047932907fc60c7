using Cairn.Runtime.Checks;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Runtime.Seeds;
using Cairn.Tool.Commands.Seeds;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Checks;

/// <summary>The extensions folders, by the names of their files; nothing is compiled.</summary>
internal static class FolderChecks
{
    public static IEnumerable<CheckResult> Run(CommandContext context)
    {
        var settings = context.Settings;
        var sources = MigratorFactory.MigrationFolders(settings).Select(folder => (Source: new FolderSource(folder, DisplayPath.Of(folder, settings.WorkingFolder)), Display: DisplayPath.Of(folder, settings.WorkingFolder))).ToList();
        return [.. sources.SelectMany(folder => Migrations(folder.Source, folder.Display, settings)), .. Together([.. sources.Select(folder => folder.Source)], settings), .. Seeds(settings)];
    }

    /// <summary>What is only seen in all folders at once: a version that is there twice. What is wrong in one was told by it.</summary>
    private static IEnumerable<CheckResult> Together(IReadOnlyList<IMigrationSource> sources, ToolSettings settings)
    {
        try
        {
            MigrationSet.From(sources, MigratorFactory.Naming(settings));
            return [];
        }
        catch (CairnException error)
        {
            return error.Others.Prepend(error).Where(one => one.Code == ErrorCodes.DuplicateVersion).Select(one => CheckResult.Fail("extensions", one));
        }
    }

    private static List<CheckResult> Migrations(FolderSource folder, string display, ToolSettings settings)
    {
        try
        {
            var listing = folder.List(MigratorFactory.Naming(settings));
            var count = listing.Migrations.Count;
            var first = count == 0
                ? CheckResult.Warn("extensions", $"{display} has no migration.", "dotnet cairn migrate:make <name> writes one; or name another folder with --extensions.")
                : CheckResult.Ok("extensions", $"{display}: {RunText.Count(count)}");
            return [first, .. listing.Warnings.Select(warning => CheckResult.Warn("extensions", warning, "Rename the file, or move it elsewhere."))];
        }
        catch (CairnException error)
        {
            return [.. error.Others.Prepend(error).Select(one => CheckResult.Fail("extensions", one))];
        }
    }

    private static IEnumerable<CheckResult> Seeds(ToolSettings settings)
    {
        try
        {
            var content = SeedFolders.List(SeedFiles.Folders(settings).Select(folder => (folder, DisplayPath.Of(folder, settings.WorkingFolder))));
            var warnings = content.Warnings.Select(warning => CheckResult.Warn("seeds", warning, "Rename the file, or move it elsewhere."));
            return content.Files.Count == 0 ? warnings : warnings.Prepend(CheckResult.Ok("seeds", $"{content.Files.Count} to run with seed:run"));
        }
        catch (CairnException error)
        {
            return [CheckResult.Fail("seeds", error)];
        }
    }
}
