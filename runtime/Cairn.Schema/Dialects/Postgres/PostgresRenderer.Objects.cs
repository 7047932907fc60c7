using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Postgres;

internal sealed partial class PostgresRenderer
{
    protected override IReadOnlyList<SqlStatement> CreateView(CreateView create)
    {
        var columns = create.Columns.Count == 0 ? "" : $" ({QuoteAll(create.Columns)})";
        if (!create.Materialized)
        {
            return One($"CREATE {(create.OrReplace ? "OR REPLACE " : "")}VIEW {Quote(create.View)}{columns} AS\n{Trim(create.Sql)}");
        }

        var text = new SqlStatement($"CREATE MATERIALIZED VIEW {Quote(create.View)}{columns} AS\n{Trim(create.Sql)}");
        return create.OrReplace ? [new SqlStatement($"DROP MATERIALIZED VIEW IF EXISTS {Quote(create.View)}"), text] : [text];
    }

    protected override IReadOnlyList<SqlStatement> DropView(DropView drop) =>
        One($"DROP {(drop.Materialized ? "MATERIALIZED " : "")}VIEW {IfExists(drop.IfExists)}{Quote(drop.View)}");

    protected override ValueTask<IReadOnlyList<SqlStatement>> RenameViewAsync(RenameView rename, ICatalogue catalogue, CancellationToken cancellationToken) =>
        ValueTask.FromResult(One($"ALTER VIEW {Quote(rename.From)} RENAME TO {Quote(rename.To)}"));

    protected override IReadOnlyList<SqlStatement> CreateTrigger(CreateTrigger create) => PostgresTriggers.Create(dialect, create);

    protected override IReadOnlyList<SqlStatement> DropTrigger(DropTrigger drop) => PostgresTriggers.Drop(dialect, drop);

    protected override IReadOnlyList<SqlStatement> Other(SchemaOperation operation) => One(operation switch
    {
        RefreshMaterializedView refresh => $"REFRESH MATERIALIZED VIEW {(refresh.Concurrently ? "CONCURRENTLY " : "")}{Quote(refresh.View)}",
        CreateSchema create => $"CREATE SCHEMA {IfNotExists(create.IfNotExists)}{Quote(create.Name)}",
        DropSchema drop => $"DROP SCHEMA {IfExists(drop.IfExists)}{Quote(drop.Name)}{Cascade(drop.Cascade)}",
        CreateSequence create => $"CREATE SEQUENCE {Quote(create.Sequence)}{Setting("INCREMENT BY", create.Increment)}{Setting("START WITH", create.Start)}",
        DropSequence drop => $"DROP SEQUENCE {IfExists(drop.IfExists)}{Quote(drop.Sequence)}",
        CreateEnum create => $"CREATE TYPE {Quote(create.Type)} AS ENUM ({string.Join(", ", create.Values.Select(PostgresLiterals.Quoted))})",
        AddEnumValue add => $"ALTER TYPE {Quote(add.Type)} ADD VALUE {PostgresLiterals.Quoted(add.Value)}{Place(add)}",
        DropEnum drop => $"DROP TYPE {IfExists(drop.IfExists)}{Quote(drop.Type)}",
        CreateExtension create => $"CREATE EXTENSION {IfNotExists(create.IfNotExists)}{Quote(create.Name)}",
        DropExtension drop => $"DROP EXTENSION {IfExists(drop.IfExists)}{Quote(drop.Name)}",
        _ => throw Unsupported(operation.Describe(), "Use Raw for this database."),
    });

    private static string Setting(string words, long? value) => value is null ? "" : $" {words} {value}";

    private static string Place(AddEnumValue add) => add switch
    {
        { Before: { } before } => $" BEFORE {PostgresLiterals.Quoted(before)}",
        { After: { } after } => $" AFTER {PostgresLiterals.Quoted(after)}",
        _ => "",
    };
}
