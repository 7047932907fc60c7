using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>What a constraint is.</summary>
internal enum ConstraintKind
{
    /// <summary>A primary key.</summary>
    PrimaryKey,

    /// <summary>A unique constraint.</summary>
    Unique,

    /// <summary>A check.</summary>
    Check,

    /// <summary>A foreign key.</summary>
    ForeignKey,

    /// <summary>NOT NULL.</summary>
    NotNull,

    /// <summary>NULL, which says nothing.</summary>
    Null,

    /// <summary>A default.</summary>
    Default,

    /// <summary>A collation.</summary>
    Collate,

    /// <summary>A generated column's expression.</summary>
    Generated,

    /// <summary>A name that no constraint follows; SQLite ignores it.</summary>
    Nothing,
}

/// <summary>A constraint of a column or a table, with its name if it has one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, from CONSTRAINT on where it is named.</param>
internal sealed record ConstraintText(ConstraintKind Kind, string Text)
{
    /// <summary>The gap before it.</summary>
    public string Before { get; init; } = "";

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Its columns; a column constraint has its column.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The expression of a check, generated column or default, or the name of a collation.</summary>
    public string Expression { get; init; } = "";

    /// <summary>AUTOINCREMENT of a primary key, STORED of a generated column.</summary>
    public bool Flag { get; init; }

    /// <summary>What a foreign key says; the columns referred to are empty where they are the other table's primary key.</summary>
    public ForeignKeyDefinition? ForeignKey { get; init; }
}
