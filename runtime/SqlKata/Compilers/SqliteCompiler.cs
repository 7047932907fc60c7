namespace SqlKata.Compilers;

/// <summary>SQL for SQLite.</summary>
public class SqliteCompiler : Compiler
{
    /// <inheritdoc/>
    public override string EngineCode => EngineCodes.Sqlite;

    // It takes 32,766, but looks each of them up by name one after the other: the time grows with the square.
    internal override int BatchParameters => 2_000;

    private protected override string OffsetAlone => " LIMIT -1 OFFSET ";

    private protected override string LastId => "select last_insert_rowid() as id";

    private protected override string BooleanLiteral(bool value) => value ? "1" : "0";

    private protected override void DatePart(SqlWriter writer, string part, string column, string op, object? value)
    {
        // strftime gives text with leading zeros, which no number and no '1' ever equals.
        var (format, type) = part switch
        {
            "date" => ("%Y-%m-%d", "text"),
            "time" => ("%H:%M:%S", "text"),
            "year" => ("%Y", "integer"),
            "month" => ("%m", "integer"),
            "day" => ("%d", "integer"),
            "hour" => ("%H", "integer"),
            "minute" => ("%M", "integer"),
            "second" => ("%S", "integer"),
            _ => throw new NotSupportedException($"sqlite has no date part '{part}'."),
        };
        var left = $"strftime('{format}', {column})";
        writer.Text($"{(type == "text" ? left : $"cast({left} as integer)")} {op} cast(").Value(value).Text($" as {type})");
    }
}
