using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Schema.Snapshots;

/// <summary>One hash of a structure. Equal structures of one kind of database have equal hashes; of a different one, or of another major version of the server, they cannot be compared.</summary>
public static class Fingerprint
{
    /// <summary>The SHA-256 of all objects and facts, in hexadecimal.</summary>
    /// <param name="snapshot">The structure.</param>
    /// <example><code>Fingerprint.Of(before) == Fingerprint.Of(after)</code></example>
    public static string Of(SchemaSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, snapshot.Client.ToString());
        foreach (var found in snapshot.Objects)
        {
            Add(hash, found);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, SnapshotObject found)
    {
        Add(hash, found.Kind.ToString());
        Add(hash, found.Name);
        var facts = found.Facts.Where(fact => fact.IsCompared).OrderBy(fact => fact.Name, StringComparer.Ordinal).ToList();
        Add(hash, facts.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var fact in facts)
        {
            Add(hash, fact.Name);
            Add(hash, fact.IsList ? fact.Values.Count.ToString(CultureInfo.InvariantCulture) : "");
            foreach (var value in fact.Values)
            {
                Add(hash, value);
            }
        }

        Add(hash, found.Children.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var child in found.Children)
        {
            Add(hash, child);
        }
    }

    /// <summary>Each text with its length before it: no two lists of texts give the same bytes.</summary>
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
