using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public partial class TableBuilder
{
    /// <summary>A calendar date.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Date(string name) => Column(name, ColumnKind.Date);

    /// <summary>A time of day.</summary>
    /// <param name="name">The column.</param>
    /// <param name="precision">Digits of the second's fraction, 0 to 6.</param>
    public ColumnBuilder Time(string name, int? precision = null) => Column(name, Timed(ColumnKind.Time, name, precision));

    /// <summary>Date and time without a time zone.</summary>
    /// <param name="name">The column.</param>
    /// <param name="precision">Digits of the second's fraction, 0 to 6.</param>
    public ColumnBuilder DateTime(string name, int? precision = null) => Column(name, Timed(ColumnKind.DateTime, name, precision));

    /// <summary>A moment: date and time with time zone where the database has it.</summary>
    /// <param name="name">The column.</param>
    /// <param name="precision">Digits of the second's fraction, 0 to 6.</param>
    public ColumnBuilder Timestamp(string name, int? precision = null) => Column(name, Timed(ColumnKind.Timestamp, name, precision));

    /// <summary>The columns <c>created_at</c> and <c>updated_at</c>: moments, not null, the moment of the insert by default.</summary>
    public void Timestamps()
    {
        Timestamp("created_at").NotNull().DefaultToNow();
        Timestamp("updated_at").NotNull().DefaultToNow();
    }

    /// <summary>A span of time (PostgreSQL; text elsewhere where the database has no such type).</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Interval(string name) => Column(name, ColumnKind.Interval);

    /// <summary>A UUID, in the database's own type where it has one.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Uuid(string name) => Column(name, ColumnKind.Uuid);

    /// <summary>Any geometry (PostgreSQL with PostGIS, MySQL, MariaDB).</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Geometry(string name) => Column(name, ColumnKind.Geometry);

    /// <summary>A point (PostgreSQL's own <c>point</c>, MySQL, MariaDB).</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Point(string name) => Column(name, ColumnKind.Point);

    /// <summary>A type in the database's own words.</summary>
    /// <param name="name">The column.</param>
    /// <param name="type">The type, as it is written there: <c>inet</c>, <c>numeric(12,4)[]</c>.</param>
    public ColumnBuilder Specific(string name, string type) =>
        Column(name, new ColumnType(ColumnKind.Specific) { Native = Require.Sql(type, $"the type of {name}") });

    private static ColumnType Timed(ColumnKind kind, string name, int? precision) =>
        new(kind) { Precision = precision is { } digits ? Require.InRange(digits, 0, 6, $"the precision of {name}") : null };
}
