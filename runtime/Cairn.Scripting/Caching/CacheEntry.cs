using System.Security.Cryptography;
using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Caching;

/// <summary>An entry's bytes: a mark, the hash of what follows, the key, where each script is, and the assemblies.</summary>
internal static class CacheEntry
{
    private static ReadOnlySpan<byte> Mark => "CAIRN001"u8;

    /// <summary>The bytes of compiled scripts.</summary>
    public static byte[] Write(CompiledScripts scripts, CacheKey key)
    {
        using var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(key.Bytes);
            writer.Write(scripts.Entries.Count);
            foreach (var entry in scripts.Entries.Cast<ScriptEntry>())
            {
                writer.Write(entry.Image);
                writer.Write(entry.TypeName);
                writer.Write((byte)entry.Form);
                writer.Write(entry.IsSubmission);
            }

            writer.Write(scripts.Images.Count);
            foreach (var image in scripts.Images)
            {
                writer.Write(image.Length);
                writer.Write(image);
            }
        }

        var content = payload.GetBuffer().AsSpan(0, (int)payload.Length);
        return [.. Mark, .. SHA256.HashData(content), .. content];
    }

    /// <summary>The compiled scripts; null where the bytes are not what was written for this key.</summary>
    public static CompiledScripts? Read(byte[] bytes, CacheKey key)
    {
        var head = Mark.Length + SHA256.HashSizeInBytes;
        if (bytes.Length < head + key.Bytes.Length
            || !bytes.AsSpan().StartsWith(Mark)
            || !SHA256.HashData(bytes.AsSpan(head)).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length, SHA256.HashSizeInBytes))
            || !bytes.AsSpan(head, key.Bytes.Length).SequenceEqual(key.Bytes))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, head + key.Bytes.Length, bytes.Length - head - key.Bytes.Length));
        var entries = new ScriptEntry[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new ScriptEntry(reader.ReadInt32(), reader.ReadString(), (ScriptForm)reader.ReadByte(), reader.ReadBoolean());
        }

        var images = new byte[reader.ReadInt32()][];
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = reader.ReadBytes(reader.ReadInt32());
        }

        return new CompiledScripts(images, entries, []);
    }
}
