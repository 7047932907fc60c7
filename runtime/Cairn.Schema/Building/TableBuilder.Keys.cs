using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public partial class TableBuilder
{
    /// <summary>The primary key, named <c>&lt;table&gt;_pkey</c> unless <c>.Name(…)</c> says otherwise.</summary>
    /// <param name="columns">Its columns, in order.</param>
    public PrimaryKeyBuilder Primary(params IReadOnlyList<string> columns)
    {
        var key = new PrimaryKeyBuilder(table, Require.Columns(columns, "the primary key"));
        parts.Add(key.Finish);
        return key;
    }

    /// <summary>
    /// A unique constraint, named <c>&lt;table&gt;_&lt;columns&gt;_unique</c> unless <c>.Name(…)</c> says otherwise; with a condition, an expression or an
    /// order, which constraints do not have, a unique index.
    /// </summary>
    /// <param name="columns">Its columns, in order.</param>
    public IndexBuilder Unique(params IReadOnlyList<string> columns) => NewIndex(columns, unique: true);

    /// <summary>An index, named <c>&lt;table&gt;_&lt;columns&gt;_index</c> unless <c>.Name(…)</c> says otherwise.</summary>
    /// <param name="columns">Its columns, in order; may be left out where <c>.Expression(…)</c> or <c>.Column(…)</c> follows.</param>
    /// <example><code>table.Index("tenant_id", "created_at").Descending("created_at").Where("deleted_at IS NULL");</code></example>
    public IndexBuilder Index(params IReadOnlyList<string> columns) => NewIndex(columns, unique: false);

    /// <summary>A foreign key, named <c>&lt;table&gt;_&lt;columns&gt;_foreign</c> unless <c>.Name(…)</c> says otherwise; <c>.References(…)</c> must follow.</summary>
    /// <param name="columns">The referring columns, in order.</param>
    public ForeignKeyBuilder Foreign(params IReadOnlyList<string> columns)
    {
        var key = new ForeignKeyBuilder(table, scope, Require.Columns(columns, "a foreign key"));
        parts.Add(key.Finish);
        return key;
    }

    /// <summary>A check constraint.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sql">What must hold, in the database's own words.</param>
    public TableBuilder Check(string name, string sql)
    {
        Add(new AddCheck(new CheckDefinition(Require.Name(name, "a check"), new CheckRule.Sql(Require.Sql(sql, $"the check {name}")))));
        return this;
    }

    /// <summary>The table's comment; an empty one takes it away.</summary>
    /// <param name="text">The comment.</param>
    public TableBuilder Comment(string text) => SetOptions(current => current with { Comment = text });

    /// <summary>The storage engine (MySQL, MariaDB).</summary>
    /// <param name="name">The engine, as <c>InnoDB</c>.</param>
    public TableBuilder Engine(string name) => SetOptions(current => current with { Engine = Require.Word(name, "the engine") });

    /// <summary>The character set (MySQL, MariaDB).</summary>
    /// <param name="name">The character set, as <c>utf8mb4</c>.</param>
    public TableBuilder Charset(string name) => SetOptions(current => current with { Charset = Require.Word(name, "the character set") });

    /// <summary>The collation (MySQL, MariaDB).</summary>
    /// <param name="name">The collation, as <c>utf8mb4_bin</c>.</param>
    public TableBuilder Collate(string name) => SetOptions(current => current with { Collation = Require.Word(name, "the collation") });

    /// <summary>The parent table (PostgreSQL), whose columns it has too.</summary>
    /// <param name="parent">The parent.</param>
    public TableBuilder Inherits(string parent) => Altering
        ? throw Require.Error($"Inherits(\"{parent}\") is for new tables.", "Use Raw(\"ALTER TABLE … INHERIT …\").")
        : SetOptions(current => current with { Inherits = scope.Resolve(parent, "a table") });

    /// <summary>The partitioning (PostgreSQL); the partitions are made with <c>Raw</c>.</summary>
    /// <param name="sql">Kind and key, as <c>RANGE (created_at)</c>.</param>
    public TableBuilder PartitionBy(string sql) => Altering
        ? throw Require.Error("PartitionBy is for new tables.", "A table cannot become a partitioned one: create a new table and move the rows.")
        : SetOptions(current => current with { PartitionBy = Require.Sql(sql, "the partitioning") });

    private IndexBuilder NewIndex(IReadOnlyList<string> columns, bool unique)
    {
        var index = new IndexBuilder(table, columns is { Count: 0 } ? [] : Require.Columns(columns, "an index"), unique);
        parts.Add(index.Finish);
        return index;
    }
}
