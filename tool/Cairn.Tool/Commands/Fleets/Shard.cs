using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cairn.Tool.CommandLines;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>
/// One machine's part of a fleet. Which part a target is in is decided by its name alone, the same on every machine and in every version: the first
/// eight bytes of the SHA-256 of the name in UTF-8, as a number with the highest byte first, modulo the number of parts.
/// </summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">Of how many.</param>
internal sealed record Shard(int Index, int Count)
{
    /// <exception cref="CairnException">It is not <c>i/n</c> (CAIRN7009).</exception>
    public static Shard Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && index >= 1 && index <= count
            ? new Shard(index, count)
            : throw OptionReading.Wrong($"--shard is '{text}', which is no part of a whole.", "Write --shard 1/3 on the first of three machines, 2/3 on the second, 3/3 on the third.");
    }

    public bool Has(string name) => (int)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (ulong)Count) + 1 == Index;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
