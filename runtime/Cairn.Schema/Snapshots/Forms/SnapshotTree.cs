using System.Globalization;

namespace Cairn.Schema.Snapshots.Forms;

/// <summary>
/// A snapshot as named parts: <c>format</c>, <c>client</c>, <c>server</c>, then an object for each key of the form <c>table orders</c>. In an object a
/// text or a list is a fact, and a map is an object that belongs to it.
/// </summary>
internal static class SnapshotTree
{
    public const string Format = "format";
    public const string Client = "client";
    public const string Server = "server";

    /// <summary>The number of the form that this version writes, and the only one it reads.</summary>
    public const string FormatNumber = "1";

    public static SnapshotNode.Map Of(SchemaSnapshot snapshot)
    {
        var header = new List<SnapshotEntry>
        {
            new(Format, new SnapshotNode.Text(FormatNumber)),
            new(Client, new SnapshotNode.Text(Word(snapshot.Client))),
        };
        if (Short(snapshot) is { } server)
        {
            header.Add(new SnapshotEntry(Server, new SnapshotNode.Text(server)));
        }

        return new SnapshotNode.Map([.. header, .. Objects(snapshot.Objects)]);
    }

    public static string Word(Cairn.Client client) => client.ToString().ToLowerInvariant();

    private static IEnumerable<SnapshotEntry> Objects(IReadOnlyList<SnapshotObject> objects)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var found in objects)
        {
            var key = $"{found.Kind.Word()} {found.Name}";
            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            if (number > 1 && found.IsNamed)
            {
                throw new CairnException(ErrorCodes.SnapshotInvalid, $"The structure has two of {key}.") { Fix = "Give one of them another name." };
            }

            // Two without a name may be alike: the second one says that it is another.
            var unique = number == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key} #{number}");
            var facts = found.Facts.Select(fact => new SnapshotEntry(fact.Name, Value(fact)));
            yield return new SnapshotEntry(unique, new SnapshotNode.Map([.. facts, .. Objects(found.Children)]));
        }
    }

    private static SnapshotNode Value(Fact fact) =>
        fact.IsList ? new SnapshotNode.List([.. fact.Values.Select(value => new SnapshotNode.Text(value))]) : new SnapshotNode.Text(fact.Values[0]);

    /// <summary>As much of the version as printed texts hang on: with every patch of a server the file would change.</summary>
    private static string? Short(SchemaSnapshot snapshot)
    {
        if (snapshot.ServerVersion is not { } version)
        {
            return null;
        }

        var digits = new string([.. version.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.')]);
        var parts = digits.Split('.', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? null : string.Join('.', parts.Take(snapshot.Client == Cairn.Client.Postgres ? 1 : 2));
    }
}
