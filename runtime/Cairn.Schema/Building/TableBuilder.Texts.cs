using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public partial class TableBuilder
{
    /// <summary>Text of a fixed length.</summary>
    /// <param name="name">The column.</param>
    /// <param name="length">Characters.</param>
    public ColumnBuilder Char(string name, int length) => Column(name, Sized(ColumnKind.Char, name, length));

    /// <summary>Text up to a length.</summary>
    /// <param name="name">The column.</param>
    /// <param name="length">The most characters.</param>
    public ColumnBuilder String(string name, int length = 255) => Column(name, Sized(ColumnKind.String, name, length));

    /// <summary>Text without a declared length (64 KiB on MySQL and MariaDB).</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Text(string name) => Column(name, ColumnKind.Text);

    /// <summary>Text of up to 16 MiB on MySQL and MariaDB; elsewhere the same as <see cref="Text"/>.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder MediumText(string name) => Column(name, ColumnKind.MediumText);

    /// <summary>Text of up to 4 GiB on MySQL and MariaDB; elsewhere the same as <see cref="Text"/>.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder LongText(string name) => Column(name, ColumnKind.LongText);

    /// <summary>One of a list of strings: ENUM on MySQL and MariaDB, elsewhere text with a check <c>&lt;table&gt;_&lt;column&gt;_check</c>.</summary>
    /// <param name="name">The column.</param>
    /// <param name="values">The values, in order.</param>
    public ColumnBuilder Enum(string name, params IReadOnlyList<string> values) =>
        Column(name, new ColumnType(ColumnKind.Enum) { Values = Require.Values(values, $"the enum {name}") });

    /// <summary>One of a list of strings: on PostgreSQL of an enum type that was made by <see cref="SchemaBuilder.CreateEnum"/>, elsewhere as <see cref="Enum(string, IReadOnlyList{string})"/>.</summary>
    /// <param name="name">The column.</param>
    /// <param name="values">The values, in order, for databases without enum types.</param>
    /// <param name="type">The type's name, or <c>schema.name</c>.</param>
    public ColumnBuilder Enum(string name, IReadOnlyList<string> values, string type) => Column(name, new ColumnType(ColumnKind.Enum)
    {
        Values = Require.Values(values, $"the enum {name}"),
        Native = scope.ResolveReference(Require.Name(type, "an enum type")).ToString(),
    });

    /// <summary>JSON kept as text (on MySQL in its own form).</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Json(string name) => Column(name, ColumnKind.Json);

    /// <summary>JSON in the database's binary form where it has one, else as <see cref="Json"/>.</summary>
    /// <param name="name">The column.</param>
    public ColumnBuilder Jsonb(string name) => Column(name, ColumnKind.Jsonb);

    /// <summary>Bytes.</summary>
    /// <param name="name">The column.</param>
    /// <param name="length">The most bytes, where the database can limit them.</param>
    public ColumnBuilder Binary(string name, int? length = null) =>
        Column(name, length is { } bytes ? Sized(ColumnKind.Binary, name, bytes) : new ColumnType(ColumnKind.Binary));

    private static ColumnType Sized(ColumnKind kind, string name, int length) =>
        new(kind) { Length = Require.InRange(length, 1, 10_485_760, $"the length of {name}") };
}
