namespace Cairn.Runtime.Squashes.Rows;

/// <summary>Expressions that give a column's value as a literal of its own database: what is inserted by it is the same value again.</summary>
internal static class LiteralText
{
    /// <summary>The expression; null gives the word NULL.</summary>
    /// <param name="client">The database.</param>
    /// <param name="column">The column, quoted.</param>
    /// <param name="type">Its type in the database's own words.</param>
    public static string Of(Client client, string column, string type) => client switch
    {
        // quote() ends a text at its first null character.
        Client.Sqlite => $"CASE WHEN typeof({column}) = 'text' AND instr(CAST({column} AS BLOB), x'00') > 0 THEN 'CAST(x''' || hex({column}) || ''' AS TEXT)' ELSE quote({column}) END",
        Client.Postgres => $"quote_nullable({column}::text)",
        _ => $"COALESCE({MySql(column, type.Split(' ', '(')[0].ToLowerInvariant())}, 'NULL')",
    };

    private static string MySql(string column, string word) => word switch
    {
        "tinyint" or "smallint" or "mediumint" or "int" or "bigint" or "decimal" or "double" or "year" => $"CAST({column} AS CHAR)",
        "float" => $"CAST(CAST({column} AS DOUBLE) AS CHAR)",
        "bit" => $"CAST({column} + 0 AS CHAR)",

        // A moment is the same one whatever the session's time zone is.
        "timestamp" => $"CONCAT('FROM_UNIXTIME(', UNIX_TIMESTAMP({column}), ')')",
        "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob" or "vector"
            or "geometry" or "point" or "linestring" or "polygon" or "multipoint" or "multilinestring" or "multipolygon" or "geometrycollection" or "geomcollection" => $"CONCAT('x''', HEX({column}), '''')",
        _ => $"QUOTE(CAST({column} AS CHAR))",
    };
}
