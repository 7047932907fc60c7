using System.Diagnostics;
using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Tool;

/// <summary>Where nothing is pending, no more than that database's driver is needed: the tool runs from a folder that lacks the rest.</summary>
public sealed class NoOpPathTests : IDisposable
{
    // Reads the rows of a query into objects; a run that changes something does.
    private const string Rows = "Dapper";

    private static readonly string[] NotNeeded = ["Microsoft.CodeAnalysis", "Spectre.Console", "Npgsql", "MySql", "YamlDotNet", "McMaster", Rows, "Microsoft.Extensions"];

    private readonly CalledTool _project = new();
    private readonly string _tool = Directory.CreateTempSubdirectory("cairn-bare-").FullName;

    [Fact]
    public async Task Nothing_pending_needs_no_compiler_and_no_console_library()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the native library is found by its Linux name");
        CopyTool();
        _project.Write("extensions/migrations/20260301A-first.sql", "-- up\ncreate table a (b text);\n-- down\ndrop table a;\n");

        Assert.Equal(0, (await _project.RunAsync("migrate:latest")).ExitCode);
        File.Move(Path.Combine(_project.Folder, "extensions/migrations/20260301A-first.sql"), Path.Combine(_project.Folder, "extensions/migrations/20260301A-first.csx"));

        Assert.Contains("Already up to date (", await RunAsync("migrate:latest"), StringComparison.Ordinal);
        Assert.Equal("20260301A\n", await RunAsync("migrate:current"));
        Assert.Contains("First", await RunAsync("migrate:list"), StringComparison.Ordinal);

        // Proof that the folder really lacks the parser's library: without it there is no help.
        Assert.Contains("McMaster", await RunAsync("--help", exitCode: 70), StringComparison.Ordinal);

        // Proof that the folder really lacks the compiler: a script that was never compiled cannot run.
        _project.Write("extensions/migrations/20260301B-second.csx", $"// {Guid.NewGuid()}\nvoid Up(Db db) {{ }}\nvoid Down(Db db) {{ }}\n");
        Assert.Contains("Microsoft.CodeAnalysis", await RunAsync("migrate:latest", exitCode: 70), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_needs_no_compiler_and_no_files()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the native library is found by its Linux name");
        CopyTool(needed: Rows);
        _project.Write("extensions/migrations/20260301A-first.csx", "async Task Up(Db db) => await db.Schema.CreateTable(\"a\", table => table.Increments(\"id\"));\nasync Task Down(Db db) => await db.Schema.DropTable(\"a\");\n");
        _project.Write("extensions/migrations/20260301B-second.sql", "-- up\ncreate table b (c text);\n-- down\ndrop table b;\n");
        Assert.Equal(0, (await _project.RunAsync("migrate:bundle", "-o", "app.bundle")).ExitCode);
        Directory.Delete(Path.Combine(_project.Folder, "extensions"), recursive: true);

        Assert.Contains("applied 20260301B Second", await RunAsync("migrate:latest --bundle app.bundle"), StringComparison.Ordinal);
        Assert.Contains("First", await RunAsync("migrate:list --bundle app.bundle"), StringComparison.Ordinal);
        Assert.Contains("rolled back 20260301A First", await RunAsync("migrate:down --steps 2 --bundle app.bundle"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _project.Dispose();
        Directory.Delete(_tool, recursive: true);
    }

    // Without the list of dependencies the host takes what is in the folder.
    private void CopyTool(string needed = "")
    {
        var architecture = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var files = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "dotnet-cairn*"))
            .Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, $"runtimes/linux-{architecture}/native")))
            .Where(file => !file.EndsWith(".deps.json", StringComparison.Ordinal))
            .Where(file => !NotNeeded.Except([needed]).Any(name => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal)));
        foreach (var file in files.DistinctBy(Path.GetFileName))
        {
            File.Copy(file, Path.Combine(_tool, Path.GetFileName(file)));
        }
    }

    private async Task<string> RunAsync(string command, int exitCode = 0)
    {
        var start = new ProcessStartInfo(Path.Combine(_tool, "dotnet-cairn"), command.Split(' ')) { WorkingDirectory = _project.Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
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
