using System.Security.Cryptography;
using System.Text;

namespace Cairn.Schema.Dialects;

/// <summary>
/// The names of keys, checks and indexes that the author did not name: <c>&lt;table&gt;_&lt;columns&gt;_&lt;kind&gt;</c> in lower case, the same on every database,
/// so that a drop by columns finds what a creation by columns made. A dot or hyphen in the table's name becomes an underscore, as in Knex.
/// </summary>
public static class NameGenerator
{
    /// <summary>The longest generated name, in bytes of UTF-8; leaves room below every database's limit.</summary>
    public const int MaxBytes = 60;

    private const int KeptBytes = 51;

    /// <summary><c>orders_tenant_id_index</c>.</summary>
    /// <param name="table">The table's name, without schema.</param>
    /// <param name="keys">The columns, or the expressions' text.</param>
    public static string Index(string table, IEnumerable<string> keys) => Join(table, keys, "index");

    /// <summary><c>users_email_unique</c>.</summary>
    /// <param name="table">The table's name, without schema.</param>
    /// <param name="keys">The columns, or the expressions' text.</param>
    public static string Unique(string table, IEnumerable<string> keys) => Join(table, keys, "unique");

    /// <summary><c>orders_customer_id_foreign</c>.</summary>
    /// <param name="table">The table's name, without schema.</param>
    /// <param name="columns">The referring columns.</param>
    public static string Foreign(string table, IEnumerable<string> columns) => Join(table, columns, "foreign");

    /// <summary><c>orders_pkey</c>.</summary>
    /// <param name="table">The table's name, without schema.</param>
    public static string PrimaryKey(string table) => Join(table, [], "pkey");

    /// <summary><c>orders_total_check</c>, and <c>orders_total_check2</c> for the second one of a column.</summary>
    /// <param name="table">The table's name, without schema.</param>
    /// <param name="column">The column.</param>
    /// <param name="number">Which check of the column it is, from 1.</param>
    public static string Check(string table, string column, int number = 1) =>
        Join(table, [column], number == 1 ? "check" : $"check{number}");

    /// <summary>The name as it is where it fits, else its first 51 bytes and a hash of the whole.</summary>
    /// <param name="name">The full name.</param>
    public static string Shorten(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= MaxBytes)
        {
            return name;
        }

        var end = KeptBytes;
        while ((bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..8];
        return $"{Encoding.UTF8.GetString(bytes, 0, end)}_{hash}";
    }

    private static string Join(string table, IEnumerable<string> columns, string kind) =>
        Shorten(string.Join('_', [table.Replace('.', '_').Replace('-', '_'), .. columns, kind]).ToLowerInvariant());
}
