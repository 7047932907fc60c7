namespace Cairn.Schema.Dialects.MySql;

/// <summary>Identifiers of MySQL and MariaDB.</summary>
internal static class MySqlNames
{
    private const int MaxLength = 64;

    public static string Quote(Client client, string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        var length = new System.Globalization.StringInfo(identifier).LengthInTextElements;
        return length is > 0 and <= MaxLength && !identifier.EndsWith(' ') && !identifier.Contains('\0')
            ? $"`{identifier.Replace("`", "``")}`"
            : throw Refusal.Value(
                $"\"{identifier}\" is no name on {Refusal.DisplayName(client)}.", "Names have 1 to 64 characters, no NUL character, and do not end in a space.");
    }
}
