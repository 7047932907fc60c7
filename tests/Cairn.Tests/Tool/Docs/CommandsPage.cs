using System.Text;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands;
using Cairn.Tool.Commands.Fleets;
using Cairn.Tool.Settings;

namespace Cairn.Tests.Tool.Docs;

/// <summary>The parts of docs/commands.md that are made from the code.</summary>
internal static class CommandsPage
{
    public static IReadOnlyDictionary<string, Func<string>> Parts { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["commands"] = Commands,
        ["targets"] = Targets,
        ["global"] = Global,
        ["settings"] = Settings,
    };

    private static string Commands()
    {
        var text = new StringBuilder();
        foreach (var command in CommandList.All)
        {
            var app = new CommandLineApplication();
            command.Declare(app);
            var arguments = string.Concat(app.Arguments.Select(argument => $" [{argument.Name}]"));
            text.Append($"### `{command.Name}{arguments}`\n{command.Description}");
            text.Append(command.Names.Count > 1 ? $" Also: {string.Join(", ", command.Names.Skip(1).Select(Code))}." : "").Append("\n\n");
            Rows(text, app.Arguments.Select(argument => (argument.Name, (string?)argument.Description)).Concat(app.Options.Select(Row)));
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Targets()
    {
        var app = new CommandLineApplication();
        FleetOptions.Declare(app);
        var names = CommandList.All.Where(command => command.TakesTargets).Select(command => Code(command.Name));
        var text = new StringBuilder($"For {string.Join(", ", names)}.\n\n");
        Rows(text, app.Options.Select(Row));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Global()
    {
        var app = new CommandLineApplication();
        GlobalFlags.Declare(app);
        var text = new StringBuilder();
        Rows(text, app.Options.Select(Row));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Settings()
    {
        var text = new StringBuilder("| in `cairn.json` | option | environment variable | default | what it is |\n|---|---|---|---|---|\n");
        foreach (var setting in SettingDefinitions.All)
        {
            string[] cells =
            [
                setting.InFile ? Code(setting.Key) : "",
                setting.Option is null ? "" : Code(Escape(setting.Option.Replace("|", ", ", StringComparison.Ordinal))),
                string.Join(", else ", setting.Variables.Select(Code)),
                setting.Default is null ? "" : Code(setting.Default),
                Escape(setting.Description + (setting.Allowed.Count == 0 ? "" : $" One of {string.Join(", ", setting.Allowed.Select(Code))}.")),
            ];
            text.Append($"| {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    private static (string Name, string? Description) Row(CommandOption option)
    {
        (string Dashes, string? Name)[] names = [("-", option.SymbolName), ("-", option.ShortName), ("--", option.LongName)];
        var all = string.Join(", ", names.Where(name => !string.IsNullOrEmpty(name.Name)).Select(name => name.Dashes + name.Name));
        return (option.ValueName is null ? all : $"{all} <{option.ValueName}>", option.Description);
    }

    private static void Rows(StringBuilder text, IEnumerable<(string Name, string? Description)> rows)
    {
        var lines = rows.Select(row => $"| {Code(Escape(row.Name))} | {Escape(row.Description ?? "")} |\n").ToList();
        if (lines.Count > 0)
        {
            text.Append("| option | what it does |\n|---|---|\n").AppendJoin("", lines).Append('\n');
        }
    }

    private static string Code(string text) => $"`{text}`";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
