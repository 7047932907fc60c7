namespace Cairn.Schema.Dialects.MySql.Snapshots;

/// <summary>The names of the facts that only MySQL and MariaDB have.</summary>
internal static class MySqlFacts
{
    /// <summary>A column's <c>yes</c>: it has no default, not even NULL, although it may be null (MySQL, after DROP DEFAULT).</summary>
    public const string NoDefault = "no default";

    /// <summary>The check in a column's own definition, without a name (MariaDB).</summary>
    public const string Check = "check";

    /// <summary>A column's or index's <c>yes</c>.</summary>
    public const string Invisible = "invisible";

    /// <summary>An index's <c>yes</c> (MariaDB).</summary>
    public const string Ignored = "ignored";

    /// <summary>The number of a geometry's reference system (MySQL).</summary>
    public const string Srid = "srid";

    /// <summary>A table's <c>yes</c>; a column's <c>no</c> (MariaDB).</summary>
    public const string SystemVersioning = "system versioning";

    /// <summary>A table's periods with their columns (MariaDB).</summary>
    public const string Periods = "periods";

    /// <summary>A table's declared format of rows.</summary>
    public const string RowFormat = "row format";

    /// <summary>A table's further options, as they are written in its definition.</summary>
    public const string Options = "options";

    /// <summary>How a table is partitioned, without the partitions.</summary>
    public const string PartitionBy = "partition by";

    /// <summary>A full-text index's parser.</summary>
    public const string Parser = "parser";

    /// <summary>A check's <c>no</c> (MySQL).</summary>
    public const string Enforced = "enforced";

    /// <summary>A trigger's <c>before</c> or <c>after</c>.</summary>
    public const string Timing = "timing";

    /// <summary>A trigger's <c>insert</c>, <c>update</c> or <c>delete</c>.</summary>
    public const string Event = "event";

    /// <summary>The trigger of the same timing and event that runs right before.</summary>
    public const string Follows = "follows";

    /// <summary>The SQL mode under which a body runs; to be set before it is created again.</summary>
    public const string SqlMode = "sql mode";

    /// <summary>The account that a body runs as, where it is another one than the reader's.</summary>
    public const string Definer = "definer";

    /// <summary>The <c>invoker</c> as whom a view or routine runs.</summary>
    public const string Security = "security";

    /// <summary>A view's algorithm, where one is declared.</summary>
    public const string Algorithm = "algorithm";

    /// <summary>A view's check option: <c>local</c> or <c>cascaded</c>.</summary>
    public const string CheckOption = "check option";

    /// <summary>A routine's <c>procedure</c>, <c>function</c>, <c>package</c> or <c>package body</c>.</summary>
    public const string RoutineKind = "kind";

    /// <summary>A routine's <c>yes</c>.</summary>
    public const string Deterministic = "deterministic";

    /// <summary>A routine's <c>reads sql data</c>, <c>modifies sql data</c> or <c>no sql</c>.</summary>
    public const string DataAccess = "data access";

    /// <summary>When an event happens.</summary>
    public const string Schedule = "schedule";

    /// <summary>An event's <c>disabled</c>.</summary>
    public const string Status = "status";

    /// <summary>An event's <c>preserve</c>: it stays when it is over.</summary>
    public const string OnCompletion = "on completion";

    /// <summary>The time zone of an event's schedule, where it is not the server's.</summary>
    public const string TimeZone = "time zone";
}
