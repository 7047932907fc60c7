using Cairn.Tool.Output;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands;

/// <summary>The effective settings.</summary>
internal sealed class ConfigCommand : ICommand
{
    private static readonly string[] Headers = ["setting", "value", "from"];

    public IReadOnlyList<string> Names => ["config"];

    public string Description => "Prints the effective value of every setting and where it came from, without secrets.";

    public CommandBody Declare(CommandLineApplication app) => (context, _) => Task.FromResult(Report(context));

    private static CommandReport Report(CommandContext context)
    {
        var settings = context.Settings;
        var target = settings.Connection.Target;
        var order = SettingDefinitions.All.Select(definition => definition.Key).ToList();
        var lines = settings.Resolved
            .OrderBy(setting => order.IndexOf(setting.Definition.Key))
            .Select(setting => new SettingLine(setting.Definition.Key, Shown(setting, settings), setting.Origin.Text))
            // A variable may well be a secret.
            .Concat(settings.Variables.Select(variable => new SettingLine(variable.Definition.Key, "***", variable.Origin.Text)))
            .Concat(settings.Lint.Select(setting => new SettingLine(setting.Definition.Key, setting.Value, setting.Origin.Text)))
            .ToList();
        return new CommandReport(context.Command)
        {
            Client = target.Client,
            Database = target.Database,
            Settings = lines,
            Table = new TextTable(Headers, lines.Select(line => (IReadOnlyList<string>)[line.Name, line.Value ?? "none", line.Origin]).ToList()),
        };
    }

    private static string? Shown(ResolvedSetting setting, ToolSettings settings)
    {
        if (setting.Definition == SettingDefinitions.Connection)
        {
            return settings.Connection.Redacted;
        }

        return setting.Definition == SettingDefinitions.Extensions
            ? string.Join(", ", settings.ExtensionFolders.Select(folder => DisplayPath.Of(folder, settings.WorkingFolder)))
            : setting.Value;
    }
}
