namespace Cairn.Schema.Snapshots;

/// <summary>The names of the facts that the differ, or more than one database, knows. A database may have others.</summary>
public static class FactNames
{
    /// <summary>A column's type in the database's own words.</summary>
    public const string Type = "type";

    /// <summary>A column's <c>yes</c> or <c>no</c>: always there.</summary>
    public const string Nullable = "nullable";

    /// <summary>A column's default, as the database prints it.</summary>
    public const string Default = "default";

    /// <summary>How a column is numbered: <c>by default</c> or <c>always</c>.</summary>
    public const string Identity = "identity";

    /// <summary>The expression of a generated column.</summary>
    public const string Generated = "generated";

    /// <summary>Whether a generated column is <c>stored</c> or <c>virtual</c>.</summary>
    public const string GeneratedAs = "generated as";

    /// <summary>The collation, where it is not the type's, the table's or the database's own.</summary>
    public const string Collation = "collation";

    /// <summary>The character set.</summary>
    public const string Charset = "charset";

    /// <summary>The comment.</summary>
    public const string Comment = "comment";

    /// <summary>The columns of a key, the keys of an index, a view's columns: a list. An index's key that goes downwards ends in <c> desc</c>; an expression stands in parentheses.</summary>
    public const string Columns = "columns";

    /// <summary>The table that a foreign key refers to.</summary>
    public const string References = "references";

    /// <summary>The columns that a foreign key refers to: a list.</summary>
    public const string ReferencedColumns = "referenced columns";

    /// <summary>What a foreign key does on a delete: <c>cascade</c>; not there for <c>no action</c>.</summary>
    public const string OnDelete = "on delete";

    /// <summary>What a foreign key does on an update.</summary>
    public const string OnUpdate = "on update";

    /// <summary>Whether a constraint is <c>initially immediate</c> or <c>initially deferred</c>; not there where it is not deferrable.</summary>
    public const string Deferrable = "deferrable";

    /// <summary>An index's <c>yes</c>.</summary>
    public const string Unique = "unique";

    /// <summary>The condition of a partial index.</summary>
    public const string Where = "where";

    /// <summary>An index's method, where it is not the usual one.</summary>
    public const string Method = "method";

    /// <summary>The columns that an index carries along: a list.</summary>
    public const string Include = "include";

    /// <summary>What a check checks.</summary>
    public const string Expression = "expression";

    /// <summary>The values of an enum, in order: a list.</summary>
    public const string Values = "values";

    /// <summary>The storage engine.</summary>
    public const string Engine = "engine";

    /// <summary>
    /// The text that creates the object, as the database prints it, or in a canonical form that it also takes. It says all that no other fact says, and is told as a difference only where no
    /// other fact differs.
    /// </summary>
    public const string Definition = "definition";

    /// <summary>
    /// The text with which the object was created, where the database keeps that literally (SQLite). It is what recreates the object, and is never compared: all it says is in other facts,
    /// in a form that does not depend on spaces, quotes and comments.
    /// </summary>
    public const string Text = "text";
}
