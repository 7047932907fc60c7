using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cairn.Schema.Snapshots.Forms;

/// <summary>A snapshot as JSON: the same parts as in YAML, one fact on a line.</summary>
public static class JsonForm
{
    /// <summary>Writes it, with a line's end after the last brace.</summary>
    /// <param name="snapshot">The structure.</param>
    /// <exception cref="CairnException">It has a text that no file can hold (CAIRN6002).</exception>
    public static string Write(SchemaSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, SnapshotTree.Of(snapshot), "the file");
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Reads it.</summary>
    /// <param name="text">The file's contents.</param>
    /// <param name="file">The file, as the user would write it.</param>
    /// <param name="expected">The database that it must be of; null for any.</param>
    /// <exception cref="CairnException">It is no snapshot (CAIRN6002), or one of another database (CAIRN6003).</exception>
    public static SchemaSnapshot Read(string text, string file, Client? expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
            reader.Read();
            var root = new JsonNodes(bytes).Read(ref reader);
            while (reader.Read())
            {
                // Only white space may follow; anything else throws.
            }

            return new SnapshotTreeReader(file).Read(root, expected);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var json = exception as JsonException;
            var why = exception.Message.Split(" LineNumber:", 2)[0];
            throw SnapshotErrors.Invalid($"this is no JSON: {why}", file, (int)(json?.LineNumber ?? 0) + 1, (int)(json?.BytePositionInLine ?? 0) + 1);
        }
    }

    private static void Write(Utf8JsonWriter writer, SnapshotNode node, string key)
    {
        switch (node)
        {
            case SnapshotNode.Map map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(TextRules.Checked(entry.Key, entry.Key));
                    Write(writer, entry.Value, entry.Key);
                }

                writer.WriteEndObject();
                break;
            case SnapshotNode.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item, key);
                }

                writer.WriteEndArray();
                break;
            case SnapshotNode.Text text:
                writer.WriteStringValue(TextRules.Checked(text.Value, key));
                break;
        }
    }
}
