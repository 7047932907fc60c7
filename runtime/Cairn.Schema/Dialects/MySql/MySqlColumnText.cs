using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>
/// A column's whole definition. There is no smaller change than MODIFY, which takes everything it does not restate away: so what a change does not
/// mention is restated from what is there.
/// </summary>
internal static partial class MySqlColumnText
{
    /// <summary>The column as it shall be: what was said, and for the rest what is there.</summary>
    public static ColumnModel Merge(Dialect dialect, string typeName, ColumnDefinition said, ColumnModel? current)
    {
        var generated = said.Generated ?? (said.Default is null ? current?.Generated : null);
        var numbered = generated is null && said.Default is null && (said.Identity != IdentityKind.None || current is { Identity: not IdentityKind.None });
        return new ColumnModel(said.Name, typeName, !numbered && (said.Nullable ?? current?.IsNullable ?? true))
        {
            Default = numbered || generated is not null ? null : said.Default is null ? KeptDefault(current, typeName) : DefaultText(dialect, said.Default, said.Type, typeName),
            Identity = numbered ? IdentityKind.ByDefault : IdentityKind.None,
            Generated = generated,
            Collation = said.Collation ?? (IsText(typeName) && IsText(current?.DataType) ? current?.Collation : null),
            Comment = said.Comment ?? current?.Comment,
            Extra = KeptExtra(current, typeName),
        };
    }

    /// <summary>The definition's text.</summary>
    public static string Of(Dialect dialect, ColumnModel column, ColumnPosition? position = null) => string.Join(' ', new[]
    {
        dialect.Quote(column.Name),
        column.DataType,
        column.Collation is null ? null : $"COLLATE {dialect.Quote(column.Collation)}",
        column.Generated is null ? null : $"GENERATED ALWAYS AS ({column.Generated.Sql}) {(column.Generated.Stored ? "STORED" : "VIRTUAL")}",
        NullText(column),
        column.Default is null ? null : $"DEFAULT {column.Default}",
        column.Identity == IdentityKind.None ? null : "AUTO_INCREMENT",
        column.Extra,
        string.IsNullOrEmpty(column.Comment) ? null : $"COMMENT {MySqlLiterals.Quoted(column.Comment)}",
        position switch { null => null, { After: null } => "FIRST", { After: var other } => $"AFTER {dialect.Quote(other)}" },
    }.Where(part => part is not null));

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

    /// <summary>A TIMESTAMP that does not say NULL is NOT NULL with a default on servers of the old mode.</summary>
    private static string? NullText(ColumnModel column) => !column.IsNullable
        ? "NOT NULL"
        : column.DataType.StartsWith("timestamp", StringComparison.Ordinal) && column.Generated is null ? "NULL" : null;

    /// <summary>A default kept over a change to a type that takes no plain literal.</summary>
    private static string? KeptDefault(ColumnModel? current, string typeName) => current?.Default is { } value
        ? MySqlTypes.NeedsExpression(typeName) && value is not ['(', ..] and not "NULL" ? $"({value})" : value
        : null;

    private static string? KeptExtra(ColumnModel? current, string typeName) =>
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
