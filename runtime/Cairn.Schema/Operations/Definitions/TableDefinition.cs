namespace Cairn.Schema.Operations;

/// <summary>A table as the author said it; column-level keys, checks and indexes are already lifted to the table.</summary>
/// <param name="Name">The table's name.</param>
public sealed record TableDefinition(TableName Name)
{
    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<ColumnDefinition> Columns { get; init; } = [];

    /// <summary>The primary key.</summary>
    public PrimaryKeyDefinition? PrimaryKey { get; init; }

    /// <summary>The unique constraints.</summary>
    public IReadOnlyList<UniqueDefinition> Uniques { get; init; } = [];

    /// <summary>The checks.</summary>
    public IReadOnlyList<CheckDefinition> Checks { get; init; } = [];

    /// <summary>The foreign keys.</summary>
    public IReadOnlyList<ForeignKeyDefinition> ForeignKeys { get; init; } = [];

    /// <summary>The indexes.</summary>
    public IReadOnlyList<IndexDefinition> Indexes { get; init; } = [];

    /// <summary>Comment, engine and the like.</summary>
    public TableOptions Options { get; init; } = new();
}

/// <summary>What else can be said of a table.</summary>
public sealed record TableOptions
{
    /// <summary>A comment kept in the database.</summary>
    public string? Comment { get; init; }

    /// <summary>The storage engine (MySQL, MariaDB).</summary>
    public string? Engine { get; init; }

    /// <summary>The character set (MySQL, MariaDB).</summary>
    public string? Charset { get; init; }

    /// <summary>The collation (MySQL, MariaDB).</summary>
    public string? Collation { get; init; }

    /// <summary>The parent table (PostgreSQL).</summary>
    public TableName? Inherits { get; init; }

    /// <summary>The partitioning, as <c>RANGE (created_at)</c> (PostgreSQL).</summary>
    public string? PartitionBy { get; init; }
}
