using SqlKata;
using SqlKata.Compilers;
using SqlKata.Execution;
using Xunit;

namespace Cairn.Tests.SqlKataTests;

/// <summary>Parts of dates compare by what they mean, whatever type the value came as.</summary>
public class DateTests
{
    public static TheoryData<string, object> Parts => new()
    {
        { "date", "2024-01-02" },
        { "date", new DateOnly(2024, 1, 2) },
        { "date", new DateTime(2024, 1, 2, 23, 0, 0) },
        { "time", "03:04:05" },
        { "time", new TimeSpan(3, 4, 5) },
        { "time", new TimeOnly(3, 4, 5) },
        { "year", 2024 },
        { "month", 1 },
        { "month", "01" },
        { "day", 2 },
        { "hour", "3" },
        { "minute", 4 },
        { "second", 5 },
    };

    public DateTests() => Assert.SkipUnless(KataExpressions.IsOurs, "The real SqlKata is built: it compares text with numbers here.");

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_part_is_found_on_SQLite(string part, object value)
    {
        await using var connection = await KataDatabase.OpenAsync();
        using var factory = new QueryFactory(connection, new SqliteCompiler());
        var found = await factory.Query("users").Select("id").WhereDatePart(part, "created_at", value).GetAsync<int>();

        Assert.Equal([1], found);
    }

    [Theory]
    [InlineData("date", "\"c\"::date = @p0::date")]
    [InlineData("time", "\"c\"::time = @p0::time")]
    [InlineData("month", "DATE_PART('MONTH', \"c\") = @p0::double precision")]
    public void A_string_gets_its_type_on_PostgreSQL(string part, string condition) =>
        Assert.Equal($"SELECT * FROM \"t\" WHERE {condition}", new PostgresCompiler().Compile(new Query("t").WhereDatePart(part, "c", "1")).Sql);

    [Fact]
    public void A_part_that_does_not_exist_is_refused() => Assert.All(KataCase.Dialects, dialect =>
        Assert.Throws<NotSupportedException>(() => KataCompilation.For(dialect).Compile(new Query("t").WhereDatePart("x') --", "c", 1))));
}
