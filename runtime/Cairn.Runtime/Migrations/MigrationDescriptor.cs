namespace Cairn.Runtime.Migrations;

/// <summary>Where a migration comes from.</summary>
public enum MigrationSourceKind
{
    /// <summary>Shipped in Cairn itself: its own tables.</summary>
    BuiltIn,

    /// <summary>Shipped in the host application.</summary>
    Host,

    /// <summary>A file in an extensions folder.</summary>
    Custom,
}

/// <summary>A known migration, before its text is read.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its display name: <c>Add Orders Tenant Id</c>.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Path">For people: a path relative to the working folder, or <c>built-in:20261101ZA</c>.</param>
public sealed record MigrationDescriptor(MigrationVersion Version, string Name, MigrationSourceKind Source, string Path)
{
    // Of a file in a folder only its name is kept: of thousands of applied ones nobody asks for the paths.
    private readonly MigrationFolder? folder;
    private readonly string path = Path;
    private readonly string? filePath;

    /// <summary>A file of a folder.</summary>
    internal MigrationDescriptor(MigrationVersion version, string name, MigrationSourceKind source, string file, MigrationFolder folder)
        : this(version, name, source, file) => this.folder = folder;

    /// <summary>For people: a path relative to the working folder, or <c>built-in:20261101ZA</c>.</summary>
    public string Path
    {
        get => folder?.Show(path) ?? path;
        init => (path, filePath, folder) = (value, FilePath, null);
    }

    /// <summary>The file's full path, or null where there is no file.</summary>
    public string? FilePath
    {
        get => folder?.FullPath(path) ?? filePath;
        init => (path, filePath, folder) = (Path, value, null);
    }

    /// <summary>The format's ending in lower case, with the dot: <c>.csx</c>, <c>.sql</c>, or <c>.class</c> for a compiled one.</summary>
    public required string Format { get; init; }

    /// <summary>The text, for what has no file (embedded resources, a script from the history).</summary>
    public Func<string>? EmbeddedText { get; init; }

    /// <summary>The compiled class, for what is one.</summary>
    public Type? Type { get; init; }
}
