using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Schema.Snapshots.Forms;

/// <summary>From named parts to a snapshot; whatever it does not know is an error with its place.</summary>
/// <param name="file">The file, as the user would write it.</param>
internal sealed partial class SnapshotTreeReader(string file)
{
    /// <param name="root">The whole file.</param>
    /// <param name="expected">The database that it must be of; null for any.</param>
    /// <exception cref="CairnException">It is no snapshot (CAIRN6002), or one of another database (CAIRN6003).</exception>
    public SchemaSnapshot Read(SnapshotNode root, Client? expected)
    {
        var map = root as SnapshotNode.Map ?? throw Wrong("the file must hold named objects.", root);
        if (map.Entries.Count == 0 || map.Entries[0].Key != SnapshotTree.Format || Text(map.Entries[0]) != SnapshotTree.FormatNumber)
        {
            throw Wrong($"the file must begin with format: {SnapshotTree.FormatNumber}, the form that this version of Cairn reads.", map);
        }

        var client = ReadClient(map, expected);
        var entries = map.Entries.Where(entry => entry.Key is not (SnapshotTree.Format or SnapshotTree.Client or SnapshotTree.Server)).ToList();
        if (entries.FirstOrDefault(entry => entry.Value is not SnapshotNode.Map) is { } odd)
        {
            throw Wrong($"'{odd.Key}' is not known here; besides format, client and server the file holds objects only.", odd);
        }

        RefuseTwice(map.Entries);
        var server = map.Entries.FirstOrDefault(entry => entry.Key == SnapshotTree.Server);
        return new SchemaSnapshot(client, Objects(entries, parent: null)) { ServerVersion = server is null ? null : Text(server) };
    }

    private Client ReadClient(SnapshotNode.Map map, Client? expected)
    {
        var entry = map.Entries.FirstOrDefault(entry => entry.Key == SnapshotTree.Client) ?? throw Wrong("the file does not say its client.", map);
        var client = Enum.GetValues<Client>().Cast<Client?>().FirstOrDefault(known => SnapshotTree.Word(known!.Value) == Text(entry))
            ?? throw Wrong($"'{Text(entry)}' is no client; known: sqlite, postgres, mysql, mariadb.", entry);
        return expected is { } wanted && wanted != client
            ? throw new CairnException(ErrorCodes.SnapshotOfOther, $"This is the structure of a {Name(client)} database, and the connection is to {Name(wanted)}.")
            {
                File = file,
                Line = entry.Line,
                Column = entry.Column,
                Fix = "Structures can be compared and applied only within one kind of database: take another file, or another connection.",
                DatabaseState = "nothing was run",
            }
            : client;
    }

    private List<SnapshotObject> Objects(IReadOnlyList<SnapshotEntry> entries, ObjectKind? parent)
    {
        var found = new List<SnapshotObject>();
        var bare = new HashSet<string>(entries.Select(entry => entry.Key), StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var map = (SnapshotNode.Map)entry.Value;
            RefuseTwice(map.Entries);
            var (kind, name) = Name(entry, parent, bare);
            var facts = map.Entries.Where(part => part.Value is not SnapshotNode.Map).Select(part => ReadFact(kind, part)).ToList();
            FactRules.Check(kind, [.. facts.Select(fact => fact.Name)], missing => Wrong($"{entry.Key} has no {missing}.", entry));
            found.Add(new SnapshotObject(kind, name)
            {
                Facts = facts,
                Children = Objects([.. map.Entries.Where(part => part.Value is SnapshotNode.Map)], kind),
            });
        }

        return found;
    }

    private (ObjectKind Kind, string Name) Name(SnapshotEntry entry, ObjectKind? parent, HashSet<string> siblings)
    {
        var kind = ObjectKinds.All.Cast<ObjectKind?>().FirstOrDefault(known => entry.Key.StartsWith(known!.Value.Word() + " ", StringComparison.Ordinal))
            ?? throw Wrong($"'{entry.Key}' is no object: one begins with its kind, as 'table orders'.", entry);
        if (parent is null ? FactRules.IsPart(kind) : !FactRules.MayBelong(kind, parent.Value))
        {
            throw Wrong(parent is null ? $"a {kind.Word()} belongs to a table." : $"a {kind.Word()} does not belong to a {parent.Value.Word()}.", entry);
        }

        var name = entry.Key[(kind.Word().Length + 1)..];
        if (NumberedName().Match(name) is { Success: true } match && int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) > 1
            && siblings.Contains($"{kind.Word()} {match.Groups[1].Value}"))
        {
            name = match.Groups[1].Value;
        }

        return (kind, name);
    }

    private Fact ReadFact(ObjectKind kind, SnapshotEntry entry)
    {
        if (!FactRules.IsKnown(kind, entry.Key))
        {
            throw SnapshotErrors.Invalid(
                $"'{entry.Key}' is not known of a {kind.Word()}.", file, entry.Line, entry.Column, $"Known: {string.Join(", ", FactRules.Known(kind))}.");
        }

        var isList = entry.Value is SnapshotNode.List;
        if (isList != FactRules.IsList(entry.Key) && !FactRules.MayBeBoth(entry.Key))
        {
            throw Wrong(isList ? $"{entry.Key} takes one value, not a list." : $"{entry.Key} takes a list.", entry);
        }

        return entry.Value is SnapshotNode.List list
            ? new Fact(entry.Key, [.. list.Items.Select(item => Text(item, entry.Key))])
            : new Fact(entry.Key, Text(entry));
    }

    private void RefuseTwice(IReadOnlyList<SnapshotEntry> entries)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (entries.FirstOrDefault(entry => !seen.Add(entry.Key)) is { } twice)
        {
            throw Wrong($"'{twice.Key}' stands here twice.", twice);
        }
    }

    private string Text(SnapshotEntry entry) => Text(entry.Value, entry.Key);

    private string Text(SnapshotNode node, string key)
    {
        var value = node is SnapshotNode.Text text ? text.Value : throw Wrong($"{key} takes a text, not {Word(node)}.", node);
        return value.Contains('\0', StringComparison.Ordinal) ? throw Wrong($"{key} has a NUL character in it, which no database takes.", node) : value;
    }

    private CairnException Wrong(string why, SnapshotNode at) => SnapshotErrors.Invalid(why, file, at.Line, at.Column);

    private CairnException Wrong(string why, SnapshotEntry at) => SnapshotErrors.Invalid(why, file, at.Line, at.Column);

    private static string Word(SnapshotNode node) => node switch
    {
        SnapshotNode.Other other => other.Word,
        SnapshotNode.List => "a list",
        _ => "named parts",
    };

    private static string Name(Client client) => Dialects.Refusal.DisplayName(client);

    [GeneratedRegex(@"^(\(.*\)) #([0-9]{1,6})$", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NumberedName();
}
