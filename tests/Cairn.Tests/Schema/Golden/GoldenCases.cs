using Cairn.Schema.Building;

namespace Cairn.Tests.Schema.Golden;

/// <summary>Everything that can be said to the builder, said once.</summary>
public static partial class GoldenCases
{
    private static readonly Client[] OnlyPostgres = [Client.Postgres];
    private static readonly Client[] OnlyMySqls = [Client.MySql, Client.MariaDb];
    private static readonly Client[] NotSqlite = [Client.Postgres, Client.MySql, Client.MariaDb];
    private static readonly Client[] WithSequences = [Client.Postgres, Client.MariaDb];

    public static IReadOnlyList<GoldenCase> All { get; } = [.. Tables, .. Types, .. Columns, .. Keys, .. Indexes, .. Alters, .. AlteredColumns, .. Drops, .. Objects];

    /// <summary>Two tables that many cases build upon.</summary>
    private static void Shop(SchemaBuilder schema)
    {
        schema.CreateTable("customers", table =>
        {
            table.Increments();
            table.String("email", 100).NotNull();
        });
        schema.CreateTable("orders", table =>
        {
            table.Increments();
            table.Integer("customer_id").NotNull();
            table.String("note", 100).NotNull().Default("none");
            table.Integer("quantity").NotNull().Default(1);
            table.Boolean("paid").Default(false);
        });
    }
}
