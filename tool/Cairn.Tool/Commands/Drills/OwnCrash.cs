using System.Diagnostics;
using System.Reflection;
using Cairn.Runtime.Drills.Crashes;
using Cairn.Tool.Settings;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Commands.Drills;

/// <summary>Starts the tool itself as the process that a story kills: <c>migrate:latest</c> on the copy, with the settings of this call.</summary>
internal sealed class OwnCrash(ToolSettings settings) : IDrillCrash
{
    /// <summary>What a process that was killed ends with: 128 + SIGKILL, or what Windows gives.</summary>
    private static readonly int[] Killed = [137, -1];

    /// <summary>What is given another way, or is not the copy's.</summary>
    private static readonly SettingDefinition[] Apart = [SettingDefinitions.Connection, SettingDefinitions.Client, SettingDefinitions.Extensions, SettingDefinitions.OutOfOrder];

    public async Task<CrashedRun> RunAsync(CrashOrder order, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Program(), "migrate:latest", "--to", order.Version, "--quiet", "--no-color", .. Options(order)])
        {
            WorkingDirectory = settings.WorkingFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Never on the command line, where everybody on the machine could read it.
        start.Environment["CAIRN_CONNECTION"] = order.Copy.ConnectionString.Reveal();
        start.Environment[order.Variable] = order.Value;
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new CrashedRun(Killed.Contains(process.ExitCode), $"{await output}{errors}".Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Where the tool is run by the framework's host, that one must be told what to run.</summary>
    private static string[] Program() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Assembly.GetEntryAssembly()!.Location] : [];

    private IEnumerable<string> Options(CrashOrder order) =>
    [
        "--client", ClientNames.Of(order.Copy.Client),
        "--out-of-order", "allow",
        .. settings.ExtensionFolders.SelectMany(folder => new[] { "--extensions", folder }),
        .. settings.Resolved
            .Where(setting => setting is { Definition.LongOption: not null, Value: not null } && !Apart.Contains(setting.Definition))
            .SelectMany(setting => new[] { setting.Definition.LongOption!, setting.Value! }),
    ];
}
