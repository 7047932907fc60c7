using System.Collections.Immutable;
using System.Text;
using Cairn.Scripting.Packages;
using Cairn.Scripting.Sources;
using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>Gives the compiler the loaded files as they were read.</summary>
internal sealed class LoadResolver(ScriptSource source) : SourceReferenceResolver
{
    /// <inheritdoc/>
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath) =>
        ScriptPaths.Resolve((source.Known(baseFilePath) ?? source.Main).FullPath, path) is { } full ? source.Files.FirstOrDefault(file => file.FullPath == full)?.DebugPath : null;

    /// <inheritdoc/>
    public override Stream OpenRead(string resolvedPath)
    {
        // A loaded file that loads the main one closes a circle: there is nothing more to add.
        var text = source.Loaded.FirstOrDefault(file => ScriptPaths.Comparer.Equals(file.DebugPath, resolvedPath))?.Text ?? "";
        return new MemoryStream(Encoding.UTF8.GetBytes(text));
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => source.Main.FullPath.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Gives the compiler the assemblies of <c>#r</c> lines as they were found.</summary>
internal sealed class AssemblyResolver(ScriptSource source) : MetadataReferenceResolver
{
    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        // What a package needs may be there to be run only.
        if (source.References.FirstOrDefault(one => one.Use == ReferenceUse.Run && Path.GetFileNameWithoutExtension(one.Path).Equals(referenceIdentity.Name, StringComparison.OrdinalIgnoreCase)) is { } run)
        {
            return ReferenceSet.Of(run.Path);
        }

        // What a referenced assembly itself needs lies beside it, as when it is run.
        var folder = Path.GetDirectoryName((definition as PortableExecutableReference)?.FilePath);
        var path = Path.Combine(folder ?? "", referenceIdentity.Name + ".dll");
        return folder is not null && File.Exists(path) ? ReferenceSet.Of(path) : null;
    }

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (PackageLine.Means(reference))
        {
            // A package is many files or none, and the compiler takes one here; ScriptRoad gives it all of them. One that it has anyway does no harm.
            return [ReferenceSet.Of(PlatformAssemblies.Find("System.Runtime")!)];
        }

        var full = ScriptPaths.Resolve((source.Known(baseFilePath) ?? source.Main).FullPath, reference);
        var found = source.References.FirstOrDefault(candidate => candidate.Path == full)
            ?? source.References.FirstOrDefault(candidate => candidate.Value == reference);
        return found is null ? [] : [ReferenceSet.Of(found.Path)];
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => source.Main.FullPath.GetHashCode(StringComparison.Ordinal);
}
