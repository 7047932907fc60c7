using Cairn.Scripting.Bundles;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Runs;

/// <summary>For commands that take the migrations from a bundle as well as from the extensions folders.</summary>
internal static class BundleOption
{
    /// <summary>Declares the option, and hands what it names to the context before the command runs.</summary>
    public static CommandBody WithBundle(this CommandLineApplication app, CommandBody body)
    {
        var file = app.Value("--bundle <file>", "Take the migrations from this file, which migrate:bundle made, and look for them in no folder.");
        return (context, cancellationToken) =>
        {
            context.BundleFile = file.Value();
            return body(context, cancellationToken);
        };
    }

    /// <exception cref="CairnException">The bundle cannot be used (CAIRN2021, CAIRN2022), or a folder was named too.</exception>
    public static MigrationBundle Open(string file, ToolSettings settings)
    {
        if (settings.Resolved.Exists(setting => setting.Definition == SettingDefinitions.Extensions && setting.Origin.Level == OriginLevel.Option))
        {
            throw OptionReading.Wrong("--bundle and --extensions do not go together.", "Give one of them: with a bundle no folder is looked into.");
        }

        var path = Path.GetFullPath(file, settings.WorkingFolder);
        return MigrationBundle.Open(path, DisplayPath.Of(path, settings.WorkingFolder), ToolHost.Version);
    }
}
