using System.Diagnostics;
using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Tool;

/// <summary>Where nothing is pending, neither the compiler nor the table drawing nor what an application's host needs is loaded: the tool runs from a folder that lacks them.</summary>
public sealed class NoOpPathTests : IDisposable
{
    private static readonly string[] NotNeeded = ["Microsoft.CodeAnalysis", "Microsoft.Extensions", "Spectre.Console", "Npgsql"];
    private readonly CalledTool _project = new();
    private readonly string _tool = Directory.CreateTempSubdirectory("cairn-bare-").FullName;

    [Fact]
    public async Task Nothing_pending_needs_no_compiler_and_no_console_library()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the native library is found by its Linux name");
        CopyTool();
        _project.Write("extensions/migrations/20260301A-first.sql", "-- up\ncreate table a (b text);\n-- down\ndrop table a;\n");

        Assert.Contains("applied 20260301A First", await RunAsync("migrate:latest"), StringComparison.Ordinal);
        File.Move(Path.Combine(_project.Folder, "extensions/migrations/20260301A-first.sql"), Path.Combine(_project.Folder, "extensions/migrations/20260301A-first.csx"));

        Assert.Contains("Already up to date (", await RunAsync("migrate:latest"), StringComparison.Ordinal);
        Assert.Equal("20260301A\n", await RunAsync("migrate:current"));
        Assert.Contains("First", await RunAsync("migrate:list"), StringComparison.Ordinal);

        // Proof that the folder really lacks the compiler: a script that was never compiled cannot run.
        _project.Write("extensions/migrations/20260301B-second.csx", $"// {Guid.NewGuid()}\nvoid Up(Db db) {{ }}\nvoid Down(Db db) {{ }}\n");
        Assert.Contains("Microsoft.CodeAnalysis", await RunAsync("migrate:latest", exitCode: 70), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _project.Dispose();
        Directory.Delete(_tool, recursive: true);
    }

    // Without the list of dependencies the host takes what is in the folder.
    private void CopyTool()
    {
        var architecture = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var files = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "dotnet-cairn*"))
            .Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, $"runtimes/linux-{architecture}/native")))
            .Where(file => !file.EndsWith(".deps.json", StringComparison.Ordinal))
            .Where(file => !NotNeeded.Any(name => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal)));
        foreach (var file in files.DistinctBy(Path.GetFileName))
        {
            File.Copy(file, Path.Combine(_tool, Path.GetFileName(file)));
        }
    }

    private async Task<string> RunAsync(string command, int exitCode = 0)
    {
        var start = new ProcessStartInfo(Path.Combine(_tool, "dotnet-cairn"), [command]) { WorkingDirectory = _project.Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("CAIRN_", StringComparison.Ordinal) || name is "DATABASE_URL" or "EXTENSIONS_PATH").ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == exitCode, output + await errors);
        return exitCode == 0 ? output : await errors;
    }
}
