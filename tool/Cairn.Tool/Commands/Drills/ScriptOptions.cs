using Cairn.Runtime.Drills.Stories;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Drills;

/// <summary>Which drill scripts to run.</summary>
internal sealed class ScriptOptions
{
    private const string Folder = "drills";

    private readonly CommandOption _files;
    private readonly CommandOption _all;

    public ScriptOptions(CommandLineApplication app)
    {
        _files = app.Option("--script <file>", "Run a drill script on a fresh copy; may be given several times. Migrations are rehearsed too only where they are chosen.", CommandOptionType.MultipleValue);
        _all = app.Flag("--scripts", "Run all scripts of the extensions folder's drills.");
    }

    /// <summary>The scripts, compiled.</summary>
    /// <exception cref="CairnException">There is no such file, or none at all (CAIRN5006), or one cannot be compiled.</exception>
    public async Task<IReadOnlyList<DrillScript>> ReadAsync(ToolSettings settings, Action<string> warn, CancellationToken cancellationToken)
    {
        var files = _files.Values.OfType<string>().Select(file => Find(file, settings)).Concat(_all.HasValue() ? All(settings) : []).Distinct(StringComparer.Ordinal).ToList();
        return files.Count == 0 ? [] : await new DrillScriptReader(new ScriptCompiler(CompileCache.FromEnvironment(warn))) { Warn = warn }
            .LoadAsync([.. files.Select(file => (file, DisplayPath.Of(file, settings.WorkingFolder)))], cancellationToken);
    }

    /// <summary>From where the user is, else from an extensions folder: <c>drills/checkout.csx</c> works in both places.</summary>
    private static string Find(string file, ToolSettings settings)
    {
        IEnumerable<string> folders = [settings.WorkingFolder, .. settings.ExtensionFolders, .. settings.ExtensionFolders.Select(folder => Path.Combine(folder, Folder))];
        return folders.Select(folder => Path.GetFullPath(file, folder)).FirstOrDefault(File.Exists) ?? throw new CairnException(
            ErrorCodes.DrillScriptInvalid, $"There is no drill script {file}, neither here nor in {string.Join(" or ", Shown(settings))}.")
        {
            Fix = "Give the path of a .csx with async Task Run(Drill drill).",
        };
    }

    /// <summary>Folders below are for what scripts load.</summary>
    private static List<string> All(ToolSettings settings)
    {
        var files = settings.ExtensionFolders.Select(folder => Path.Combine(folder, Folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder).Where(IsScript).Order(StringComparer.Ordinal)).ToList();
        return files.Count > 0 ? files : throw new CairnException(
            ErrorCodes.DrillScriptInvalid, $"There is no drill script in {string.Join(" or ", Shown(settings))}.")
        {
            Fix = "Write one: a .csx with async Task Run(Drill drill); or leave --scripts out.",
        };
    }

    private static bool IsScript(string file) =>
        file.EndsWith(".csx", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(file).StartsWith('.');

    private static IEnumerable<string> Shown(ToolSettings settings) =>
        settings.ExtensionFolders.Select(folder => DisplayPath.Of(Path.Combine(folder, Folder), settings.WorkingFolder));
}
