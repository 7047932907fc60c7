using SqlKata;
using SqlKata.Compilers;
using Xunit;

namespace Cairn.Tests.SqlKataTests;

/// <summary>What our SqlKata does beyond the recorded cases.</summary>
public class CompilerTests
{
    public CompilerTests() => Assert.SkipUnless(KataExpressions.IsOurs, "The real SqlKata is built: these are promises of ours only.");

    [Fact]
    public void A_member_of_a_union_keeps_its_own_order_and_limit()
    {
        var query = new Query("a").Select("id").Union(new Query("b").Select("id").OrderBy("id").Limit(2)).Limit(5);

        Assert.Equal(
            "SELECT \"id\" FROM \"a\" UNION SELECT * FROM (SELECT \"id\" FROM \"b\" ORDER BY \"id\" LIMIT @p0) AS \"member\" LIMIT @p1",
            Sqlite(query));
    }

    [Theory]
    [InlineData("distinct", "SELECT COUNT(*) AS \"count\" FROM (SELECT DISTINCT \"a\" FROM \"t\") AS \"countQuery\"")]
    [InlineData("union", "SELECT COUNT(*) AS \"count\" FROM (SELECT * FROM \"t\" UNION SELECT * FROM \"u\") AS \"countQuery\"")]
    [InlineData("having", "SELECT COUNT(*) AS \"count\" FROM (SELECT \"a\" FROM \"t\" GROUP BY \"a\" HAVING \"a\" > @p0) AS \"countQuery\"")]
    [InlineData("or", "SELECT COUNT(*) AS \"count\" FROM (SELECT 1 FROM \"t\" WHERE (\"x\" = @p0 OR \"y\" = @p1) AND \"a\" IS NOT NULL AND \"b\" IS NOT NULL) AS \"countQuery\"")]
    public void An_aggregate_counts_the_rows_that_the_query_gives(string what, string sql) => Assert.Equal(sql, Sqlite(what switch
    {
        "distinct" => new Query("t").Select("a").Distinct().AsCount(),
        "union" => new Query("t").Union(new Query("u")).OrderBy("a").Limit(3).AsCount(),
        "having" => new Query("t").Select("a").GroupBy("a").Having("a", ">", 1).AsCount(),
        _ => new Query("t").Where("x", 1).OrWhere("y", 2).AsCount(["a", "b"]),
    }));

    [Fact]
    public void Raw_sql_with_too_few_values_says_how_to_write_a_question_mark()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Sqlite(new Query("t").WhereRaw("data ? 'a'")));

        Assert.Contains("\\?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_sql_with_too_many_values_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Sqlite(new Query("t").WhereRaw("a = ?", 1, 2)));

    [Fact]
    public void Raw_sql_takes_no_empty_collection() =>
        Assert.Throws<InvalidOperationException>(() => Sqlite(new Query("t").WhereRaw("a in (?)", Array.Empty<int>())));

    [Fact]
    public void A_question_mark_in_a_name_is_no_parameter()
    {
        var result = new SqliteCompiler().Compile(new Query("t").Where("a?", 1).Where("b", new UnsafeLiteral("'?'", false)));

        Assert.Equal("SELECT * FROM \"t\" WHERE \"a?\" = @p0 AND \"b\" = '?'", result.Sql);
        Assert.Equal("SELECT * FROM \"t\" WHERE \"a\\?\" = ? AND \"b\" = '\\?'", result.RawSql);
    }

    [Theory]
    [InlineData("group")]
    [InlineData("having")]
    [InlineData("union")]
    [InlineData("offset")]
    public void A_change_refuses_the_clauses_that_it_would_have_to_drop(string clause)
    {
        var query = new Query("t").AsDelete();
        query = clause switch
        {
            "group" => query.GroupBy("a"),
            "having" => query.Having("a", 1),
            "union" => query.Union(new Query("u")),
            _ => query.Offset(1),
        };

        foreach (var dialect in KataCase.Dialects)
        {
            Assert.Throws<NotSupportedException>(() => KataCompilation.For(dialect).Compile(query));
        }
    }

    [Fact]
    public void A_clause_for_one_engine_comes_before_that_for_all()
    {
        var query = new Query("t").For(EngineCodes.MySql, q => q.From("m").Limit(1)).Limit(2);

        Assert.Equal("SELECT * FROM `m` LIMIT @p0", new MySqlCompiler().Compile(query).Sql);
        Assert.Equal(1L, new MySqlCompiler().Compile(query).Bindings[0]);
        Assert.Equal(2L, new SqliteCompiler().Compile(query).Bindings[0]);
    }

    [Fact]
    public void A_variable_is_found_from_a_subquery_and_missed_by_name()
    {
        var inner = new Query("u").Where("a", Expressions.Variable("@x"));

        Assert.Equal(7, new SqliteCompiler().Compile(new Query("t").Define("@x", 7).WhereExists(inner)).Bindings[0]);
        Assert.Contains("@x", Assert.Throws<InvalidOperationException>(() => Sqlite(inner)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subquery_stays_as_it_was_when_it_was_added()
    {
        var inner = new Query("u").Select("id");
        var outer = new Query("t").WhereIn("id", inner);
        inner.Where("a", 1);

        Assert.Equal("SELECT * FROM \"t\" WHERE \"id\" IN (SELECT \"id\" FROM \"u\")", Sqlite(outer));
    }

    [Fact]
    public void A_result_shows_its_values_to_people() =>
        Assert.Equal(
            "SELECT * FROM \"t\" WHERE \"a\" = 'it''s' AND \"b\" = 1.5",
            new SqliteCompiler().Compile(new Query("t").Where("a", "it's").Where("b", 1.5m)).ToString());

    private static string Sqlite(Query query) =>
        string.Join(' ', new SqliteCompiler().Compile(query).Sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
