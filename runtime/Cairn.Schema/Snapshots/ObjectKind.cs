namespace Cairn.Schema.Snapshots;

/// <summary>What an object of a database is. The order is the one in which snapshots list them.</summary>
public enum ObjectKind
{
    /// <summary>The database's own settings: character set, collation, encoding.</summary>
    Database,

    /// <summary>An extension (PostgreSQL).</summary>
    Extension,

    /// <summary>A schema other than the connection's own (PostgreSQL).</summary>
    Schema,

    /// <summary>An enum type (PostgreSQL).</summary>
    Enum,

    /// <summary>A domain (PostgreSQL).</summary>
    Domain,

    /// <summary>A composite type that is no table's (PostgreSQL).</summary>
    CompositeType,

    /// <summary>A sequence that is not a column's identity (PostgreSQL, MariaDB).</summary>
    Sequence,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A primary key.</summary>
    PrimaryKey,

    /// <summary>A unique constraint.</summary>
    Unique,

    /// <summary>A check constraint.</summary>
    Check,

    /// <summary>A foreign key.</summary>
    ForeignKey,

    /// <summary>An exclusion constraint (PostgreSQL).</summary>
    Exclusion,

    /// <summary>An index that is not the work of a constraint.</summary>
    Index,

    /// <summary>A trigger.</summary>
    Trigger,

    /// <summary>A row security policy (PostgreSQL).</summary>
    Policy,

    /// <summary>A rewrite rule (PostgreSQL).</summary>
    Rule,

    /// <summary>Extended statistics (PostgreSQL).</summary>
    Statistics,

    /// <summary>A partition of a table (MySQL, MariaDB; PostgreSQL's are tables).</summary>
    Partition,

    /// <summary>A view.</summary>
    View,

    /// <summary>A materialized view (PostgreSQL).</summary>
    MaterializedView,

    /// <summary>A function, procedure or aggregate. The name has the types of its arguments: <c>total(integer)</c>.</summary>
    Routine,

    /// <summary>A scheduled event (MySQL, MariaDB), or an event trigger (PostgreSQL).</summary>
    Event,
}
