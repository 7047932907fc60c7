using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public partial class TableBuilder
{
    /// <summary>A 32-bit integer that the database numbers by itself; a value may be given. It is the primary key.</summary>
    /// <param name="name">The column.</param>
    /// <param name="primaryKey">False where something else is the primary key.</param>
    public ColumnBuilder Increments(string name = "id", bool primaryKey = true) => Numbered(name, ColumnKind.Integer, primaryKey);

    /// <summary>A 64-bit integer that the database numbers by itself; a value may be given. It is the primary key.</summary>
    /// <param name="name">The column.</param>
    /// <param name="primaryKey">False where something else is the primary key.</param>
    public ColumnBuilder BigIncrements(string name = "id", bool primaryKey = true) => Numbered(name, ColumnKind.BigInteger, primaryKey);

    /// <summary>An 8-bit integer (16 bits on PostgreSQL).</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder TinyInteger(string name) => Column(name, ColumnKind.TinyInteger);

    /// <summary>A 16-bit integer.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder SmallInteger(string name) => Column(name, ColumnKind.SmallInteger);

    /// <summary>A 32-bit integer.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Integer(string name) => Column(name, ColumnKind.Integer);

    /// <summary>A 64-bit integer.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder BigInteger(string name) => Column(name, ColumnKind.BigInteger);

    /// <summary>An exact number.</summary>
    /// <param name="name">The column.</param>
    /// <param name="precision">Digits in all.</param>
    /// <param name="scale">Digits after the point, at most <paramref name="precision"/>.</param>
    /// <exception cref="CairnException">The scale is above the precision (CAIRN3013).</exception>
    public ColumnBuilder Decimal(string name, int precision = 8, int scale = 2) => Column(name, new ColumnType(ColumnKind.Decimal)
    {
        Precision = Require.InRange(precision, 1, 1000, $"the precision of {name}"),
        Scale = Require.InRange(scale, 0, precision, $"the scale of {name}"),
    });

    /// <summary>A 32-bit floating-point number.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Float(string name) => Column(name, ColumnKind.Float);

    /// <summary>A 64-bit floating-point number.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Double(string name) => Column(name, ColumnKind.Double);

    /// <summary>True or false.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Boolean(string name) => Column(name, ColumnKind.Boolean);

    private ColumnBuilder Numbered(string name, ColumnKind kind, bool primaryKey)
    {
        var column = Column(name, kind).Identity();
        return primaryKey ? column.Primary() : column;
    }
}
