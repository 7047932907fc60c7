namespace Cairn.Runtime.Seeds;

/// <summary>A seed script before it is read.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Path">As the user would write it.</param>
public sealed record SeedFile(string Name, string FullPath, string Path)
{
    /// <summary>The ending in lower case, with the dot: <c>.csx</c> or <c>.sql</c>.</summary>
    public string Ending => System.IO.Path.GetExtension(FullPath).ToLowerInvariant();
}

/// <summary>The seed scripts of folders.</summary>
/// <param name="Files">In the order of their names, compared letter by letter (ordinal), whichever folder they are in.</param>
/// <param name="Warnings">Files that look like seeds and are none.</param>
public sealed record SeedFolderContent(IReadOnlyList<SeedFile> Files, IReadOnlyList<string> Warnings);
