using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Postgres;

/// <summary>What <c>.Alter()</c> of a column becomes: a new type with its USING, the default carried over it, nullability, identity.</summary>
internal static partial class PostgresAlterColumn
{
    private enum Family
    {
        Unknown,
        Text,
        Number,
        Truth,
    }

    public static IReadOnlyList<string> Actions(PostgresRenderer renderer, Dialect dialect, TableName table, AlterColumn change, ColumnModel? current)
    {
        var column = change.Column;
        renderer.RefusePosition(column);
        if (column.Generated is not null)
        {
            throw Refusal.Unsupported(Client.Postgres, $"making {column.Name} of {table} a generated column", "Drop the column and add it again.");
        }

        var name = dialect.Quote(column.Name);
        var type = renderer.TypeName(column.Type);
        var actions = new List<string>();
        var retyped = current is null || change.Using is not null || column.Collation is not null || current.DataType != type;
        var numbered = column.Identity != IdentityKind.None && current?.Identity is null or IdentityKind.None;
        var carried = retyped && column.Default is null && !numbered ? Carried(current, column.Type, type) : null;
        if (current?.Default is not null ? carried is not null || numbered || (retyped && column.Default is not null) : retyped && column.Default is not null)
        {
            actions.Add($"ALTER COLUMN {name} DROP DEFAULT");
        }

        if (retyped)
        {
            var collation = column.Collation is null ? "" : $" COLLATE {dialect.Quote(column.Collation)}";
            actions.Add($"ALTER COLUMN {name} TYPE {type}{collation}{Using(change, current, name, type)}");
        }

        if (column.Nullable is { } nullable)
        {
            actions.Add($"ALTER COLUMN {name} {(nullable ? "DROP" : "SET")} NOT NULL");
        }
        else if (numbered && current?.IsNullable != false)
        {
            actions.Add($"ALTER COLUMN {name} SET NOT NULL");
        }

        var value = column.Default is null ? carried : renderer.DefaultText(column.Default, column.Type);
        if (value is not null)
        {
            actions.Add($"ALTER COLUMN {name} SET DEFAULT {value}");
        }

        if (numbered)
        {
            actions.Add($"ALTER COLUMN {name} ADD {PostgresRenderer.IdentityClause(column.Identity)}");
        }
        else if (column.Identity != IdentityKind.None && current?.Identity != column.Identity)
        {
            actions.Add($"ALTER COLUMN {name} SET GENERATED {(column.Identity == IdentityKind.Always ? "ALWAYS" : "BY DEFAULT")}");
        }

        return actions;
    }

    /// <summary>The column as it is after the change, as far as later changes of the same table need to know.</summary>
    public static ColumnModel Result(PostgresRenderer renderer, ColumnDefinition column, ColumnModel? current)
    {
        var numbered = column.Identity != IdentityKind.None ? column.Identity : current?.Identity ?? IdentityKind.None;
        return new ColumnModel(column.Name, renderer.TypeName(column.Type), numbered == IdentityKind.None && (column.Nullable ?? current?.IsNullable ?? true))
        {
            Default = column.Default is null ? current?.Default : renderer.DefaultText(column.Default, column.Type),
            Identity = numbered,
            Generated = current?.Generated ?? column.Generated,
        };
    }

    /// <summary>A column that the database numbers from now on goes on after the highest number there is.</summary>
    public static SqlStatement NumberOnwards(Dialect dialect, TableName table, string column) => new(
        $"SELECT setval(pg_get_serial_sequence({PostgresLiterals.Quoted(dialect.Quote(table))}, {PostgresLiterals.Quoted(column)}), "
        + $"COALESCE(max({dialect.Quote(column)}), 0) + 1, false) FROM {dialect.Quote(table)}");

    /// <summary>
    /// An explicit cast does what the assignment would refuse (text to integer, say); but to a text type it would cut what is too long in silence,
    /// so there the assignment is left to judge.
    /// </summary>
    private static string Using(AlterColumn change, ColumnModel? current, string name, string type)
    {
        if (change.Using is not null)
        {
            return $" USING {change.Using}";
        }

        return (Of(change.Column.Type), Of(current?.DataType)) switch
        {
            (Family.Text, _) => "",
            (Family.Number, Family.Number) => "",
            (Family.Number, Family.Truth) => $" USING {name}::integer::{type}",
            (Family.Truth, Family.Number) => $" USING {name} <> 0",
            _ => $" USING {name}::{type}",
        };
    }

    /// <summary>The default to set again around a change between families of types, which PostgreSQL does not always convert; null where it does.</summary>
    private static string? Carried(ColumnModel? current, ColumnType type, string typeName)
    {
        var target = Of(type);
        if (current?.Default is not { } old || (target != Family.Unknown && target == Of(current.DataType)))
        {
            return null;
        }

        if (QuotedLiteral().Match(old) is { Success: true } quoted)
        {
            var text = quoted.Groups[1].Value.Replace("''", "'");
            return target == Family.Number && decimal.TryParse(text, out _) ? text : PostgresLiterals.Quoted(text);
        }

        return (target, old) switch
        {
            (Family.Number, "true") => "1",
            (Family.Number, "false") => "0",
            (Family.Truth, "0") => "FALSE",
            (Family.Truth, _) when PlainNumber().IsMatch(old) => "TRUE",
            (Family.Text, _) when PlainNumber().IsMatch(old) || old is "true" or "false" => PostgresLiterals.Quoted(old),
            _ => $"({old})::{typeName}",
        };
    }

    private static Family Of(ColumnType type) =>
        LiteralText.IsText(type) && type.Native is null ? Family.Text
        : LiteralText.IsNumber(type) ? Family.Number
        : type.Kind == ColumnKind.Boolean ? Family.Truth
        : Family.Unknown;

    private static Family Of(string? type) => type switch
    {
        null => Family.Unknown,
        "boolean" => Family.Truth,
        "smallint" or "integer" or "bigint" or "real" or "double precision" => Family.Number,
        _ when type.StartsWith("numeric", StringComparison.Ordinal) => Family.Number,
        _ when type.StartsWith("character", StringComparison.Ordinal) || type == "text" => Family.Text,
        _ => Family.Unknown,
    };

    [GeneratedRegex(@"^'((?:[^']|'')*)'(?:::[\w ]+(?:\(\d+\))?)?$")]
    private static partial Regex QuotedLiteral();

    [GeneratedRegex(@"^-?\d+(?:\.\d+)?$")]
    private static partial Regex PlainNumber();
}
