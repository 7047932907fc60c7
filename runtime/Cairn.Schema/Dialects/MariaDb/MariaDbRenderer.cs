using Cairn.Schema.Dialects.MySql;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MariaDb;

/// <summary>Where MariaDB's words differ from MySQL's: sequences, no indexes over expressions, defaults that go back to null.</summary>
/// <param name="dialect">MariaDB's dialect.</param>
internal sealed class MariaDbRenderer(MariaDbDialect dialect) : MySqlRenderer(dialect)
{
    public override bool RenamesInChecks => true;

    public override string DropDefault(string column, ColumnModel? current) => $"ALTER COLUMN {Quote(column)} DROP DEFAULT";

    protected override string ExpressionKey(IndexDefinition index, IndexColumn key) =>
        throw Unsupported($"the index {index.Name} over the expression {key.Name}", "Add a generated column with the expression, and index that.");

    protected override IReadOnlyList<SqlStatement> Other(SchemaOperation operation) => operation switch
    {
        CreateSequence create => One($"CREATE SEQUENCE {Quote(create.Sequence)}{Setting("START WITH", create.Start)}{Setting("INCREMENT BY", create.Increment)}"),
        DropSequence drop => One($"DROP SEQUENCE {IfExists(drop.IfExists)}{Quote(drop.Sequence)}"),
        _ => base.Other(operation),
    };

    private static string Setting(string words, long? value) => value is null ? "" : $" {words} {value}";
}
