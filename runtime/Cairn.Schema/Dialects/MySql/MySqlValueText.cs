namespace Cairn.Schema.Dialects.MySql;

/// <summary>Values as text on MySQL and MariaDB.</summary>
internal static class MySqlValueText
{
    /// <summary>Bytes as hexadecimal digits, a float with all its digits (as text of its own it would have six), all else as the server prints it.</summary>
    public static string Of(string column, string type)
    {
        var word = type.Split(' ', '(')[0].ToLowerInvariant();
        return word switch
        {
            "float" => $"CAST(CAST({column} AS DOUBLE) AS CHAR)",
            "bit" => $"CAST({column} + 0 AS CHAR)",
            "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob" or "vector"
                or "geometry" or "point" or "linestring" or "polygon" or "multipoint" or "multilinestring" or "multipolygon" or "geometrycollection" or "geomcollection" => $"HEX({column})",
            _ => $"CAST({column} AS CHAR)",
        };
    }
}
