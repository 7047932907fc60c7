using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>
/// A column's whole definition. There is no smaller change than MODIFY, which takes everything it does not restate away: so what a change does not
/// mention is restated from the catalogue.
/// </summary>
internal static partial class MySqlColumnText
{
    public static string Of(MySqlRenderer renderer, Dialect dialect, ColumnDefinition column) =>
        Compose(dialect, column, renderer.TypeName(column.Type), current: null);

    /// <summary>The definition as it shall be: what was said, and for the rest what is there.</summary>
    public static string Restated(MySqlRenderer renderer, Dialect dialect, ColumnDefinition column, ColumnModel? current) =>
        Compose(dialect, column, renderer.TypeName(column.Type), current);

    /// <summary>The definition as it is, but for nullability or default.</summary>
    public static string Restated(Dialect dialect, ColumnModel current, string name, bool? nullable, ColumnDefault? value) => Compose(
        dialect,
        new ColumnDefinition(name, new ColumnType(ColumnKind.Specific) { Native = current.DataType }) { Nullable = nullable, Default = value },
        current.DataType,
        current);

    public static string DefaultText(Dialect dialect, ColumnDefault value, ColumnType? type, string typeName)
    {
        switch (value)
        {
            case ColumnDefault.Value { Content: null }:
                return "NULL";
            case ColumnDefault.Value constant:
                var literal = dialect.Literal(constant.Content, type);
                return MySqlTypes.NeedsExpression(typeName) ? $"({literal})" : literal;
            case ColumnDefault.Raw raw:
                return PlainDefault().IsMatch(raw.Sql) ? raw.Sql : $"({raw.Sql})";
            default:
                return Now(typeName);
        }
    }

    private static string Compose(Dialect dialect, ColumnDefinition column, string typeName, ColumnModel? current)
    {
        var generated = column.Generated ?? (column.Default is null ? current?.Generated : null);
        var numbered = generated is null && column.Default is null && (column.Identity != IdentityKind.None || current is { Identity: not IdentityKind.None });
        var nullable = numbered ? false : column.Nullable ?? current?.IsNullable;
        var value = numbered || generated is not null ? null : column.Default is null ? current?.Default : DefaultText(dialect, column.Default, column.Type, typeName);
        var collation = column.Collation ?? (IsText(typeName) && IsText(current?.DataType) ? current?.Collation : null);
        var comment = column.Comment ?? current?.Comment;
        return string.Join(' ', new[]
        {
            dialect.Quote(column.Name),
            typeName,
            collation is null ? null : $"COLLATE {dialect.Quote(collation)}",
            generated is null ? null : $"GENERATED ALWAYS AS ({generated.Sql}) {(generated.Stored ? "STORED" : "VIRTUAL")}",
            NullText(nullable, typeName, generated is not null),
            value is null ? null : $"DEFAULT {value}",
            numbered ? "AUTO_INCREMENT" : null,
            KeepExtra(current, typeName),
            string.IsNullOrEmpty(comment) ? null : $"COMMENT {MySqlLiterals.Quoted(comment)}",
            column.Position switch { null => null, { After: null } => "FIRST", { After: var other } => $"AFTER {dialect.Quote(other)}" },
        }.Where(part => part is not null));
    }

    /// <summary>A TIMESTAMP that does not say NULL is NOT NULL with a default on servers of the old mode.</summary>
    private static string? NullText(bool? nullable, string typeName, bool generated) =>
        nullable == false ? "NOT NULL" : typeName.StartsWith("timestamp", StringComparison.Ordinal) && !generated ? "NULL" : null;

    private static string? KeepExtra(ColumnModel? current, string typeName) =>
        current?.Extra is { } extra && (!extra.StartsWith("on update", StringComparison.OrdinalIgnoreCase) || typeName.StartsWith("timestamp", StringComparison.Ordinal)
            || typeName.StartsWith("datetime", StringComparison.Ordinal)) ? extra : null;

    private static string Now(string typeName)
    {
        var digits = typeName.IndexOf('(') is var open && open >= 0 ? typeName[open..] : "";
        return typeName switch
        {
            _ when typeName.StartsWith("timestamp", StringComparison.Ordinal) || typeName.StartsWith("datetime", StringComparison.Ordinal) => $"CURRENT_TIMESTAMP{digits}",
            "date" => "(CURRENT_DATE)",
            _ when typeName.StartsWith("time", StringComparison.Ordinal) => $"(CURRENT_TIME{digits})",
            _ => "(CURRENT_TIMESTAMP)",
        };
    }

    private static bool IsText(string? typeName) => typeName is not null && (typeName.Contains("char") || typeName.Contains("text") || typeName.StartsWith("enum", StringComparison.Ordinal));

    [GeneratedRegex(@"^(\(.*\)|-?\d+(\.\d+)?|'([^'\\]|''|\\.)*'|NULL|TRUE|FALSE|(CURRENT_TIMESTAMP|NOW|LOCALTIME|LOCALTIMESTAMP)\b.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex PlainDefault();
}
