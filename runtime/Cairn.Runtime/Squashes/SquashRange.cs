using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Squashes;

/// <summary>What is to become one migration.</summary>
/// <param name="Migrations">The migrations, in version order.</param>
/// <param name="Version">The new one's version: the last one's.</param>
/// <param name="Name">Its display name.</param>
/// <param name="FileName">Its file's name.</param>
public sealed record SquashRange(IReadOnlyList<MigrationDescriptor> Migrations, MigrationVersion Version, string Name, string FileName)
{
    /// <summary>The folder of all their files, as the system takes it.</summary>
    public string Folder => Path.GetDirectoryName(Migrations[0].FilePath!)!;

    /// <summary>The new file as the user would write it.</summary>
    public string Display => $"{Migrations[^1].Path[..^Path.GetFileName(Migrations[^1].FilePath!).Length]}{FileName}";
}
