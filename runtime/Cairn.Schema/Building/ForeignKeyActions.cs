namespace Cairn.Schema.Building;

/// <summary>Reads what a foreign key does from SQL's words.</summary>
internal static class ForeignKeyActions
{
    public static ForeignKeyAction Parse(string? text)
    {
        var words = (text ?? "").Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).ToUpperInvariant() switch
        {
            "NO ACTION" => ForeignKeyAction.NoAction,
            "RESTRICT" => ForeignKeyAction.Restrict,
            "CASCADE" => ForeignKeyAction.Cascade,
            "SET NULL" => ForeignKeyAction.SetNull,
            "SET DEFAULT" => ForeignKeyAction.SetDefault,
            _ => throw Require.Error($"\"{text}\" is no foreign key action.", "Use NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT."),
        };
    }
}
