namespace SqlKata.Compilers;

/// <summary>SQL for MySQL and MariaDB.</summary>
public class MySqlCompiler : Compiler
{
    /// <inheritdoc/>
    public override string EngineCode => EngineCodes.MySql;

    internal override int BatchParameters => 65_535;

    private protected override char Quote => '`';

    private protected override string RandomOrder => "RAND()";

    private protected override string OffsetAlone => " LIMIT 18446744073709551615 OFFSET ";

    private protected override string LastId => "SELECT last_insert_id() as Id";

    private protected override bool HasFilter => false;

    private protected override bool TablesAfterInsert => true;

    private protected override bool ChangesTakeClauses => true;

    private protected override string EscapeLiteral(string character) => character == "\\" ? @"'\\'" : base.EscapeLiteral(character);

    private protected override void DatePart(SqlWriter writer, string part, string column, string op, object? value) =>
        writer.Text(part.All(char.IsAsciiLetter)
            ? $"{part.ToUpperInvariant()}({column}) {op} "
            : throw new NotSupportedException($"mysql has no date part '{part}'.")).Value(value);
}
