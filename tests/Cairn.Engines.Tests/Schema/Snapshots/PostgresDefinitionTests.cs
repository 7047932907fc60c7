using Cairn.Engines.Tests.Servers;
using Cairn.Schema.Snapshots;

namespace Cairn.Engines.Tests.Schema.Snapshots;

/// <summary>The fact <c>definition</c> is SQL that makes the object again, exactly.</summary>
public sealed class PostgresDefinitionTests(EngineServers servers)
{
    public static TheoryData<ObjectKind, string, string?, string> Objects => new()
    {
        { ObjectKind.Extension, "citext", null, "ALTER TABLE customers DROP email; DROP EXTENSION citext" },
        { ObjectKind.Schema, "other", null, "DROP SCHEMA other CASCADE" },
        { ObjectKind.Enum, "size", null, "DROP TYPE size" },
        { ObjectKind.Domain, "price", null, "DROP DOMAIN price CASCADE" },
        { ObjectKind.CompositeType, "address", null, "DROP TYPE address CASCADE" },
        { ObjectKind.CompositeType, "span", null, "DROP TYPE span" },
        { ObjectKind.Sequence, "numbers", null, "DROP SEQUENCE numbers" },
        { ObjectKind.PrimaryKey, "customers_pkey", "customers", "ALTER TABLE customers DROP CONSTRAINT customers_pkey CASCADE" },
        { ObjectKind.Unique, "orders_code", "orders", "ALTER TABLE orders DROP CONSTRAINT orders_code" },
        { ObjectKind.Check, "orders_quantity", "orders", "ALTER TABLE orders DROP CONSTRAINT orders_quantity" },
        { ObjectKind.ForeignKey, "orders_customer", "orders", "ALTER TABLE orders DROP CONSTRAINT orders_customer" },
        { ObjectKind.ForeignKey, "extras_order_id_fkey", "other.extras", "ALTER TABLE other.extras DROP CONSTRAINT extras_order_id_fkey" },
        { ObjectKind.Exclusion, "orders_apart", "orders", "ALTER TABLE orders DROP CONSTRAINT orders_apart" },
        { ObjectKind.Index, "orders_mixed_index", "orders", "DROP INDEX orders_mixed_index" },
        { ObjectKind.Index, "orders_pattern_index", "orders", "DROP INDEX orders_pattern_index" },
        { ObjectKind.Trigger, "orders_stamp", "orders", "DROP TRIGGER orders_stamp ON orders" },
        { ObjectKind.Policy, "orders_own", "orders", "DROP POLICY orders_own ON orders" },
        { ObjectKind.Rule, "orders_quiet", "customers", "DROP RULE orders_quiet ON customers" },
        { ObjectKind.Statistics, "orders_statistics", "orders", "DROP STATISTICS orders_statistics" },
        { ObjectKind.View, "busy", null, "DROP VIEW busy" },
        { ObjectKind.MaterializedView, "totals", null, "DROP MATERIALIZED VIEW totals" },
        { ObjectKind.Routine, "half(integer)", null, "DROP FUNCTION half" },
        { ObjectKind.Routine, "tidy(integer)", null, "DROP PROCEDURE tidy" },
        { ObjectKind.Routine, "largest(integer)", null, "DROP AGGREGATE largest(integer)" },
        { ObjectKind.Routine, "middle(double precision, integer)", null, "DROP AGGREGATE middle(double precision ORDER BY integer)" },
        { ObjectKind.Event, "announce", null, "DROP EVENT TRIGGER announce" },
    };

    [Theory, MemberData(nameof(Objects))]
    public async Task A_definition_makes_the_object_again(ObjectKind kind, string name, string? parent, string drop)
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database);
        var before = Find(await schema.ReadAsync(), kind, name, parent);
        Assert.NotNull(before);
        await schema.ExecuteAsync(drop);
        Assert.Null(Find(await schema.ReadAsync(), kind, name, parent));
        await schema.ExecuteAsync(before[FactNames.Definition]!);
        var after = Find(await schema.ReadAsync(), kind, name, parent);
        Assert.NotNull(after);
        Assert.Equal(before.Facts.Where(OfDefinition), after.Facts.Where(OfDefinition));
    }

    /// <summary>A comment has a statement of its own.</summary>
    private static bool OfDefinition(Fact fact) => fact.Name != FactNames.Comment;

    private static SnapshotObject? Find(SchemaSnapshot snapshot, ObjectKind kind, string name, string? parent) => parent is null
        ? snapshot.Find(kind, name)
        : snapshot.Find(ObjectKind.Table, parent)?.Of(kind).SingleOrDefault(child => child.Name == name);
}
