using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>
/// The declared type of each kind of column. SQLite derives a column's affinity from letters in that name, so the name decides
/// what a value becomes when it is stored:
/// <code>
/// kind                        declared           affinity  why
/// TinyInteger … BigInteger    tinyint … bigint   INTEGER
/// Increments, BigIncrements   integer            INTEGER   AUTOINCREMENT wants exactly this word
/// Decimal(p, s)               decimal(p, s)      NUMERIC   numbers compare and sort as numbers; exact up to 15 digits
/// Float, Double               float, double      REAL
/// Boolean                     boolean            NUMERIC   holds 1 and 0
/// Char, String                char(n), varchar   TEXT      the length is kept for readers; SQLite does not enforce it
/// Text, MediumText, LongText  text               TEXT
/// Date, Time, DateTime, …     date, time, …      NUMERIC   ISO text, which no affinity changes, and which sorts by time
/// Interval                    text               TEXT      "interval" holds the letters INT and would make integers of it
/// Json, Jsonb                 text               TEXT      "json" would be NUMERIC and make 1 of 1.0; a check asks json_valid
/// Uuid                        char(36) NOCASE    TEXT      the driver writes upper case, literals are lower case: both match
/// Binary                      blob               BLOB
/// Enum                        text               TEXT      with a check
/// </code>
/// </summary>
internal static class SqliteTypes
{
    /// <summary>The declared type of every UUID column; its collation is part of it.</summary>
    public const string Uuid = "char(36)";

    /// <summary>The collation of every UUID column.</summary>
    public const string UuidCollation = "NOCASE";

    /// <summary>The declared type.</summary>
    /// <exception cref="CairnException">SQLite has no such type (CAIRN3004).</exception>
    public static string Declare(ColumnType type) => type.Kind switch
    {
        ColumnKind.TinyInteger => "tinyint",
        ColumnKind.SmallInteger => "smallint",
        ColumnKind.Integer => "integer",
        ColumnKind.BigInteger => "bigint",
        ColumnKind.Decimal => type.Precision is null ? "decimal" : $"decimal({type.Precision}, {type.Scale ?? 0})",
        ColumnKind.Float => "float",
        ColumnKind.Double => "double",
        ColumnKind.Boolean => "boolean",
        ColumnKind.Char => $"char({type.Length ?? 1})",
        ColumnKind.String => $"varchar({type.Length ?? 255})",
        ColumnKind.Text or ColumnKind.MediumText or ColumnKind.LongText or ColumnKind.Interval or ColumnKind.Json or ColumnKind.Jsonb => "text",
        ColumnKind.Date => "date",
        ColumnKind.Time => "time",
        ColumnKind.DateTime => "datetime",
        ColumnKind.Timestamp => "timestamp",
        ColumnKind.Uuid => Uuid,
        ColumnKind.Binary => type.Length is null ? "blob" : $"blob({type.Length})",
        ColumnKind.Enum when type.Values.Count > 0 => "text",
        ColumnKind.Enum => throw SqliteRefusal.Unsupported($"enum types (column type {type.Native})", "Give the values: table.Enum(name, values)."),
        ColumnKind.Specific => type.Native ?? "",
        ColumnKind.Geometry or ColumnKind.Point => throw SqliteRefusal.Unsupported(
            $"{type.Kind} type", "Use Text (WKT) or Binary (WKB), or Specific(name, type) with an extension that has it."),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, null),
    };

    /// <summary>Whether values of the kind are whole numbers.</summary>
    public static bool IsInteger(ColumnKind kind) =>
        kind is ColumnKind.TinyInteger or ColumnKind.SmallInteger or ColumnKind.Integer or ColumnKind.BigInteger;

    /// <summary>What a value must be cast to where its column gets another declared type; null where it stays as it is.</summary>
    public static string? CastTarget(string oldType, string newType)
    {
        var (from, to) = (Affinity(oldType), Affinity(newType));
        var isSame = from == to && !(IsTemporal(oldType) && to == "NUMERIC");
        return isSame || to == "BLOB" || IsTemporal(newType) ? null : to;
    }

    // Dates are text in a column of NUMERIC affinity: a cast would make the year of it.
    private static bool IsTemporal(string type) => type.Contains("date", StringComparison.OrdinalIgnoreCase) || type.Contains("time", StringComparison.OrdinalIgnoreCase);

    /// <summary>The affinity of a declared type, by SQLite's rules.</summary>
    public static string Affinity(string type)
    {
        bool Has(string letters) => type.Contains(letters, StringComparison.OrdinalIgnoreCase);
        return Has("INT") ? "INTEGER"
            : Has("CHAR") || Has("CLOB") || Has("TEXT") ? "TEXT"
            : Has("BLOB") || type.Length == 0 ? "BLOB"
            : Has("REAL") || Has("FLOA") || Has("DOUB") ? "REAL"
            : "NUMERIC";
    }
}
