using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Postgres;

/// <summary>The portable types in PostgreSQL's words, spelled as <c>format_type</c> prints them.</summary>
internal static class PostgresTypes
{
    public static string Name(ColumnType type, Func<TableName, string> quote) => type.Kind switch
    {
        ColumnKind.TinyInteger or ColumnKind.SmallInteger => "smallint",
        ColumnKind.Integer => "integer",
        ColumnKind.BigInteger => "bigint",
        ColumnKind.Decimal => type.Precision is { } precision ? $"numeric({precision},{type.Scale ?? 0})" : "numeric",
        ColumnKind.Float => "real",
        ColumnKind.Double => "double precision",
        ColumnKind.Boolean => "boolean",
        ColumnKind.Char => $"character({type.Length ?? 1})",
        ColumnKind.String => type.Length is { } length ? $"character varying({length})" : "character varying",
        ColumnKind.Text or ColumnKind.MediumText or ColumnKind.LongText => "text",
        ColumnKind.Date => "date",
        ColumnKind.Time => $"time{Digits(type)} without time zone",
        ColumnKind.DateTime => $"timestamp{Digits(type)} without time zone",
        ColumnKind.Timestamp => $"timestamp{Digits(type)} with time zone",
        ColumnKind.Interval => "interval",
        ColumnKind.Json => "json",
        ColumnKind.Jsonb => "jsonb",
        ColumnKind.Uuid => "uuid",
        ColumnKind.Binary => "bytea",
        ColumnKind.Enum => type.Native is { } native ? quote(Split(native)) : "text",
        ColumnKind.Geometry => "geometry",
        ColumnKind.Point => "point",
        ColumnKind.Specific => type.Native!,
        _ => throw Refusal.Unsupported(Client.Postgres, $"a column of the kind {type.Kind}", "Use Specific(name, \"type\")."),
    };

    private static string Digits(ColumnType type) => type.Precision is { } digits ? $"({digits})" : "";

    private static TableName Split(string name)
    {
        var dot = name.IndexOf('.');
        return dot < 0 ? new TableName(name) : new TableName(name[(dot + 1)..], name[..dot]);
    }
}
