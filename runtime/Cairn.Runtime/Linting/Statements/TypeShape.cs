using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Statements;

/// <summary>What values a type holds, as far as another type may hold less.</summary>
internal enum TypeFamily
{
    Integer,
    Decimal,
    Float,
    Text,
    Date,
    Time,
    Moment,
    Boolean,
    Json,
    Uuid,
    Binary,
    Other,
}

/// <summary>A type, comparable with another.</summary>
/// <param name="Family">What kind of values.</param>
/// <param name="Size">Bytes of an integer or float, digits of a decimal, letters of a text; null for no limit.</param>
/// <param name="Scale">Digits after the point.</param>
internal sealed partial record TypeShape(TypeFamily Family, long? Size = null, int Scale = 0)
{
    /// <summary>The shape of a type as a script says it; null where nothing can be told.</summary>
    public static TypeShape? Of(ColumnType type) => type.Kind switch
    {
        ColumnKind.TinyInteger => new(TypeFamily.Integer, 1),
        ColumnKind.SmallInteger => new(TypeFamily.Integer, 2),
        ColumnKind.Integer => new(TypeFamily.Integer, 4),
        ColumnKind.BigInteger => new(TypeFamily.Integer, 8),
        ColumnKind.Decimal => new(TypeFamily.Decimal, type.Precision, type.Scale ?? 0),
        ColumnKind.Float => new(TypeFamily.Float, 4),
        ColumnKind.Double => new(TypeFamily.Float, 8),
        ColumnKind.Boolean => new(TypeFamily.Boolean),
        ColumnKind.Char or ColumnKind.String => new(TypeFamily.Text, type.Length ?? 255),
        ColumnKind.Text or ColumnKind.MediumText or ColumnKind.LongText => new(TypeFamily.Text),
        ColumnKind.Date => new(TypeFamily.Date),
        ColumnKind.Time => new(TypeFamily.Time),
        ColumnKind.DateTime or ColumnKind.Timestamp => new(TypeFamily.Moment),
        ColumnKind.Json or ColumnKind.Jsonb => new(TypeFamily.Json),
        ColumnKind.Uuid => new(TypeFamily.Uuid),
        ColumnKind.Binary => new(TypeFamily.Binary, type.Length),
        ColumnKind.Specific when type.Native is { } native => Of(native),
        _ => null,
    };

    /// <summary>The shape of a type in a database's own words; null where nothing can be told.</summary>
    public static TypeShape? Of(string native)
    {
        var match = Parts().Match(native.Trim());
        if (!match.Success)
        {
            return null;
        }

        long? first = match.Groups["first"].Success ? long.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture) : null;
        var scale = match.Groups["second"].Success ? int.Parse(match.Groups["second"].Value, CultureInfo.InvariantCulture) : 0;
        return match.Groups["name"].Value.Trim().ToUpperInvariant() switch
        {
            "TINYINT" when first == 1 => new(TypeFamily.Boolean),
            "TINYINT" => new(TypeFamily.Integer, 1),
            "SMALLINT" or "INT2" or "SMALLSERIAL" => new(TypeFamily.Integer, 2),
            "MEDIUMINT" => new(TypeFamily.Integer, 3),
            "INT" or "INTEGER" or "INT4" or "SERIAL" => new(TypeFamily.Integer, 4),
            "BIGINT" or "INT8" or "BIGSERIAL" => new(TypeFamily.Integer, 8),
            "DECIMAL" or "NUMERIC" => new(TypeFamily.Decimal, first, scale),
            "REAL" or "FLOAT4" or "FLOAT" => new(TypeFamily.Float, 4),
            "DOUBLE" or "DOUBLE PRECISION" or "FLOAT8" => new(TypeFamily.Float, 8),
            "BOOLEAN" or "BOOL" => new(TypeFamily.Boolean),
            "CHARACTER VARYING" or "VARCHAR" or "CHARACTER" or "CHAR" or "NVARCHAR" or "BPCHAR" => new(TypeFamily.Text, first),
            "TEXT" or "MEDIUMTEXT" or "LONGTEXT" or "CITEXT" or "CLOB" => new(TypeFamily.Text),
            "TINYTEXT" => new(TypeFamily.Text, 255),
            "DATE" => new(TypeFamily.Date),
            "TIME" or "TIME WITHOUT TIME ZONE" or "TIME WITH TIME ZONE" => new(TypeFamily.Time),
            "DATETIME" or "TIMESTAMP" or "TIMESTAMPTZ" or "TIMESTAMP WITHOUT TIME ZONE" or "TIMESTAMP WITH TIME ZONE" => new(TypeFamily.Moment),
            "JSON" or "JSONB" => new(TypeFamily.Json),
            "UUID" => new(TypeFamily.Uuid),
            "BYTEA" or "BLOB" or "LONGBLOB" or "MEDIUMBLOB" => new(TypeFamily.Binary),
            "BINARY" or "VARBINARY" => new(TypeFamily.Binary, first),
            _ => null,
        };
    }

    /// <summary>Whether values of this type may be too large or too long for another of the same family.</summary>
    public bool IsWiderThan(TypeShape other) => Family == other.Family && (Family == TypeFamily.Decimal
        ? (other.Size is { } digits && (Size is not { } mine || mine - Scale > digits - other.Scale)) || Scale > other.Scale
        : other.Size is { } limit && (Size is null || Size > limit));

    /// <summary>Whether a change to another family loses some values, or fails at them. To text none is lost.</summary>
    public bool LosesAs(TypeShape other) => Family != other.Family && other.Family != TypeFamily.Text && (Family, other.Family) is not (
        (TypeFamily.Integer, TypeFamily.Decimal or TypeFamily.Float) or (TypeFamily.Boolean, TypeFamily.Integer or TypeFamily.Decimal)
        or (TypeFamily.Date, TypeFamily.Moment) or (TypeFamily.Uuid, TypeFamily.Binary));

    [GeneratedRegex(@"\A(?<name>[A-Za-z0-9]+( [A-Za-z]+)*?)\s*(\((?<first>\d+)\s*(,\s*(?<second>\d+)\s*)?\))?(?<rest>( (unsigned|with(out)? time zone|zerofill))*)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Parts();
}
