using Cairn.Schema.Snapshots.Forms;
using Cairn.Tool.Commands.Snapshots;
using Cairn.Tool.Settings.Files;

namespace Cairn.Tool.Settings.Targets;

/// <summary>YAML as the nodes that JSON is read into. The only place here that loads the library.</summary>
internal static class TargetYaml
{
    /// <exception cref="CairnException">It is no YAML.</exception>
    public static ConfigNode Read(string text, TargetPlace place)
    {
        try
        {
            return Node(YamlNodes.Read(text, place.Display), place);
        }
        catch (CairnException error) when (error.Code != ErrorCodes.TargetsInvalid)
        {
            throw place.Wrong(error.Message, "Correct the file.", error.Line, error.Column);
        }
    }

    private static ConfigNode Node(SnapshotNode node, TargetPlace place) => node switch
    {
        SnapshotNode.Text text => new ConfigNode(ConfigKind.Text, text.Value, node.Line, node.Column),
        SnapshotNode.List list => new ConfigNode(ConfigKind.List, "", node.Line, node.Column) { Items = [.. list.Items.Select(item => Node(item, place))] },
        SnapshotNode.Map map => new ConfigNode(ConfigKind.Section, "", node.Line, node.Column)
        {
            Entries = [.. map.Entries.Select((entry, index) => map.Entries.Take(index).Any(earlier => earlier.Key == entry.Key)
                ? throw place.Wrong($"the key '{entry.Key}' stands here twice.", "Take one of them away.", entry.Line, entry.Column)
                : new ConfigEntry(entry.Key, entry.Line, entry.Column, Node(entry.Value, place)))],
        },
        _ => new ConfigNode(ConfigKind.Null, "null", node.Line, node.Column),
    };
}
