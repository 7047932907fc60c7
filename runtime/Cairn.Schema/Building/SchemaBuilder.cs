using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>
/// The schema builder: portable changes, recorded in their written order. Each call returns a step: awaiting it runs the queue up to there,
/// not awaiting it loses nothing.
/// </summary>
/// <remarks>
/// Names are taken as they are written, quoted, with one exception: <c>"audit.log"</c> is the table <c>log</c> in the schema <c>audit</c>, as in Knex
/// and in <c>db.Query</c>. Inside <see cref="InSchema"/> a dot is part of the name. Names of columns, keys and indexes never have a schema.
/// </remarks>
public sealed partial class SchemaBuilder
{
    private readonly ISchemaRecorder recorder;
    private readonly NameScope scope;

    /// <summary>A builder that records into a queue.</summary>
    /// <param name="recorder">Where the operations go.</param>
    public SchemaBuilder(ISchemaRecorder recorder)
        : this(recorder, new NameScope(null))
    {
    }

    private SchemaBuilder(ISchemaRecorder recorder, NameScope scope)
    {
        this.recorder = recorder;
        this.scope = scope;
    }

    /// <summary>A builder whose names belong to the given schema (PostgreSQL), or database (MySQL, MariaDB).</summary>
    /// <param name="schema">The schema.</param>
    /// <example><code>db.Schema.InSchema("audit").CreateTable("log", table => table.Increments());</code></example>
    public SchemaBuilder InSchema(string schema) => new(recorder, new NameScope(Require.Name(schema, "a schema")));

    /// <summary>A statement in the database's own words, in its place among the other changes.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its parameters: an object's properties, or a dictionary.</param>
    /// <returns>A step; <c>.Reverse("…")</c> says how it is undone.</returns>
    public SchemaStep Raw(string sql, object? parameters = null) =>
        Record(new RawSql(Require.Sql(sql, "a raw statement")) { Parameters = parameters });

    private SchemaStep Record(SchemaOperation operation) => new(recorder, recorder.Add(operation));
}
