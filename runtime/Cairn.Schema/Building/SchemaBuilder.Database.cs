using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public sealed partial class SchemaBuilder
{
    /// <summary>Creates a schema (PostgreSQL).</summary>
    /// <param name="name">The schema.</param>
    public SchemaStep CreateSchema(string name) => Record(new CreateSchema(Require.Name(name, "a schema")));

    /// <summary>Creates a schema (PostgreSQL); where it exists, nothing is done.</summary>
    /// <param name="name">The schema.</param>
    public SchemaStep CreateSchemaIfNotExists(string name) => Record(new CreateSchema(Require.Name(name, "a schema"), IfNotExists: true));

    /// <summary>Drops a schema (PostgreSQL).</summary>
    /// <param name="name">The schema.</param>
    /// <param name="cascade">Drops what is in it too.</param>
    public SchemaStep DropSchema(string name, bool cascade = false) => Record(new DropSchema(Require.Name(name, "a schema"), Cascade: cascade));

    /// <summary>Drops a schema (PostgreSQL); where there is none, nothing is done.</summary>
    /// <param name="name">The schema.</param>
    /// <param name="cascade">Drops what is in it too.</param>
    public SchemaStep DropSchemaIfExists(string name, bool cascade = false) => Record(new DropSchema(Require.Name(name, "a schema"), IfExists: true, cascade));

    /// <summary>Creates a sequence (PostgreSQL, MariaDB).</summary>
    /// <param name="name">The sequence.</param>
    /// <param name="start">Its first value; 1 where not said.</param>
    /// <param name="increment">Its step, not 0; 1 where not said.</param>
    public SchemaStep CreateSequence(string name, long? start = null, long? increment = null) => increment == 0
        ? throw Require.Error($"The sequence {name} has the step 0.", "Give another step, or none.")
        : Record(new CreateSequence(scope.Resolve(name, "a sequence")) { Start = start, Increment = increment });

    /// <summary>Drops a sequence (PostgreSQL, MariaDB).</summary>
    /// <param name="name">The sequence.</param>
    public SchemaStep DropSequence(string name) => Record(new DropSequence(scope.Resolve(name, "a sequence")));

    /// <summary>Drops a sequence (PostgreSQL, MariaDB); where there is none, nothing is done.</summary>
    /// <param name="name">The sequence.</param>
    public SchemaStep DropSequenceIfExists(string name) => Record(new DropSequence(scope.Resolve(name, "a sequence"), IfExists: true));

    /// <summary>Creates an enum type (PostgreSQL); columns take it by <c>table.Enum(name, values, type)</c>.</summary>
    /// <param name="name">The type.</param>
    /// <param name="values">Its values, in order.</param>
    public SchemaStep CreateEnum(string name, params IReadOnlyList<string> values) =>
        Record(new CreateEnum(EnumName(name), Require.Values(values, $"the enum type {name}")));

    /// <summary>Changes an enum type (PostgreSQL).</summary>
    /// <param name="name">The type.</param>
    /// <example><code>db.Schema.AlterEnum("order_status").AddValue("refunded", after: "paid");</code></example>
    public EnumBuilder AlterEnum(string name) => new(EnumName(name), Record);

    /// <summary>Drops an enum type (PostgreSQL).</summary>
    /// <param name="name">The type.</param>
    /// <param name="values">Its values, where the drop shall be reversible in a <c>Change</c>.</param>
    public SchemaStep DropEnum(string name, params IReadOnlyList<string> values) => Record(new DropEnum(EnumName(name)) { Values = [.. values] });

    /// <summary>Drops an enum type (PostgreSQL); where there is none, nothing is done.</summary>
    /// <param name="name">The type.</param>
    public SchemaStep DropEnumIfExists(string name) => Record(new DropEnum(EnumName(name), IfExists: true));

    /// <summary>Creates an extension (PostgreSQL); where it exists, nothing is done.</summary>
    /// <param name="name">The extension.</param>
    /// <param name="ifNotExists">False makes an extension that exists an error, and the creation reversible in a <c>Change</c>.</param>
    public SchemaStep CreateExtension(string name, bool ifNotExists = true) => Record(new CreateExtension(Require.Name(name, "an extension"), ifNotExists));

    /// <summary>Drops an extension (PostgreSQL).</summary>
    /// <param name="name">The extension.</param>
    public SchemaStep DropExtension(string name) => Record(new DropExtension(Require.Name(name, "an extension")));

    /// <summary>Drops an extension (PostgreSQL); where there is none, nothing is done.</summary>
    /// <param name="name">The extension.</param>
    public SchemaStep DropExtensionIfExists(string name) => Record(new DropExtension(Require.Name(name, "an extension"), IfExists: true));

    /// <summary>Creates a trigger that runs for each row.</summary>
    /// <param name="name">The trigger.</param>
    /// <param name="table">The table it is on.</param>
    /// <param name="timing">When it runs: <c>AFTER INSERT</c>, <c>BEFORE UPDATE OF total</c> …</param>
    /// <param name="body">
    /// What it does. SQLite, MySQL, MariaDB: the statements between BEGIN and END. PostgreSQL: the same, or a whole PL/pgSQL block, for a function
    /// <c>&lt;trigger&gt;_fn</c> that is made for it (a missing RETURN is added); or <c>EXECUTE FUNCTION f()</c>.
    /// </param>
    /// <param name="when">The condition (SQLite, PostgreSQL).</param>
    public SchemaStep CreateTrigger(string name, string table, string timing, string body, string? when = null)
    {
        Require.Name(name, "a trigger");
        var owner = Table(table);
        return Record(new CreateTrigger(new TableName(name, owner.Schema), owner, Require.Sql(timing, $"the timing of {name}"), Require.Sql(body, $"the trigger {name}"))
        {
            When = when,
        });
    }

    /// <summary>Drops a trigger, and on PostgreSQL the function that <see cref="CreateTrigger"/> made for it.</summary>
    /// <param name="name">The trigger.</param>
    /// <param name="table">The table it is on.</param>
    public SchemaStep DropTrigger(string name, string table) => Record(TriggerDrop(name, table, ifExists: false));

    /// <summary>Drops a trigger; where there is none, nothing is done.</summary>
    /// <param name="name">The trigger.</param>
    /// <param name="table">The table it is on.</param>
    public SchemaStep DropTriggerIfExists(string name, string table) => Record(TriggerDrop(name, table, ifExists: true));

    private DropTrigger TriggerDrop(string name, string table, bool ifExists)
    {
        Require.Name(name, "a trigger");
        var owner = Table(table);
        return new DropTrigger(new TableName(name, owner.Schema), owner, ifExists);
    }

    private TableName EnumName(string name) => scope.Resolve(name, "an enum type");
}
