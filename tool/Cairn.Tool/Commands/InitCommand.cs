using Cairn.Runtime.Migrations.Namings;
using Cairn.Scripting.Templates;
using Cairn.Tool.Commands.Makings;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Scaffolds a project.</summary>
internal sealed class InitCommand : ICommand
{
    private const string Migrations = "extensions/migrations";

    public IReadOnlyList<string> Names => ["init"];

    public string Description => "Scaffolds extensions/migrations with a first migration, cairn.json, and what editors need. Never overwrites a file.";

    public bool UsesSettings => false;

    public CommandBody Declare(CommandLineApplication app) => (context, _) => Task.FromResult(Run(context));

    private static CommandReport Run(CommandContext context)
    {
        var written = new List<string>();
        var lines = new List<string>();
        foreach (var (file, text) in Files(context.Host))
        {
            var isNew = NewFile.TryWrite(Path.Combine(context.Host.WorkingFolder, file), text, file);
            written.AddRange(isNew ? [file] : []);
            lines.Add(isNew ? $"created {file}" : $"kept    {file}");
        }

        return new CommandReport(context.Command)
        {
            Files = written,
            Summary = [.. lines, "Next: dotnet cairn migrate:latest"],
        };
    }

    private static IEnumerable<TemplateFile> Files(ToolHost host)
    {
        yield return ProjectTemplates.Settings;
        // A project that has migrations needs no example.
        var folder = Path.Combine(host.WorkingFolder, Migrations);
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            var naming = MigrationNamings.Default;
            var version = naming.Next(host.Clock.GetLocalNow(), []);
            yield return new TemplateFile($"{Migrations}/{naming.FileName(version, "create notes", ".csx")}", MigrationTemplates.Example);
        }

        foreach (var file in ProjectTemplates.EditorFiles(AppContext.BaseDirectory, ToolHost.Version))
        {
            yield return file;
        }
    }
}
