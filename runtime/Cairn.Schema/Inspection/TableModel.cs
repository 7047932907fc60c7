using Cairn.Schema.Operations;

namespace Cairn.Schema.Inspection;

/// <summary>A table or view as the database describes it.</summary>
/// <param name="Name">Its name as the database spells it.</param>
/// <param name="IsView">Whether it is a view.</param>
public sealed record TableModel(TableName Name, bool IsView)
{
    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<ColumnModel> Columns { get; init; } = [];

    /// <summary>The primary key, or null. The name is empty where the database has none for it.</summary>
    public KeyModel? PrimaryKey { get; init; }

    /// <summary>The unique constraints.</summary>
    public IReadOnlyList<KeyModel> Uniques { get; init; } = [];

    /// <summary>The foreign keys.</summary>
    public IReadOnlyList<ForeignKeyDefinition> ForeignKeys { get; init; } = [];

    /// <summary>The indexes that are not the work of a constraint.</summary>
    public IReadOnlyList<IndexModel> Indexes { get; init; } = [];

    /// <summary>The checks: name and expression as the database prints it.</summary>
    public IReadOnlyList<CheckModel> Checks { get; init; } = [];

    /// <summary>The triggers on it.</summary>
    public IReadOnlyList<TriggerModel> Triggers { get; init; } = [];

    /// <summary>The text of the definition, where the database keeps it (SQLite's tables, all views).</summary>
    public string? Sql { get; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }
}

/// <summary>A column as the database describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DataType">Its type in the database's own words, as <c>character varying(255)</c>.</param>
/// <param name="IsNullable">Whether null is allowed.</param>
public sealed record ColumnModel(string Name, string DataType, bool IsNullable)
{
    /// <summary>The default's text as the database prints it, or null.</summary>
    public string? Default { get; init; }

    /// <summary>How the database numbers it.</summary>
    public IdentityKind Identity { get; init; }

    /// <summary>The expression, of a generated column.</summary>
    public GeneratedExpression? Generated { get; init; }

    /// <summary>The collation where it is not the type's own.</summary>
    public string? Collation { get; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }

    /// <summary>What else a definition must restate (MySQL, MariaDB: <c>on update …</c>, character set).</summary>
    public string? Extra { get; init; }
}

/// <summary>A primary key or unique constraint.</summary>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record KeyModel(string Name, IReadOnlyList<string> Columns);

/// <summary>An index.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsUnique">Whether it is unique.</param>
/// <param name="Columns">Its keys, in order.</param>
public sealed record IndexModel(string Name, bool IsUnique, IReadOnlyList<IndexColumn> Columns)
{
    /// <summary>The condition of a partial index.</summary>
    public string? Where { get; init; }

    /// <summary>The text that creates it, where the database gives one.</summary>
    public string? Sql { get; init; }

    /// <summary>False for an index that a failed concurrent build left behind.</summary>
    public bool IsValid { get; init; } = true;
}

/// <summary>A check constraint.</summary>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Expression">The expression as the database prints it.</param>
public sealed record CheckModel(string Name, string Expression)
{
    /// <summary>False where the database keeps the check and does not hold rows to it (NOT ENFORCED).</summary>
    public bool IsEnforced { get; init; } = true;
}

/// <summary>A trigger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sql">The text that creates it.</param>
public sealed record TriggerModel(string Name, string Sql);
