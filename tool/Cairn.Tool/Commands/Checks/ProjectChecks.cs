using Cairn.Runtime.Checks;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Checks;

/// <summary>The checks in their order; what cannot be looked at without an earlier one is left out.</summary>
internal static class ProjectChecks
{
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult> { CheckResult.Ok("tool", $"Cairn {ToolHost.Version} on .NET {Environment.Version}") };
        ToolSettings settings;
        try
        {
            settings = context.Settings;
            _ = settings.Connection;
            results.Add(Config(settings));
        }
        catch (CairnException error)
        {
            return [.. results, CheckResult.Fail("config", error), CacheCheck.Run()];
        }

        var folders = FolderChecks.Run(context).ToList();
        results.AddRange(folders);
        results.Add(CacheCheck.Run());
        var database = await new DatabaseChecks(MigratorFactory.Options(settings, context.Observer, FolderUse.None)).RunAsync(cancellationToken);
        results.AddRange(database);
        if (folders.Concat(database).All(check => check.Name == "rights" || check.State != CheckState.Fail))
        {
            results.Add(await HistoryAsync(context, cancellationToken));
        }

        return results;
    }

    private static CheckResult Config(ToolSettings settings)
    {
        var file = settings.Resolved.FirstOrDefault(setting => setting.Definition == SettingDefinitions.ConfigFile)?.Value;
        var environment = settings.Environment is { } name ? $", environment {name}" : "";
        return CheckResult.Ok("config", (file is null ? "no cairn.json; options, environment variables and defaults count" : DisplayPath.Of(Path.GetFullPath(file, settings.WorkingFolder), settings.WorkingFolder)) + environment);
    }

    private static async Task<CheckResult> HistoryAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            var status = await context.CreateMigrator().StatusAsync(cancellationToken);
            var counts = status.Migrations.GroupBy(migration => migration.State).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}");
            return CheckResult.Ok("history", string.Join(", ", counts));
        }
        catch (CairnException error)
        {
            return CheckResult.Fail("history", error);
        }
    }
}
