using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Scripting.Templates;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Makings;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;
using McMaster.Extensions.CommandLineUtils;

namespace Cairn.Tool.Commands;

/// <summary>Writes a new migration from a template.</summary>
internal sealed class MigrateMakeCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:make"];

    public string Description => "Writes a new migration with the next free version, and prints its path.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var name = app.Argument("name", "What it does, in words or with dashes: \"add orders tenant id\".");
        var template = app.Value("--template <template>", $"One of {string.Join(", ", MigrationTemplates.Kinds)}. Default: {MigrationTemplates.Kinds[0]}.");
        return (context, _) => Task.FromResult(Run(context, name.Value, template.Value() ?? MigrationTemplates.Kinds[0]));
    }

    private static CommandReport Run(CommandContext context, string? name, string template)
    {
        if (name is null || !name.Any(char.IsLetterOrDigit))
        {
            throw OptionReading.Wrong("what is the migration's name?", "Say what it does: migrate:make \"add orders tenant id\".");
        }

        if (!MigrationTemplates.Kinds.Contains(template, StringComparer.Ordinal))
        {
            throw OptionReading.Wrong($"there is no template '{template}'.", NearestName.Hint(template, [.. MigrationTemplates.Kinds]));
        }

        var naming = MigratorFactory.Naming(context.Settings);
        var version = naming.Next(context.Host.Clock.GetLocalNow(), Taken(context.Settings, naming));
        var path = Path.Combine(MigratorFactory.MigrationFolders(context.Settings)[0], naming.FileName(version, name, MigrationTemplates.Ending(template)));
        var display = DisplayPath.Of(path, context.Settings.WorkingFolder);
        NewFile.Write(path, MigrationTemplates.Render(template, name), display);
        return new CommandReport(context.Command) { Answer = [display], Files = [display], Version = version };
    }

    // The first migration of a project finds no folder, or an empty one.
    private static List<MigrationVersion> Taken(ToolSettings settings, MigrationNaming naming) => MigratorFactory.MigrationFolders(settings)
        .Where(Directory.Exists)
        .SelectMany(folder => new FolderSource(folder, DisplayPath.Of(folder, settings.WorkingFolder)).List(naming).Migrations)
        .Select(migration => migration.Version)
        .ToList();
}
