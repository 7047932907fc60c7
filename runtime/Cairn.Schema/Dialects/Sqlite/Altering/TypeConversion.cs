using Cairn.Schema.Dialects.Sqlite.Rendering;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>How a value of one declared type becomes one of another.</summary>
/// <param name="Value">The expression that makes the new value.</param>
/// <param name="Spoils">The condition of rows whose value would be lost.</param>
internal sealed record TypeConversion(string Value, string Spoils)
{
    /// <summary>The conversion, or null where values stay as they are.</summary>
    /// <param name="column">The old column, quoted.</param>
    /// <param name="oldType">Its declared type.</param>
    /// <param name="newType">The declared type that it gets.</param>
    public static TypeConversion? Find(string column, string oldType, string newType)
    {
        if (newType.Equals("boolean", StringComparison.OrdinalIgnoreCase) && !oldType.Equals(newType, StringComparison.OrdinalIgnoreCase))
        {
            return ToBoolean(column);
        }

        return SqliteTypes.CastTarget(oldType, newType) switch
        {
            null => null,
            // A column without a declared type is compared as it is, so the types are asked instead.
            "TEXT" => new(
                $"CAST({column} AS TEXT)",
                $"typeof({column}) = 'blob' OR (typeof({column}) IN ('integer', 'real') AND {column} <> CAST(CAST({column} AS TEXT) AS NUMERIC))"),
            // A comparison with a number makes a number of a text that is one, and of no other.
            var target => new($"CAST({column} AS {target})", $"{column} <> CAST({column} AS {target})"),
        };
    }

    // The words are those of PostgreSQL's cast; every number but 0 is true there, too.
    private static TypeConversion ToBoolean(string column)
    {
        var value = $"CASE WHEN typeof({column}) IN ('integer', 'real') THEN {column} <> 0 "
            + $"WHEN lower(trim({column})) IN ('t', 'true', 'y', 'yes', 'on', '1') THEN 1 WHEN lower(trim({column})) IN ('f', 'false', 'n', 'no', 'off', '0') THEN 0 END";
        return new TypeConversion(value, $"{column} IS NOT NULL AND ({value}) IS NULL");
    }
}
