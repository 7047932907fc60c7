using System.Text.RegularExpressions;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Packages;

/// <summary>A <c>#r "nuget: Id, version"</c> line.</summary>
/// <param name="Id">The package, as written.</param>
/// <param name="Version">The exact version, as NuGet writes it: <c>1.0</c> is <c>1.0.0</c>.</param>
/// <param name="Directive">The line.</param>
/// <param name="File">The file that it is in.</param>
internal sealed partial record PackageLine(string Id, string Version, ScriptDirective Directive, ScriptFile File)
{
    private const string Prefix = "nuget:";

    /// <summary>The package and its version.</summary>
    public PackageName Name => new(Id, Version);

    /// <summary>Whether what stands between the quotes is about a package.</summary>
    public static bool Means(string value) => value.AsSpan().TrimStart().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a line.</summary>
    /// <exception cref="CairnException">It does not name a package and one exact version (CAIRN2011).</exception>
    public static PackageLine Read(ScriptDirective directive, ScriptFile file)
    {
        var parts = directive.Value.Trim()[Prefix.Length..].Split(',', StringSplitOptions.TrimEntries);
        var id = parts[0];
        if (!IdPattern().IsMatch(id))
        {
            throw Refused(directive, file, "this names no package", "write the package's name and an exact version: #r \"nuget: Humanizer.Core, 2.14.1\"");
        }

        if (parts is not [_, var version] || !VersionPattern().IsMatch(version))
        {
            var what = parts.Length == 1 || parts[1].Length == 0 ? "there is no version" : $"'{string.Join(", ", parts[1..])}' is not one exact version";
            throw Refused(directive, file, $"{what}, and what a migration does must not depend on the day it runs", $"write one exact version, as in #r \"nuget: {id}, 1.2.3\"");
        }

        return new PackageLine(id, Normal(version), directive, file);
    }

    /// <summary>An error at this line.</summary>
    public CairnException Error(string code, string message, string fix) => Error(Directive, File, code, message, fix);

    private static CairnException Refused(ScriptDirective directive, ScriptFile file, string message, string fix) =>
        Error(directive, file, ErrorCodes.PackageLineInvalid, $"#r \"{directive.Value}\": {message}", fix);

    private static CairnException Error(ScriptDirective directive, ScriptFile file, string code, string message, string fix) =>
        new(code, message) { File = file.Display, Line = directive.Line, Column = directive.Column, Fix = fix };

    /// <summary>As NuGet does: three numbers, a fourth where it is not 0, no build metadata.</summary>
    private static string Normal(string version)
    {
        var released = version.Split('+')[0];
        var dash = released.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? released : released[..dash]).Split('.').Select(number => number.TrimStart('0') is { Length: > 0 } rest ? rest : "0").ToList();
        while (numbers.Count < 3)
        {
            numbers.Add("0");
        }

        if (numbers is [_, _, _, "0"])
        {
            numbers.RemoveAt(3);
        }

        return string.Join('.', numbers) + (dash < 0 ? "" : released[dash..]);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[0-9]{1,9}(\.[0-9]{1,9}){0,3}(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z.-]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionPattern();
}
