namespace SqlKata.Compilers;

/// <summary>SQL for PostgreSQL.</summary>
public class PostgresCompiler : Compiler
{
    /// <inheritdoc/>
    public override string EngineCode => EngineCodes.PostgreSql;

    internal override int BatchParameters => 65_535;

    private protected override bool HasInsensitiveLike => true;

    private protected override string LastId => "SELECT lastval() AS id";

    private protected override void DatePart(SqlWriter writer, string part, string column, string op, object? value)
    {
        // A string arrives as text, and the server compares no text with a date or a number.
        var (left, type) = part switch
        {
            "date" or "time" => ($"{column}::{part}", part),
            _ when part.All(char.IsAsciiLetter) => ($"DATE_PART('{part.ToUpperInvariant()}', {column})", "double precision"),
            _ => throw new NotSupportedException($"postgres has no date part '{part}'."),
        };
        writer.Text($"{left} {op} ").Value(value).Text(value is string ? $"::{type}" : string.Empty);
    }
}
