using Cairn.Tool.Settings.Files;

namespace Cairn.Tool.Settings.Targets;

/// <summary>The form with more to say: a list of objects, in JSON or YAML.</summary>
internal static class TargetList
{
    private const string Example = "Write a list of objects: [{ \"name\": \"acme\", \"connection\": \"postgres://user@host/acme\" }].";
    private static readonly string[] Keys = ["name", "connection", "client", "table", "canary", "variables"];

    /// <summary>The entries; what is wrong goes to <paramref name="errors"/>, item by item.</summary>
    /// <exception cref="CairnException">The whole is no list.</exception>
    public static IReadOnlyList<TargetEntry> Read(ConfigNode root, TargetPlace place, List<CairnException> errors)
    {
        if (root.Kind != ConfigKind.List)
        {
            throw place.Wrong("this is no list.", Example, root.Line, root.Column);
        }

        var entries = new List<TargetEntry>();
        foreach (var item in root.Items)
        {
            try
            {
                entries.Add(Entry(item, place));
            }
            catch (CairnException error)
            {
                errors.Add(error);
            }
        }

        return entries;
    }

    private static TargetEntry Entry(ConfigNode item, TargetPlace place)
    {
        if (item.Kind != ConfigKind.Section)
        {
            throw place.Wrong("this is no object.", Example, item.Line, item.Column);
        }

        foreach (var entry in item.Entries)
        {
            if (!Keys.Contains(entry.Key, StringComparer.Ordinal))
            {
                throw place.Wrong($"there is no key '{entry.Key}'.", NearestName.Hint(entry.Key, Keys), entry.Line, entry.Column);
            }
        }

        string Needed(string key) => Text(item, key, place) ?? throw place.Wrong($"the target has no {key}.", Example, item.Line, item.Column);
        return new TargetEntry(Needed("name"), Needed("connection"), item.Line)
        {
            Client = Text(item, "client", place),
            Table = Text(item, "table", place),
            IsCanary = Canary(item["canary"], place),
            Variables = Variables(item["variables"], place),
        };
    }

    private static string? Text(ConfigNode item, string key, TargetPlace place) => item[key] switch
    {
        null or { Kind: ConfigKind.Null } => null,
        { Kind: ConfigKind.Text or ConfigKind.Number } node when node.Text.Trim().Length > 0 => node.Text.Trim(),
        { } node => throw place.Wrong($"{key} is no text.", $"Write \"{key}\": \"…\", or leave it out.", node.Line, node.Column),
    };

    private static bool Canary(ConfigNode? node, TargetPlace place) => node switch
    {
        null or { Text: "false" } => false,
        { Text: "true" } => true,
        _ => throw place.Wrong("canary is neither true nor false.", "Write true, or leave it out.", node.Line, node.Column),
    };

    private static Dictionary<string, string> Variables(ConfigNode? node, TargetPlace place)
    {
        if (node is null)
        {
            return [];
        }

        return node.Kind == ConfigKind.Section && node.Entries.All(entry => entry.Value.Kind is ConfigKind.Text or ConfigKind.Number or ConfigKind.Boolean)
            ? node.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal)
            : throw place.Wrong("variables are names with texts.", "Write \"variables\": { \"TENANT\": \"acme\" }.", node.Line, node.Column);
    }
}
