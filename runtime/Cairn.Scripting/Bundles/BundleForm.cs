using System.Security.Cryptography;
using System.Text;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Bundles;

/// <summary>
/// A bundle's bytes: a mark, the hash of what follows, what it fits to, the migrations, the assemblies. The mark, the hash and the first three
/// values after it stay as they are in all versions, so that every version can say what a bundle of another one is. There is no time in it, and no
/// path but those that the user saw: the same migrations make the same bytes.
/// </summary>
internal static class BundleForm
{
    /// <summary>What every bundle begins with.</summary>
    public static ReadOnlySpan<byte> Mark => "CAIRN-BUNDLE\r\n\x1a\n"u8;

    /// <summary>The bytes of a bundle.</summary>
    public static byte[] Write(BundleContent content)
    {
        using var payload = new MemoryStream();
        using var writer = new BinaryWriter(payload, Encoding.UTF8);
        writer.Write(content.Origin.ToolVersion);
        writer.Write(content.Origin.Framework);
        writer.Write(content.Origin.Naming);
        WriteAll(writer, content.Migrations, Write);
        WriteAll(writer, content.Images, (to, image) =>
        {
            Write(to, image.Bytes);
            WriteAll(to, image.References, (list, index) => list.Write(index));
        });
        WriteAll(writer, content.Assemblies, (to, assembly) =>
        {
            to.Write(assembly.Name);
            Write(to, assembly.Bytes);
        });
        writer.Flush();
        var bytes = payload.GetBuffer().AsSpan(0, (int)payload.Length);
        return [.. Mark, .. SHA256.HashData(bytes), .. bytes];
    }

    /// <summary>The bundle.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="check">Is told what the bundle fits to before anything else is read, and throws where it does not.</param>
    /// <exception cref="InvalidDataException">It is no bundle, or not as it was written; the message says which.</exception>
    public static BundleContent Read(byte[] bytes, Action<BundleOrigin> check)
    {
        var head = Mark.Length + SHA256.HashSizeInBytes;
        if (!bytes.AsSpan().StartsWith(Mark))
        {
            throw new InvalidDataException("it is no bundle");
        }

        if (bytes.Length < head || !SHA256.HashData(bytes.AsSpan(head)).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length, SHA256.HashSizeInBytes)))
        {
            throw new InvalidDataException("it is not as it was written: a part of it is missing or changed");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, head, bytes.Length - head), Encoding.UTF8);
        try
        {
            var origin = new BundleOrigin(reader.ReadString(), reader.ReadInt32(), reader.ReadString());
            check(origin);
            var migrations = ReadAll(reader, ReadMigration);
            var images = ReadAll(reader, from => new BundledImage(ReadBytes(from), ReadAll(from, list => list.ReadInt32())));
            return new BundleContent(origin, migrations, images, ReadAll(reader, from => new BundledAssembly(from.ReadString(), ReadBytes(from))));
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("its contents are not those of a bundle", exception);
        }
    }

    private static void Write(BinaryWriter writer, BundledMigration migration)
    {
        writer.Write(migration.Version);
        writer.Write(migration.Name);
        writer.Write(migration.Path);
        writer.Write(migration.Format);
        writer.Write(migration.Source.Text);
        writer.Write(migration.Source.Checksum);
        WriteAll(writer, migration.Loaded, (to, file) => to.Write(file));
        writer.Write(migration.Entry is not null);
        migration.Entry?.Write(writer);
    }

    private static BundledMigration ReadMigration(BinaryReader reader) => new(
        reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), new MigrationSourceText(reader.ReadString(), reader.ReadString()),
        ReadAll(reader, from => from.ReadString()), reader.ReadBoolean() ? ScriptEntry.Read(reader) : null);

    private static void Write(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        var bytes = reader.ReadBytes(length);
        return bytes.Length == length ? bytes : throw new EndOfStreamException();
    }

    private static void WriteAll<T>(BinaryWriter writer, IReadOnlyList<T> all, Action<BinaryWriter, T> write)
    {
        writer.Write(all.Count);
        foreach (var one in all)
        {
            write(writer, one);
        }
    }

    private static IReadOnlyList<T> ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var all = new List<T>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            all.Add(read(reader));
        }

        return all;
    }
}
