using Cairn.Schema.Dialects.Sqlite;
using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.Sqlite;

public class LiteralTests
{
    private static readonly SqliteDialect Dialect = new();

    public static TheoryData<object?, ColumnKind, string> Values => new()
    {
        { null, ColumnKind.Text, "NULL" },
        { "it's", ColumnKind.Text, "'it''s'" },
        { true, ColumnKind.Boolean, "1" },
        { false, ColumnKind.Integer, "0" },
        { 5, ColumnKind.String, "'5'" },
        { -5L, ColumnKind.BigInteger, "-5" },
        { 1.50m, ColumnKind.Decimal, "1.5" },
        { 1.50m, ColumnKind.Text, "'1.50'" },
        { 100m, ColumnKind.Decimal, "100" },
        { -0.000000000000012m, ColumnKind.Decimal, "-0.000000000000012" },
        { 1d, ColumnKind.Double, "1.0" },
        { 0.1, ColumnKind.Double, "0.1" },
        { double.PositiveInfinity, ColumnKind.Double, "9e999" },
        { 'x', ColumnKind.Char, "'x'" },
        { new byte[] { 0, 171 }, ColumnKind.Binary, "X'00AB'" },
        { new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), ColumnKind.Timestamp, "'2024-01-02 03:04:05'" },
        { new DateTime(2024, 1, 2, 3, 4, 5, 120), ColumnKind.DateTime, "'2024-01-02 03:04:05.12'" },
        { new DateTime(2024, 1, 2), ColumnKind.Date, "'2024-01-02'" },
        { new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), ColumnKind.Timestamp, "'2024-01-02 01:04:05'" },
        { new DateOnly(2024, 1, 2), ColumnKind.Date, "'2024-01-02'" },
        { new TimeOnly(1, 2, 3), ColumnKind.Time, "'01:02:03'" },
        { TimeSpan.FromHours(25), ColumnKind.Interval, "'1.01:00:00'" },
        { new Guid("3F2504E0-4F89-11D3-9A0C-0305E82C3301"), ColumnKind.Uuid, "'3f2504e0-4f89-11d3-9a0c-0305e82c3301'" },
        { DayOfWeek.Friday, ColumnKind.Integer, "5" },
        { DayOfWeek.Friday, ColumnKind.String, "'Friday'" },
        { new[] { 1, 2 }, ColumnKind.Json, "'[1,2]'" },
        { true, ColumnKind.Json, "'true'" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Values_become_literals(object? value, ColumnKind kind, string literal)
    {
        Assert.Equal(literal, Dialect.Literal(value, new ColumnType(kind)));
        using var database = await TestDatabase.OfAsync($"CREATE TABLE t(a DEFAULT {literal})");
        database.Execute("INSERT INTO t DEFAULT VALUES");
        Assert.Equal("1", database.Scalar($"SELECT a IS {literal} FROM t"));
    }

    [Fact]
    public async Task A_text_with_a_NUL_is_kept_whole()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT)");
        await database.AlterAsync("t", new AddColumn(new ColumnDefinition("b", new ColumnType(ColumnKind.Text)) { Default = new ColumnDefault.Value("a\0b") }));
        database.Execute("INSERT INTO t(a) VALUES (1)");
        Assert.Equal("610062", database.Scalar("SELECT hex(b) FROM t"));
    }

    public static TheoryData<object, ColumnKind> Impossible => new()
    {
        { ulong.MaxValue, ColumnKind.BigInteger },
        { 12345678901234567.89m, ColumnKind.Decimal },
        { double.NaN, ColumnKind.Double },
        { "yes", ColumnKind.Boolean },
        { new object(), ColumnKind.Text },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_would_be_changed_in_silence_is_refused(object value, ColumnKind kind) =>
        Assert.Equal(ErrorCodes.ValueInvalid, Assert.Throws<CairnException>(() => Dialect.Literal(value, new ColumnType(kind))).Code);
}
