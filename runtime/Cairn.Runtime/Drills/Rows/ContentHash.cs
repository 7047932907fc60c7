using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Runtime.Drills.Rows;

/// <summary>A hash of many values whose order does not matter, but whose number does: the sum of their hashes.</summary>
internal struct ContentHash
{
    private UInt128 sum;

    /// <summary>The hash of what was added so far.</summary>
    public readonly UInt128 Sum => sum;

    /// <summary>Adds one value.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(value, hash);
        sum = unchecked(sum + BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }

    /// <summary>A value as bytes that no other value has, also side by side with others: its length first, or a mark for null.</summary>
    public static void Write(string? value, MemoryStream target)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (value is null)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, -1);
            target.Write(length);
            return;
        }

        BinaryPrimitives.WriteInt32LittleEndian(length, Encoding.UTF8.GetByteCount(value));
        target.Write(length);
        target.Write(Encoding.UTF8.GetBytes(value));
    }
}
