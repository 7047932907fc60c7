using System.Diagnostics;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A sample of the faults that <c>tests/Cairn.Faults</c> tries as a whole; it prints its seed, and fails when one does not come out well.</summary>
[Trait("Category", "Faults")]
public sealed class FaultTests(EngineServers servers, ITestOutputHelper output)
{
    private const string Seconds = "20";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_run_that_is_killed_or_cut_off_anywhere_is_made_good_by_the_next(string engine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        await using var database = await servers.CreateDatabaseAsync(engine);
        var folder = AppContext.BaseDirectory.Replace("Cairn.Engines.Tests", "Cairn.Faults", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Cairn.Faults.dll"), "--bounded", "--seconds", Seconds, "--engine", engine])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (engine != EngineNames.Sqlite)
        {
            // The server that runs already.
            start.Environment[$"CAIRN_TEST_{engine.ToUpperInvariant()}"] = database.Url;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.WriteLine(text);
        Assert.True(process.ExitCode == 0, $"{text}\n{await errors}");
    }
}
