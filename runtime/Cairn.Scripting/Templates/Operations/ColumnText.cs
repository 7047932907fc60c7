using System.Text.RegularExpressions;
using Cairn.Schema.Operations;

namespace Cairn.Scripting.Templates.Operations;

/// <summary>A column as calls of the builder: with a portable type where that has the same name in the database.</summary>
internal static partial class ColumnText
{
    // As PostgreSQL prints them; each is what the builder's own type becomes there.
    private static readonly Dictionary<string, string> Portable = new(StringComparer.Ordinal)
    {
        ["smallint"] = "SmallInteger",
        ["integer"] = "Integer",
        ["bigint"] = "BigInteger",
        ["real"] = "Float",
        ["double precision"] = "Double",
        ["boolean"] = "Boolean",
        ["text"] = "Text",
        ["date"] = "Date",
        ["timestamp without time zone"] = "DateTime",
        ["timestamp with time zone"] = "Timestamp",
        ["interval"] = "Interval",
        ["json"] = "Json",
        ["jsonb"] = "Jsonb",
        ["uuid"] = "Uuid",
        ["bytea"] = "Binary",
    };

    public static string Of(ColumnDefinition column) => Type(column)
        + (column.Collation is null ? "" : $".Collate({CSharpText.Of(column.Collation)})")
        + (column.Generated is null ? "" : $".GeneratedAs({CSharpText.Of(column.Generated.Sql)}, stored: {(column.Generated.Stored ? "true" : "false")})")
        + column.Identity switch { IdentityKind.Always => ".Identity(always: true)", IdentityKind.ByDefault => ".Identity()", _ => "" }
        + (column.Default is ColumnDefault.Raw raw ? $".DefaultRaw({CSharpText.Of(raw.Sql)})" : "")
        + (column.Nullable == false ? ".NotNull()" : "")
        + (column.Comment is null ? "" : $".Comment({CSharpText.Of(column.Comment)})");

    private static string Type(ColumnDefinition column)
    {
        var (name, type) = (CSharpText.Of(column.Name), column.Type.Native!);
        if (Portable.GetValueOrDefault(type) is { } call)
        {
            return $"{call}({name})";
        }

        return Varying().Match(type) is { Success: true } text ? $"String({name}, {text.Groups[1].Value})"
            : Numeric().Match(type) is { Success: true } number ? $"Decimal({name}, {number.Groups[1].Value}, {number.Groups[2].Value})"
            : $"Specific({name}, {CSharpText.Of(type)})";
    }

    [GeneratedRegex(@"^character varying\(([0-9]{1,8})\)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Varying();

    [GeneratedRegex(@"^numeric\(([0-9]{1,4}),([0-9]{1,4})\)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numeric();
}
