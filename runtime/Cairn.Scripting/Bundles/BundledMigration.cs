using Cairn.Runtime.Migrations;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Bundles;

/// <summary>One migration of a bundle: all that its file would say, and where it is among the compiled ones.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Path">The file that it was made of, as the user saw it.</param>
/// <param name="Format">The file's ending.</param>
/// <param name="Source">The text and its checksum, which go into the history.</param>
/// <param name="Loaded">The files that it loads, as the user saw them; the debug information knows them so.</param>
/// <param name="Entry">Where it is; null for one that needs no compiler.</param>
internal sealed record BundledMigration(
    string Version, string Name, string Path, string Format, MigrationSourceText Source, IReadOnlyList<string> Loaded, ScriptEntry? Entry)
{
    /// <summary>As the set of migrations knows it. What has an entry has no text here: it is found in the bundle.</summary>
    public MigrationDescriptor Descriptor { get; } = new(new MigrationVersion(Version), Name, MigrationSourceKind.Custom, Path)
    {
        Format = Format,
        EmbeddedText = Entry is null ? () => Source.Text : null,
    };

    /// <summary>The script as it was compiled: every path in it is the one that the user saw.</summary>
    public ScriptSource AsScript() => new(Descriptor, FileOf(Path, Source.Text), [.. Loaded.Select(file => FileOf(file, ""))], []) { SourceText = Source };

    private static ScriptFile FileOf(string path, string text) => new(path, path, path, text);
}
