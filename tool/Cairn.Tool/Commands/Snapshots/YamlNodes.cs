using Cairn.Schema.Snapshots.Forms;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cairn.Tool.Commands.Snapshots;

/// <summary>Reads YAML into parts that know their place. What a snapshot has no use for (anchors, tags, several documents) is refused.</summary>
internal static class YamlNodes
{
    /// <exception cref="CairnException">It is no YAML, or more than a snapshot uses of it (CAIRN6002).</exception>
    public static SnapshotNode Read(string text, string file)
    {
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                throw SnapshotErrors.Invalid("the file is empty.", file, 1, 1);
            }

            parser.Consume<DocumentStart>();
            var root = Node(parser, file);
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out _) ? root : throw Wrong("the file holds more than one document.", parser.Current!.Start, file);
        }
        catch (YamlException exception)
        {
            throw Wrong($"this is no YAML: {exception.InnerException?.Message ?? exception.Message}", exception.Start, file);
        }
    }

    private static SnapshotNode Node(IParser parser, string file)
    {
        var current = parser.Current!;
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false } || current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            throw Wrong("this file has no use for anchors, aliases and tags.", current.Start, file);
        }

        var (line, column) = ((int)current.Start.Line, (int)current.Start.Column);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return IsNothing(scalar) ? new SnapshotNode.Other("nothing") { Line = line, Column = column } : new SnapshotNode.Text(scalar.Value) { Line = line, Column = column };
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<SnapshotNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(parser, file));
            }

            return new SnapshotNode.List(items) { Line = line, Column = column };
        }

        parser.Consume<MappingStart>();
        var entries = new List<SnapshotEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Accept<Scalar>(out var name) ? name.Value : throw Wrong("a name is a text.", parser.Current!.Start, file);
            var at = name.Start;
            Node(parser, file);
            entries.Add(new SnapshotEntry(key, Node(parser, file)) { Line = (int)at.Line, Column = (int)at.Column });
        }

        return new SnapshotNode.Map(entries) { Line = line, Column = column };
    }

    private static bool IsNothing(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };

    private static CairnException Wrong(string why, Mark at, string file) => SnapshotErrors.Invalid(why, file, (int)at.Line, (int)at.Column);
}
