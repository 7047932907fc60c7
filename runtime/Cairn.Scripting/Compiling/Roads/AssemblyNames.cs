using System.Security.Cryptography;
using System.Text;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>Names of compiled assemblies: the same for the same scripts, so that the same bytes come out; and no two in one process that hold different ones.</summary>
internal static class AssemblyNames
{
    /// <summary>The name for these scripts.</summary>
    public static string Of(string kind, IReadOnlyList<ParsedScript> scripts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var script in scripts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{script.Main.File.DebugPath}\n{script.Source.SourceText.Checksum}\n"));
        }

        return $"{kind}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}";
    }
}
