using System.Diagnostics;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>The package for <c>dotnet new</c>: packed, installed away from the user's own templates, and what it writes is run.</summary>
public sealed class NewTemplateTests(EngineServers servers)
{
    [Fact]
    public async Task What_dotnet_new_writes_is_a_project_that_runs()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        var folder = project.Workspace.Folder;
        Directory.Delete(project.Workspace.Migrations, recursive: true);
        var packages = Path.Combine(folder, "packages");
        await DotnetAsync(folder, "pack", Path.Combine(Repository.Root, "templates", "Cairn.Templates.csproj"), "-o", packages, "--nologo", "-v", "q");
        string[] hive = ["--debug:custom-hive", Path.Combine(folder, "hive")];
        await DotnetAsync(folder, ["new", "install", Assert.Single(Directory.GetFiles(packages)), .. hive]);

        await DotnetAsync(folder, ["new", "cairn", "--connection", "sqlite:app.db", .. hive]);
        var first = Path.GetFileName(Assert.Single(Directory.GetFiles(project.Workspace.Migrations)));
        Assert.Matches(@"\A[0-9]{8}A-create-notes\.csx\z", first);
        var settings = await File.ReadAllTextAsync(Path.Combine(folder, "cairn.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"sqlite:app.db\"", settings, StringComparison.Ordinal);
        var manifest = await File.ReadAllTextAsync(Path.Combine(folder, ".config", "dotnet-tools.json"), TestContext.Current.CancellationToken);
        Assert.Contains($"\"version\": \"{Path.GetFileName(Directory.GetFiles(packages)[0])["Cairn.Templates.".Length..^".nupkg".Length]}\"", manifest, StringComparison.Ordinal);

        foreach (var (form, letters) in new[] { ("functions", "B"), ("change", "C"), ("sql", "D") })
        {
            await DotnetAsync(project.Workspace.Migrations, ["new", "cairn-migration", "-n", $"make-{form}", "--form", form, "--letters", letters, .. hive]);
        }

        await project.DoAsync("migrate:validate");
        await project.DoAsync("migrate:latest");
        Assert.Equal(["notes"], await project.TablesAsync());
        Assert.Equal(["A", "B", "C", "D"], (await project.VersionsAsync()).Select(version => version[8..]));
        await project.DoAsync("migrate:rollback", "--all", "--yes");
        Assert.Empty(await project.TablesAsync());
    }

    private static async Task DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}\n{output}{await errors}");
    }
}
