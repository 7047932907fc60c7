using Cairn.Runtime.Migrations.Sources;

namespace Cairn.Runtime.Migrations;

/// <summary>The folder that migrations were found in.</summary>
/// <param name="Full">Its full path.</param>
/// <param name="Display">As a person would write it.</param>
internal sealed record MigrationFolder(string Full, string Display)
{
    /// <summary>The full path of a file in it.</summary>
    public string FullPath(string file) => Path.Join(Full, file);

    /// <summary>The path of a file in it, for people.</summary>
    public string Show(string file) => FolderFiles.Show(Display, file);
}
