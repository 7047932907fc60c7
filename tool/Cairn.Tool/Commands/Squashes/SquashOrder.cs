using System.Text.Json;
using Cairn.Runtime.Squashes;

namespace Cairn.Tool.Commands.Squashes;

/// <summary>All that a squash does with files, written down in the migrations folder before the first of them is touched: whoever finds it can finish it, and nothing runs until it is finished.</summary>
/// <param name="Version">The version of the new file, and what replaces it is told by.</param>
/// <param name="File">The new file's name.</param>
/// <param name="Archive">The folder, below the migrations folder, that the old files are moved to.</param>
/// <param name="Old">The old files' names.</param>
/// <param name="Text">The new file's text.</param>
internal sealed record SquashOrder(string Version, string File, string Archive, IReadOnlyList<string> Old, string Text)
{
    /// <summary>Where the old files go: never among those of an earlier squash.</summary>
    public static SquashOrder Of(SquashReport report)
    {
        var range = report.Range;
        var archive = $"squashed/{range.Version}";
        for (var number = 2; Directory.Exists(Path.Combine(range.Folder, archive)); number++)
        {
            archive = $"squashed/{range.Version}-{number}";
        }

        return new SquashOrder(range.Version.Text, range.FileName, archive, [.. range.Migrations.Select(migration => Path.GetFileName(migration.FilePath!))], report.Text);
    }

    public static SquashOrder Read(string text) => JsonSerializer.Deserialize(text, SquashOrderContext.Default.SquashOrder) ?? throw new JsonException("it is empty");

    public override string ToString() => JsonSerializer.Serialize(this, SquashOrderContext.Default.SquashOrder) + "\n";
}
