using System.Text.Json;

namespace Cairn.Scripting.Packages;

/// <summary>What NuGet has against a set.</summary>
/// <param name="Code">Its code, as <c>NU1101</c>.</param>
/// <param name="Message">Its words.</param>
/// <param name="Package">The package that it is about, where it is about one.</param>
internal sealed record Complaint(string Code, string Message, string? Package);

/// <summary>What a restore left in a project's folder, read from the file that NuGet writes for the build.</summary>
/// <param name="Packages">All packages of the set, with their files.</param>
/// <param name="Complaints">Why it failed; empty where it did not.</param>
internal sealed record RestoredProject(IReadOnlyList<LockedPackage> Packages, IReadOnlyList<Complaint> Complaints)
{
    /// <summary>Reads it.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="output">What <c>dotnet</c> said, for where there is no such file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<RestoredProject> ReadAsync(string folder, string output, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "obj", "project.assets.json");
        if (!File.Exists(file))
        {
            return new RestoredProject([], [new Complaint("", output.Trim() is { Length: > 0 } said ? $"dotnet said: {said}" : "dotnet restored nothing", null)]);
        }

        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancellationToken));
        var root = document.RootElement;
        List<Complaint> complaints = root.TryGetProperty("logs", out var logs)
            ? [.. logs.EnumerateArray().Where(log => Text(log, "level") == "Error").Select(log => new Complaint(Text(log, "code") ?? "", Text(log, "message") ?? "", Text(log, "libraryId")))]
            : [];
        return complaints.Count > 0 ? new RestoredProject([], complaints) : Read(root);
    }

    private static RestoredProject Read(JsonElement root)
    {
        var packages = new List<LockedPackage>();
        var complaints = new List<Complaint>();
        var libraries = root.GetProperty("libraries");
        foreach (var entry in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (PackageName.Parse(entry.Name) is not { } name || Text(entry.Value, "type") != "package")
            {
                continue;
            }

            packages.Add(new LockedPackage(
                name,
                Text(libraries.GetProperty(entry.Name), "sha512") ?? "",
                [.. Assemblies(entry.Value, "compile")],
                [.. Assemblies(entry.Value, "runtime")],
                [.. Systems(entry.Value)]));
            if (entry.Value.TryGetProperty("frameworkReferences", out var frameworks) && frameworks.EnumerateArray().Select(one => one.GetString()).FirstOrDefault() is { } framework)
            {
                complaints.Add(new Complaint("", $"{name} is for programs with {framework}, and scripts have Microsoft.NETCore.App only", name.Id));
            }
        }

        return new RestoredProject([.. packages.OrderBy(package => package.Name.Key, StringComparer.Ordinal)], complaints);
    }

    private static IEnumerable<string> Assemblies(JsonElement package, string group) =>
        package.TryGetProperty(group, out var files)
            ? files.EnumerateObject().Select(file => file.Name).Where(IsAssembly)
            : [];

    private static IEnumerable<SystemFile> Systems(JsonElement package) =>
        from file in package.TryGetProperty("runtimeTargets", out var files) ? [.. files.EnumerateObject()] : Array.Empty<JsonProperty>()
        let kind = Text(file.Value, "assetType")
        where kind == "native" ? Path.GetFileName(file.Name) != "_._" : kind == "runtime" && IsAssembly(file.Name)
        select new SystemFile(file.Name, Text(file.Value, "rid") ?? "", kind == "native");

    // A file named _._ says that there is nothing.
    private static bool IsAssembly(string file) => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
