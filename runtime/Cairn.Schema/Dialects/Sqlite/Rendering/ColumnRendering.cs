using System.Text;
using System.Text.Json;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>Columns as text.</summary>
internal static class ColumnRendering
{
    /// <summary>A column of a new table or of ADD COLUMN.</summary>
    /// <param name="table">The table's name, for the name of the check.</param>
    /// <param name="column">The column; its expressions are in the names of the table's text.</param>
    /// <param name="checkName">The column's name for the name of the check, where it is not the column's own.</param>
    public static string Render(string table, ColumnDefinition column, string? checkName = null)
    {
        Validate(column);
        var text = new StringBuilder(SqliteNames.Quote(column.Name)).Append(' ').Append(DeclaredType(column));
        if (column.Nullable == false)
        {
            text.Append(" NOT NULL");
        }

        if (column.Default is not null)
        {
            text.Append(' ').Append(Default(column.Default, column.Type));
        }

        if (Collation(column) is { } collation)
        {
            text.Append(" COLLATE ").Append(SqliteNames.Quote(collation));
        }

        if (column.Generated is { } generated)
        {
            text.Append(' ').Append(Generated(generated));
        }

        return text.Append(Check(table, column, checkName) is { } check ? $" {check}" : "").ToString();
    }

    /// <summary>Refuses what is said of the column and SQLite has not.</summary>
    public static void Validate(ColumnDefinition column)
    {
        if (column.Position is not null)
        {
            throw SqliteRefusal.Unsupported($"positions of columns (First or After of column {column.Name})", "Leave First and After to MySQL and MariaDB.");
        }

        if (column.Identity != IdentityKind.None && !SqliteTypes.IsInteger(column.Type.Kind))
        {
            throw SqliteRefusal.Unsupported($"numbering of {column.Type.Kind} columns (column {column.Name})", "Use Increments or BigIncrements.");
        }
    }

    /// <summary>The declared type; a numbered column's must be exactly <c>integer</c>.</summary>
    public static string DeclaredType(ColumnDefinition column) =>
        column.Identity == IdentityKind.None ? SqliteTypes.Declare(column.Type) : "integer";

    /// <summary>The collation that the author or the type asks for.</summary>
    public static string? Collation(ColumnDefinition column) =>
        column.Collation ?? (column.Type.Kind == ColumnKind.Uuid ? SqliteTypes.UuidCollation : null);

    /// <summary>A default with its keyword.</summary>
    public static string Default(ColumnDefault value, ColumnType type) => value switch
    {
        ColumnDefault.Now => type.Kind switch
        {
            ColumnKind.Date => "DEFAULT CURRENT_DATE",
            ColumnKind.Time => "DEFAULT CURRENT_TIME",
            _ => "DEFAULT CURRENT_TIMESTAMP",
        },
        ColumnDefault.Raw raw => $"DEFAULT ({raw.Sql})",
        ColumnDefault.Value { Content: var content } when SqliteLiterals.Render(content, type) is var literal =>
            literal.StartsWith("CAST", StringComparison.Ordinal) ? $"DEFAULT ({literal})" : $"DEFAULT {literal}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>A generated column's expression with its keywords.</summary>
    public static string Generated(GeneratedExpression generated) =>
        $"GENERATED ALWAYS AS ({generated.Sql}) {(generated.Stored ? "STORED" : "VIRTUAL")}";

    /// <summary>The check that stands for a type which SQLite has not: enum, unsigned, JSON (for which null is invalid in this version); or null.</summary>
    public static string? Check(string table, ColumnDefinition column, string? checkName = null)
    {
        var quoted = SqliteNames.Quote(column.Name);
        var rule = column.Type switch
        {
            { Kind: ColumnKind.Enum } => $"{quoted} IN ({string.Join(", ", column.Type.Values.Select(value => SqliteLiterals.Render(value, null)))})",
            { Kind: ColumnKind.Json or ColumnKind.Jsonb } => $"{quoted} IS NULL OR json_valid({quoted})",
            { Unsigned: true } when column.Identity == IdentityKind.None => $"{quoted} >= 0",
            _ => null,
        };
        return rule is null ? null : $"CONSTRAINT {SqliteNames.Quote(SqliteNames.Check(table, checkName ?? column.Name))} CHECK ({rule})";
    }

    /// <summary>Whether the default satisfies the check of <see cref="Check"/>: ADD COLUMN does not look at that itself.</summary>
    public static bool DefaultPassesCheck(ColumnDefinition column)
    {
        var value = (column.Default as ColumnDefault.Value)?.Content;
        if (value is null || (column.Type.Kind is not (ColumnKind.Enum or ColumnKind.Json or ColumnKind.Jsonb) && !column.Type.Unsigned))
        {
            return true;
        }

        return column.Type.Kind switch
        {
            ColumnKind.Enum => column.Type.Values.Contains(value.ToString()!, StringComparer.Ordinal),
            ColumnKind.Json or ColumnKind.Jsonb => value is not string text || IsJson(text),
            _ => value is IFormattable number && !number.ToString(null, System.Globalization.CultureInfo.InvariantCulture).StartsWith('-'),
        };
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
