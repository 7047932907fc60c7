using System.Security.Cryptography;
using System.Text;
using Cairn.Runtime;

namespace Cairn.Scripting.Caching;

/// <summary>
/// The hash of everything that decides what one script is compiled into. A class: dictionaries of a value type of ours are compiled when the process starts,
/// those of a reference were compiled ahead.
/// </summary>
/// <param name="Hex">As lower-case hex.</param>
internal sealed record ScriptKey(string Hex)
{
    /// <summary>The number of bytes of a key.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>A key from its bytes.</summary>
    public static ScriptKey Of(ReadOnlySpan<byte> bytes) => new(HexText.Of(bytes));

    /// <summary>What a set of scripts is called: the hash of their keys, as lower-case hex.</summary>
    public static string NameOf(IEnumerable<ScriptKey> keys)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var key in keys)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(key.Hex));
        }

        return HexText.Of(hash.GetHashAndReset());
    }

    /// <summary>Writes the key's bytes.</summary>
    public void Write(Span<byte> bytes) => Convert.FromHexString(Hex, bytes, out _, out _);
}
