using System.Text;
using System.Text.Json;

namespace Cairn.Schema.Snapshots.Forms;

/// <summary>Reads JSON into parts that know their place.</summary>
/// <param name="content">The whole file.</param>
internal sealed class JsonNodes(byte[] content)
{
    private (int Index, int Line, int LineStart) known = (0, 1, 0);

    public SnapshotNode Read(ref Utf8JsonReader reader)
    {
        var (line, column) = Place((int)reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new SnapshotNode.Map(Entries(ref reader)) { Line = line, Column = column },
            JsonTokenType.StartArray => new SnapshotNode.List(Items(ref reader)) { Line = line, Column = column },
            JsonTokenType.String => new SnapshotNode.Text(reader.GetString()!) { Line = line, Column = column },
            JsonTokenType.Number => new SnapshotNode.Other("a number") { Line = line, Column = column },
            JsonTokenType.True or JsonTokenType.False => new SnapshotNode.Other("true or false") { Line = line, Column = column },
            _ => new SnapshotNode.Other("null") { Line = line, Column = column },
        };
    }

    private List<SnapshotNode> Items(ref Utf8JsonReader reader)
    {
        var items = new List<SnapshotNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return items;
    }

    private List<SnapshotEntry> Entries(ref Utf8JsonReader reader)
    {
        var entries = new List<SnapshotEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            var (line, column) = Place((int)reader.TokenStartIndex);
            reader.Read();
            entries.Add(new SnapshotEntry(key, Read(ref reader)) { Line = line, Column = column });
        }

        return entries;
    }

    /// <summary>Places are asked for in the file's order, so each look goes on where the last one ended.</summary>
    private (int Line, int Column) Place(int index)
    {
        for (var at = known.Index; at < index; at++)
        {
            if (content[at] == (byte)'\n')
            {
                known = (at + 1, known.Line + 1, at + 1);
            }
        }

        known = known with { Index = index };
        return (known.Line, Encoding.UTF8.GetCharCount(content.AsSpan(known.LineStart, index - known.LineStart)) + 1);
    }
}
