using System.Text;
using System.Text.Json;

namespace Cairn.Tool.Settings.Files;

/// <summary>Reads JSON with comments and trailing commas into nodes that know their line.</summary>
internal static class ConfigReader
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="bytes">The file's contents.</param>
    /// <param name="display">The file's name for messages.</param>
    /// <exception cref="CairnException">It is no JSON object (CAIRN7011).</exception>
    public static ConfigNode Read(byte[] bytes, string display)
    {
        var root = ReadAny(bytes, display);
        return root.Kind == ConfigKind.Section ? root : throw Wrong("the file must hold one object: { … }.", display, root.Line, root.Column);
    }

    /// <param name="bytes">The file's contents.</param>
    /// <param name="display">The file's name for messages.</param>
    /// <exception cref="CairnException">It is no JSON (CAIRN7011).</exception>
    public static ConfigNode ReadAny(byte[] bytes, string display)
    {
        var content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            var reader = new Utf8JsonReader(content, Options);
            reader.Read();
            var root = Node(ref reader, content, display);
            while (reader.Read())
            {
                // Only comments may follow; anything else throws.
            }

            return root;
        }
        catch (JsonException error)
        {
            var why = error.Message.Split(" LineNumber:", 2)[0];
            throw Wrong($"this is no JSON: {why}", display, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1);
        }
    }

    private static CairnException Wrong(string why, string display, int line, int column) => new(ErrorCodes.ConfigFileInvalid, why)
    {
        File = display,
        Line = line,
        Column = column,
        Fix = "Correct the file; comments and trailing commas are allowed.",
    };

    private static ConfigNode Node(ref Utf8JsonReader reader, byte[] content, string display)
    {
        var (line, column) = Place(content, reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new ConfigNode(ConfigKind.Section, "", line, column) { Entries = Entries(ref reader, content, display) },
            JsonTokenType.StartArray => new ConfigNode(ConfigKind.List, "", line, column) { Items = Items(ref reader, content, display) },
            JsonTokenType.String => new ConfigNode(ConfigKind.Text, reader.GetString()!, line, column),
            JsonTokenType.Number => new ConfigNode(ConfigKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), line, column),
            JsonTokenType.True => new ConfigNode(ConfigKind.Boolean, "true", line, column),
            JsonTokenType.False => new ConfigNode(ConfigKind.Boolean, "false", line, column),
            _ => new ConfigNode(ConfigKind.Null, "null", line, column),
        };
    }

    private static List<ConfigNode> Items(ref Utf8JsonReader reader, byte[] content, string display)
    {
        var items = new List<ConfigNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Node(ref reader, content, display));
        }

        return items;
    }

    private static List<ConfigEntry> Entries(ref Utf8JsonReader reader, byte[] content, string display)
    {
        var entries = new List<ConfigEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            var (line, column) = Place(content, reader.TokenStartIndex);
            if (entries.Exists(entry => entry.Key == key))
            {
                throw Wrong($"the key '{key}' stands here twice.", display, line, column);
            }

            reader.Read();
            entries.Add(new ConfigEntry(key, line, column, Node(ref reader, content, display)));
        }

        return entries;
    }

    private static (int Line, int Column) Place(byte[] content, long index)
    {
        var before = content.AsSpan(0, (int)index);
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }
}
