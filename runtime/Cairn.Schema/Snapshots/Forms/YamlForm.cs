using System.Text;

namespace Cairn.Schema.Snapshots.Forms;

/// <summary>
/// A snapshot as YAML, written for merging: an object for each key, one fact on a line, texts of several lines as blocks. How a text is quoted hangs on
/// that text alone. Reading needs a parser of YAML, which this project does not have: it gives its parts to <see cref="Read"/>.
/// </summary>
public static class YamlForm
{
    // Longer keys are no simple keys any more.
    private const int LongestKey = 500;

    /// <summary>Writes it.</summary>
    /// <param name="snapshot">The structure.</param>
    /// <exception cref="CairnException">It has a text that no file can hold (CAIRN6002).</exception>
    public static string Write(SchemaSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var text = new StringBuilder();
        foreach (var entry in SnapshotTree.Of(snapshot).Entries)
        {
            if (entry.Value is SnapshotNode.Map)
            {
                text.Append('\n');
            }

            Write(text, entry, depth: 0);
        }

        return text.ToString();
    }

    /// <summary>A snapshot from the parts of a file.</summary>
    /// <param name="root">The whole file.</param>
    /// <param name="file">The file, as the user would write it.</param>
    /// <param name="expected">The database that it must be of; null for any.</param>
    /// <exception cref="CairnException">It is no snapshot (CAIRN6002), or one of another database (CAIRN6003).</exception>
    public static SchemaSnapshot Read(SnapshotNode root, string file, Client? expected) => new SnapshotTreeReader(file).Read(root, expected);

    private static void Write(StringBuilder text, SnapshotEntry entry, int depth)
    {
        var key = YamlText.Inline(TextRules.Checked(entry.Key, entry.Key));
        Indent(text, depth);
        text.Append(key.Length > LongestKey ? "? " : "").Append(key);
        if (key.Length > LongestKey)
        {
            text.Append('\n');
            Indent(text, depth);
        }

        text.Append(':');
        switch (entry.Value)
        {
            case SnapshotNode.Map { Entries.Count: 0 }:
                text.Append(" {}\n");
                break;
            case SnapshotNode.Map map:
                text.Append('\n');
                foreach (var part in map.Entries)
                {
                    Write(text, part, depth + 1);
                }

                break;
            case SnapshotNode.List { Items.Count: 0 }:
                text.Append(" []\n");
                break;
            case SnapshotNode.List list:
                text.Append('\n');
                foreach (var item in list.Items)
                {
                    Indent(text, depth + 1);
                    text.Append("- ").Append(YamlText.Inline(TextRules.Checked(((SnapshotNode.Text)item).Value, entry.Key))).Append('\n');
                }

                break;
            case SnapshotNode.Text value:
                WriteText(text, TextRules.Checked(value.Value, entry.Key), depth);
                break;
        }
    }

    private static void WriteText(StringBuilder text, string value, int depth)
    {
        if (!YamlText.FitsBlock(value))
        {
            text.Append(' ').Append(YamlText.Inline(value)).Append('\n');
            return;
        }

        text.Append(value.EndsWith('\n') ? " |\n" : " |-\n");
        foreach (var line in value.TrimEnd('\n').Split('\n'))
        {
            if (line.Length > 0)
            {
                Indent(text, depth + 1);
            }

            text.Append(line).Append('\n');
        }
    }

    private static void Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);
}
