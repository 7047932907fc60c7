using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Packages;

/// <summary>The packages that a script and what it loads name. Scripts with the same packages in the same folder have one set.</summary>
/// <param name="Lines">Their lines, each package once, sorted.</param>
/// <param name="Folder">The script's folder: there the lock file lies, and from there NuGet's configuration is looked for; null for what has no file.</param>
internal sealed record PackageSet(IReadOnlyList<PackageLine> Lines, string? Folder)
{
    /// <summary>What makes it this set, as the lock file has it.</summary>
    public string Key { get; } = string.Join(' ', Lines.Select(line => line.Name.Key));

    /// <summary>The set of a script that names packages.</summary>
    /// <exception cref="CairnException">It names one package with two versions (CAIRN2013).</exception>
    public static PackageSet Of(ScriptSource source)
    {
        var lines = new Dictionary<string, PackageLine>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in source.Packages)
        {
            if (!lines.TryAdd(line.Id, line) && lines[line.Id] is var other && other.Name != line.Name)
            {
                throw line.Error(
                    ErrorCodes.PackageConflict,
                    $"{source.Main.Display} wants {line.Name} here, and {other.Name} in {other.File.Display}({other.Directive.Line},{other.Directive.Column})",
                    "let a script and all that it loads name one version of a package; other scripts may have another");
            }
        }

        var folder = Path.IsPathFullyQualified(source.Main.FullPath) ? Path.GetDirectoryName(source.Main.FullPath) : null;
        return new PackageSet([.. lines.Values.OrderBy(line => line.Name.Key, StringComparer.Ordinal)], folder);
    }

    /// <summary>The line that names a package, else the first: what a package needs has no line of its own.</summary>
    public PackageLine LineOf(string? id) =>
        Lines.FirstOrDefault(line => string.Equals(line.Id, id, StringComparison.OrdinalIgnoreCase)) ?? Lines[0];
}
