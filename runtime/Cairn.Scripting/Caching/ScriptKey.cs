using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Cairn.Scripting.Caching;

/// <summary>The hash of everything that decides what one script is compiled into.</summary>
/// <param name="High">The first half.</param>
/// <param name="Low">The second half.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScriptKey(UInt128 High, UInt128 Low)
{
    /// <summary>The number of bytes of a key.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>A key from its bytes.</summary>
    public static ScriptKey Of(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[(Size / 2)..]));

    /// <summary>What a set of scripts is called: the hash of their keys, as lower-case hex.</summary>
    public static string NameOf(IEnumerable<ScriptKey> keys)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[Size];
        foreach (var key in keys)
        {
            key.Write(bytes);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes the key's bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[(Size / 2)..], Low);
    }
}
