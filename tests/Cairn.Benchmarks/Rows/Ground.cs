using Cairn.Engines.Tests.Tools;

namespace Cairn.Benchmarks.Rows;

/// <summary>What takes part: programs published and packages installed into <c>artifacts/bench</c>.</summary>
internal sealed record Ground(string Tool, string? WithoutLauncher, string Hello, string Floor, string Packages, string Ef)
{
    private const string Manifest = """
        {
          "name": "peers", "version": "1.0.0", "private": true,
          "dependencies": { "knex": "3.3.0", "better-sqlite3": "12.4.1", "pg": "8.23.1", "mysql2": "3.24.5", "dbmate": "2.36.0" },
          "allowScripts": { "better-sqlite3": true }
        }

        """;

    private static string Place { get; } = Path.Combine(Repository.Root, "artifacts", "bench");

    /// <summary>Prepares it.</summary>
    public static Ground Prepare(Options options)
    {
        Directory.CreateDirectory(Place);
        var (bare, launcher) = (Path.Combine(Place, "cairn", "dotnet-cairn"), Path.Combine(Place, "cairn", "cairn-launcher"));
        if (options.Build)
        {
            if (options.Tool is null)
            {
                Publishing.Publish(Path.Combine(Repository.Root, "tool", "Cairn.Tool"), Path.GetDirectoryName(bare)!);
                Publishing.Launcher(launcher);
            }

            foreach (var (folder, program) in new[] { ("Greetings", "Hello"), ("Drivers", "Floor") })
            {
                Publishing.Publish(Path.Combine(Repository.Root, "tests", "Cairn.Benchmarks", "Programs", folder), Path.Combine(Place, program));
            }
        }

        var packages = Path.Combine(Place, "peers", "npm");
        Install(packages);
        var hasLauncher = options.Tool is null && File.Exists(launcher);
        return new Ground(options.Tool ?? (hasLauncher ? Installed(launcher) : bare), hasLauncher ? bare : null, Path.Combine(Place, "Hello", "Hello"), Path.Combine(Place, "Floor", "Floor"), packages, Path.Combine(Place, "peers", "ef"));
    }

    /// <summary>As an installation has it: a link by the command's name.</summary>
    private static string Installed(string launcher)
    {
        var link = Path.Combine(Directory.CreateDirectory(Path.Combine(Place, "installed")).FullName, "dotnet-cairn");
        File.Delete(link);
        File.CreateSymbolicLink(link, launcher);
        return link;
    }

    private static void Install(string packages)
    {
        if (Directory.Exists(Path.Combine(packages, "node_modules")) || Entrants.Dotnet.Find("npm") is not { } npm)
        {
            return;
        }

        Directory.CreateDirectory(packages);
        File.WriteAllText(Path.Combine(packages, "package.json"), Manifest);
        try
        {
            Publishing.Run(npm, ["install", "--no-audit", "--no-fund"], packages);
            // Newer ones install nothing that compiles without being told to.
            Publishing.Run(npm, ["rebuild", "better-sqlite3"], packages);
        }
        catch (InvalidOperationException error)
        {
            // The rows say that they could not be had.
            Console.WriteLine(error.Message);
        }
    }
}
