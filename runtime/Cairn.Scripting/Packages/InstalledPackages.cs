using System.Text.Json;

namespace Cairn.Scripting.Packages;

/// <summary>The packages that NuGet has on this machine.</summary>
/// <param name="folders">NuGet's folders.</param>
internal sealed class InstalledPackages(IReadOnlyList<string> folders)
{
    /// <summary>The folder that NuGet fetches into.</summary>
    public string Main => folders[0];

    /// <summary>A package's folder; null where it is not there, or was not unpacked to its end.</summary>
    /// <param name="name">The package.</param>
    /// <param name="hash">The hash of its content, as NuGet noted it when it unpacked it.</param>
    public string? Find(PackageName name, out string? hash)
    {
        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, name.Id.ToLowerInvariant(), name.Version.ToLowerInvariant());
            // NuGet writes this file last.
            var note = Path.Combine(path, ".nupkg.metadata");
            if (File.Exists(note))
            {
                hash = Read(note);
                return path;
            }
        }

        hash = null;
        return null;
    }

    private static string? Read(string note)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(note));
            return document.RootElement.TryGetProperty("contentHash", out var found) ? found.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
