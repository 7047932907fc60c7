using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Sources;

/// <summary>Finds what a <c>#r</c> line names: an assembly of the framework or the tool, or a file.</summary>
internal static class ReferenceResolution
{
    /// <summary>Finds the assembly.</summary>
    /// <exception cref="CairnException">There is none (CAIRN2006).</exception>
    public static ScriptReference Resolve(ScriptDirective directive, ScriptFile file)
    {
        var value = directive.Value.Trim();
        // What the tool has is taken from the tool, even where a path is given: two copies of Cairn's own types would not fit together.
        var name = value[(value.LastIndexOfAny(['/', '\\']) + 1)..];
        name = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        if (PlatformAssemblies.Find(name) is { } platform)
        {
            return new ScriptReference(directive.Value, platform, IsPlatform: true);
        }

        var path = ScriptPaths.Resolve(file.FullPath, value);
        return path is not null && File.Exists(path)
            ? new ScriptReference(directive.Value, path, IsPlatform: false)
            : throw Missing(
                directive, file, $"#r \"{directive.Value}\": there is no such assembly",
                path is null ? "name an assembly of the framework" : $"paths are relative to the script; looked for {path}");
    }

    private static CairnException Missing(ScriptDirective directive, ScriptFile file, string message, string fix) =>
        new(ErrorCodes.ReferenceMissing, message) { File = file.Display, Line = directive.Line, Column = directive.Column, Fix = fix };
}
