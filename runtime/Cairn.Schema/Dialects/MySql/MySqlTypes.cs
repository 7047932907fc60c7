using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>The portable types in the words of MySQL and MariaDB, which have these in common.</summary>
internal static class MySqlTypes
{
    private const int LongestVarbinary = 65_532;

    public static string Name(Client client, ColumnType type) => type.Kind switch
    {
        ColumnKind.TinyInteger => "tinyint" + Unsigned(type),
        ColumnKind.SmallInteger => "smallint" + Unsigned(type),
        ColumnKind.Integer => "int" + Unsigned(type),
        ColumnKind.BigInteger => "bigint" + Unsigned(type),
        ColumnKind.Decimal => $"decimal({type.Precision ?? 10},{type.Scale ?? 0}){Unsigned(type)}",
        ColumnKind.Float => "float" + Unsigned(type),
        ColumnKind.Double => "double" + Unsigned(type),
        ColumnKind.Boolean => "tinyint(1)",
        ColumnKind.Char => $"char({type.Length ?? 1})",
        ColumnKind.String => $"varchar({type.Length ?? 255})",
        ColumnKind.Text => "text",
        ColumnKind.MediumText => "mediumtext",
        ColumnKind.LongText => "longtext",
        ColumnKind.Date => "date",
        ColumnKind.Time => "time" + Digits(type),
        ColumnKind.DateTime => "datetime" + Digits(type),
        ColumnKind.Timestamp => "timestamp" + Digits(type),

        // TIME ends at 838 hours: a span of time is kept as text.
        ColumnKind.Interval => "varchar(64)",
        ColumnKind.Json or ColumnKind.Jsonb => "json",

        // MariaDB has a type for it from 10.7 on only, and MySQL none.
        ColumnKind.Uuid => "char(36)",
        ColumnKind.Binary => type.Length is { } length and <= LongestVarbinary ? $"varbinary({length})" : "longblob",
        ColumnKind.Enum => $"enum({string.Join(',', type.Values.Select(MySqlLiterals.Quoted))})",
        ColumnKind.Geometry => "geometry",
        ColumnKind.Point => "point",
        ColumnKind.Specific => type.Native!,
        _ => throw Refusal.Unsupported(client, $"a column of the kind {type.Kind}", "Use Specific(name, \"type\")."),
    };

    /// <summary>Whether a default must be an expression in parentheses: MySQL takes no plain literal for these types.</summary>
    public static bool NeedsExpression(string typeName) =>
        typeName.Contains("text") || typeName.Contains("blob") || typeName is "json" or "geometry" or "point";

    private static string Digits(ColumnType type) => type.Precision is { } digits ? $"({digits})" : "";

    private static string Unsigned(ColumnType type) => type.Unsigned ? " unsigned" : "";
}
