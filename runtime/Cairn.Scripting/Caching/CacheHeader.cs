using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Caching;

/// <summary>An assembly in a file.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Hash">Its SHA-256.</param>
internal sealed record StoredImage(long Start, int Length, byte[] Hash);

/// <summary>
/// The beginning of a file: a mark, the length and the hash of what follows, the keys of its scripts, where each is, and length and hash of each
/// assembly. It says what the file has without the file being read.
/// </summary>
/// <param name="Keys">The scripts.</param>
/// <param name="Entries">Where each is, in the order of the keys.</param>
/// <param name="Images">The assemblies: where each begins, its length and its hash.</param>
internal sealed record CacheHeader(IReadOnlyList<ScriptKey> Keys, IReadOnlyList<ScriptEntry> Entries, IReadOnlyList<StoredImage> Images)
{
    private const int FixedLength = 8 + sizeof(int) + SHA256.HashSizeInBytes;

    // No set of scripts has a header of this size: what says so was not written by Cairn.
    private const int LengthLimit = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> Mark => "CAIRN002"u8;

    /// <summary>Writes the header of compiled scripts that are all without error.</summary>
    public static void Write(Stream stream, IReadOnlyList<ScriptKey> keys, IReadOnlyList<ScriptEntry> entries, IReadOnlyList<byte[]> images)
    {
        using var payload = new MemoryStream();
        using var writer = new BinaryWriter(payload, Encoding.UTF8);
        Span<byte> bytes = stackalloc byte[ScriptKey.Size];
        writer.Write(keys.Count);
        foreach (var key in keys)
        {
            key.Write(bytes);
            writer.Write(bytes);
        }

        foreach (var entry in entries)
        {
            entry.Write(writer);
        }

        writer.Write(images.Count);
        foreach (var image in images)
        {
            writer.Write(image.Length);
            writer.Write(SHA256.HashData(image));
        }

        writer.Flush();
        var content = payload.GetBuffer().AsSpan(0, (int)payload.Length);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        stream.Write(Mark);
        stream.Write(length);
        stream.Write(SHA256.HashData(content));
        stream.Write(content);
    }

    /// <summary>The header; null where the file is not one that was written so, or not all of it.</summary>
    public static CacheHeader? Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[FixedLength];
        if (stream.ReadAtLeast(head, FixedLength, throwOnEndOfStream: false) < FixedLength || !head.StartsWith(Mark))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head[Mark.Length..]);
        if (length is <= 0 or > LengthLimit || length > stream.Length - FixedLength)
        {
            return null;
        }

        var content = new byte[length];
        stream.ReadExactly(content);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(head[(Mark.Length + sizeof(int))..]))
        {
            return null;
        }

        var header = Parse(content);
        return (header.Images is [.., var last] ? last.Start + last.Length : FixedLength + length) == stream.Length ? header : null;
    }

    /// <summary>One of the assemblies; null where it is not what was written.</summary>
    public byte[]? ReadImage(Stream stream, int index)
    {
        var image = Images[index];
        var bytes = new byte[image.Length];
        stream.Position = image.Start;
        return stream.ReadAtLeast(bytes, image.Length, throwOnEndOfStream: false) == image.Length && SHA256.HashData(bytes).AsSpan().SequenceEqual(image.Hash) ? bytes : null;
    }

    private static CacheHeader Parse(byte[] content)
    {
        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        var keys = new ScriptKey[reader.ReadInt32()];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ScriptKey.Of(reader.ReadBytes(ScriptKey.Size));
        }

        var entries = new ScriptEntry[keys.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = ScriptEntry.Read(reader);
        }

        var images = new StoredImage[reader.ReadInt32()];
        var start = (long)FixedLength + content.Length;
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = new StoredImage(start, reader.ReadInt32(), reader.ReadBytes(SHA256.HashSizeInBytes));
            start += images[i].Length;
        }

        return new CacheHeader(keys, entries, images);
    }
}
