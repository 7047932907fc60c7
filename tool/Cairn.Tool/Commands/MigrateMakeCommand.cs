using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Scripting.Templates;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Makings;
using Cairn.Tool.Commands.Snapshots;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands;

/// <summary>Writes a new migration from a template.</summary>
internal sealed class MigrateMakeCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:make"];

    public string Description => "Writes a new migration with the next free version, and prints its path.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var name = app.Argument("name", "What it does, in words or with dashes: \"add orders tenant id\".");
        var template = app.Choice("--template <template>", "What to begin with.", MigrationTemplates.Kinds);
        var schema = app.Option("--from-schema[:<file>]", "Fill it with what makes the database like the snapshot (default: schema.yaml in the extensions folder), and back.", CommandOptionType.SingleOrNoValue);
        return async (context, cancellationToken) =>
        {
            OptionReading.AtMostOne(("--template", template.HasValue()), ("--from-schema", schema.HasValue()));
            var kind = template.Value() ?? MigrationTemplates.Kinds[0];
            return schema.HasValue()
                ? await FromSchemaAsync(context, name.Value, schema.Value(), cancellationToken)
                : Write(context, name.Value, kind, given => MigrationTemplates.Render(kind, given));
        };
    }

    private static async Task<CommandReport> FromSchemaAsync(CommandContext context, string? name, string? file, CancellationToken cancellationToken)
    {
        var snapshot = SnapshotFile.Of(context, string.IsNullOrEmpty(file) ? null : file);
        var wanted = snapshot.Read(context.Settings.Connection.Target.Client);
        var script = await SnapshotScript.RenderAsync(context, snapshot, wanted, cancellationToken);
        return Write(context, name, MigrationTemplates.Kinds[0], script);
    }

    private static CommandReport Write(CommandContext context, string? name, string template, Func<string, string> render)
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
        NewFile.Write(path, render(name), display);
        return new CommandReport(context.Command) { Answer = [display], Files = [display], Version = version };
    }

    // The first migration of a project finds no folder, or an empty one.
    private static List<MigrationVersion> Taken(ToolSettings settings, MigrationNaming naming) => MigratorFactory.MigrationFolders(settings)
        .Where(Directory.Exists)
        .SelectMany(folder => new FolderSource(folder, DisplayPath.Of(folder, settings.WorkingFolder)).List(naming).Migrations)
        .Select(migration => migration.Version)
        .ToList();
}
