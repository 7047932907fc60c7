namespace Cairn.Schema.Operations;

/// <summary>The portable kinds of column; each dialect has a type for each, or refuses it by name.</summary>
public enum ColumnKind
{
    /// <summary>8-bit integer.</summary>
    TinyInteger,

    /// <summary>16-bit integer.</summary>
    SmallInteger,

    /// <summary>32-bit integer.</summary>
    Integer,

    /// <summary>64-bit integer.</summary>
    BigInteger,

    /// <summary>Exact number with precision and scale.</summary>
    Decimal,

    /// <summary>32-bit floating point.</summary>
    Float,

    /// <summary>64-bit floating point.</summary>
    Double,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Text of a fixed length.</summary>
    Char,

    /// <summary>Text up to a length.</summary>
    String,

    /// <summary>Text without a declared length.</summary>
    Text,

    /// <summary>Text of up to 16 MiB where the database tells them apart.</summary>
    MediumText,

    /// <summary>Text of up to 4 GiB where the database tells them apart.</summary>
    LongText,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>Date and time without a time zone.</summary>
    DateTime,

    /// <summary>A moment: date and time with time zone.</summary>
    Timestamp,

    /// <summary>A span of time.</summary>
    Interval,

    /// <summary>JSON as text.</summary>
    Json,

    /// <summary>JSON in the database's binary form, where it has one.</summary>
    Jsonb,

    /// <summary>A UUID.</summary>
    Uuid,

    /// <summary>Bytes, up to a length where one is given.</summary>
    Binary,

    /// <summary>One of a list of strings.</summary>
    Enum,

    /// <summary>Any geometry.</summary>
    Geometry,

    /// <summary>A point.</summary>
    Point,

    /// <summary>A type in the database's own words.</summary>
    Specific,
}

/// <summary>A column's type as the author said it.</summary>
/// <param name="Kind">The portable kind.</param>
public sealed record ColumnType(ColumnKind Kind)
{
    /// <summary>Length in characters or bytes.</summary>
    public int? Length { get; init; }

    /// <summary>Digits in all, of a decimal; fractional digits of a time.</summary>
    public int? Precision { get; init; }

    /// <summary>Digits after the point.</summary>
    public int? Scale { get; init; }

    /// <summary>Whether negative numbers are refused (a type of its own on MySQL and MariaDB, a check elsewhere).</summary>
    public bool Unsigned { get; init; }

    /// <summary>The values of an <see cref="ColumnKind.Enum"/>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The text of a <see cref="ColumnKind.Specific"/> type, or the name of an existing enum type.</summary>
    public string? Native { get; init; }
}
