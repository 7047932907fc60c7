using Cairn.Benchmarks.Measurements;

namespace Cairn.Benchmarks.Entrants;

/// <summary>The tool with a file that <c>migrate:bundle</c> made before: no source is read, and nothing compiled.</summary>
internal sealed class BundleEntrant(string program) : CairnEntrant("Cairn, bundle", program)
{
    private readonly Lazy<bool> known = new(() => IsKnown(program));

    public override string? WhyNot(string engine, int applied, int total) => known.Value ? null : "this build of the tool has no migrate:bundle";

    public override async Task PrepareAsync(Stage stage)
    {
        await base.PrepareAsync(stage);
        MeasuredProcess.Run(Call(stage, "migrate:bundle", "-o", stage.Path("migrations.bundle")));
    }

    public override ProcessCall Call(Stage stage) => Call(stage, "migrate:latest", "--bundle", stage.Path("migrations.bundle"));

    private static bool IsKnown(string program)
    {
        var help = new ProcessCall(program, ["--help"], Directory.CreateTempSubdirectory("cairn-bench-").FullName);
        try
        {
            MeasuredProcess.Run(help);
            return File.ReadAllText(help.Output).Contains("migrate:bundle", StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(help.Folder, recursive: true);
        }
    }
}
