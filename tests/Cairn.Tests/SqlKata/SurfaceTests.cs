using System.Data;
using SqlKata;
using SqlKata.Compilers;
using SqlKata.Extensions;
using Xunit;

namespace Cairn.Tests.SqlKataTests;

/// <summary>
/// The names and signatures that a migration may use, called once each: whichever SqlKata is built,
/// this has to compile, and the SQL has to come out.
/// </summary>
public class SurfaceTests
{
    private static readonly int[] Ids = [1, 2];
    private static readonly string[] Names = ["a", "b"];

    public static TheoryData<string, string> Conditions => new()
    {
        { "compare", "" }, { "null", "" }, { "like", "" }, { "lists", "" }, { "queries", "" }, { "dates", "" },
        { "compare", "having" }, { "null", "having" }, { "like", "having" }, { "lists", "having" }, { "queries", "having" }, { "dates", "having" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Every_condition_is_compiled(string family, string clause)
    {
        var query = clause == "having" ? Havings(new Query("t").GroupBy("a"), family) : Wheres(new Query("t"), family);
        foreach (var dialect in KataCase.Dialects)
        {
            var sql = KataCompilation.For(dialect).Compile(query).Sql;
            Assert.Contains(clause == "having" ? " HAVING " : " WHERE ", sql, StringComparison.Ordinal);
            Assert.Contains(" OR ", sql, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Joins_take_all_their_forms()
    {
        var sub = new Query("s").As("s");
        var query = new Query("t").From("t as x")
            .Join("a", "a.id", "x.id").Join("b", j => j.On("b.id", "x.id").OrOn("b.k", "x.k", ">").Where("b.ok", true).WhereNotNull("b.k"), "left join")
            .Join(sub, j => j.On("s.id", "x.id")).Join(j => j.JoinWith("c").On("c.id", "x.id").AsLeft())
            .LeftJoin("d", "d.id", "x.id").LeftJoin("e", j => j.On("e.id", "x.id")).LeftJoin(sub, j => j.On("s.id", "x.id"))
            .RightJoin("f", "f.id", "x.id").RightJoin("g", j => j.On("g.id", "x.id")).RightJoin(sub, j => j.On("s.id", "x.id"))
            .CrossJoin("h");

        var joins = new SqliteCompiler().Compile(query).Sql.Split('\n').Skip(1).Select(line => string.Join(' ', line.Split(' ').Take(2)));
        Assert.Equal(
            ["INNER JOIN", "LEFT JOIN", "INNER JOIN", "LEFT JOIN", "LEFT JOIN", "LEFT JOIN", "LEFT JOIN", "RIGHT JOIN", "RIGHT JOIN", "RIGHT JOIN", "CROSS JOIN"],
            joins);
    }

    [Fact]
    public void Selects_take_all_their_forms()
    {
        var other = new Query("o").Select("a").As("o");
        var query = new Query().From(other).From(q => q.From("t"), "f").With(other).With(q => q.From("t").As("c")).With("n", other).With("m", q => q.From("t"))
            .Select("a", "b").Select(other, "c").SelectRaw("1").SelectAggregate("sum", "a").SelectCount("*").Distinct()
            .GroupBy("a").GroupByRaw("b").OrderBy("a").OrderByDesc("b").OrderByRaw("c").Take(1).Skip(2)
            .ForMySql(q => q).ForPostgreSql(q => q).ForSqlite(q => q).Comment("c");
        var combined = new Query("t").Union(other).UnionAll(q => q.From("t")).UnionRaw("union select 1").Except(other).ExceptAll(other).ExceptRaw("except select 1")
            .Intersect(other).IntersectAll(other).IntersectRaw("intersect select 1");
        Query[] aggregates = [query.Clone().AsCount(), query.Clone().AsSum("a"), query.Clone().AsAvg("a"), query.Clone().AsMin("a"), query.Clone().AsMax("a")];

        foreach (var compiler in KataCase.Dialects.Select(KataCompilation.For))
        {
            var result = compiler.Whitelist("@>").Compile(query.Where("a", "@>", "x"));
            Assert.Equal(result.Bindings.Count, result.NamedBindings.Count);
            Assert.Contains('?', result.RawSql);
            Assert.Contains(" INTERSECT ALL ", compiler.Compile(combined).Sql, StringComparison.Ordinal);
            Assert.Contains("MAX(", compiler.Compile(aggregates).Sql, StringComparison.Ordinal);
        }
    }

    private static Query Wheres(Query query, string family) => family switch
    {
        "compare" => query.Where("a", ">", 1).WhereNot("a", 1).OrWhere("a", 1).OrWhereNot("a", "<", 1).Where(new { a = 1 }).OrWhere(q => q.Where("a", 1))
            .WhereRaw("a = ?", 1).OrWhereRaw("a = ?", 1).WhereColumns("a", "=", "b").OrWhereColumns("a", "=", "b"),
        "null" => query.WhereNull("a").WhereNotNull("a").OrWhereNull("a").OrWhereNotNull("a").WhereTrue("a").WhereFalse("a").OrWhereTrue("a").OrWhereFalse("a"),
        "like" => query.WhereLike("a", "x").WhereNotLike("a", "x", true).OrWhereLike("a", "x", false, "!").OrWhereNotLike("a", "x")
            .WhereStarts("a", "x").OrWhereNotStarts("a", "x").WhereEnds("a", "x").OrWhereNotEnds("a", "x").WhereContains("a", "x").OrWhereNotContains("a", "x"),
        "lists" => query.WhereBetween("a", 1, 2).WhereNotBetween("a", 1, 2).OrWhereBetween("a", 1, 2).OrWhereNotBetween("a", 1, 2)
            .WhereIn("a", Ids).WhereNotIn("a", Names).OrWhereIn("a", new Query("u")).OrWhereNotIn("a", q => q.From("u")),
        "queries" => query.Where("a", "=", q => q.From("u")).OrWhere("a", "=", new Query("u")).WhereSub(new Query("u"), 1).OrWhereSub(new Query("u"), "<", 1)
            .WhereExists(new Query("u")).WhereNotExists(q => q.From("u")).OrWhereExists(q => q.From("u")).OrWhereNotExists(new Query("u")),
        _ => query.WhereDatePart("year", "a", 1).OrWhereDatePart("month", "a", ">", 1).WhereDate("a", "2024-01-01").OrWhereNotDate("a", "<", "2024-01-01")
            .WhereTime("a", "10:00:00").OrWhereNotTime("a", "<", "10:00:00"),
    };

    private static Query Havings(Query query, string family) => family switch
    {
        "compare" => query.Having("a", ">", 1).HavingNot("a", 1).OrHaving("a", 1).OrHavingNot("a", "<", 1).Having(new { a = 1 }).OrHaving(q => q.Having("a", 1))
            .HavingRaw("a = ?", 1).OrHavingRaw("a = ?", 1).HavingColumns("a", "=", "b").OrHavingColumns("a", "=", "b"),
        "null" => query.HavingNull("a").HavingNotNull("a").OrHavingNull("a").OrHavingNotNull("a").HavingTrue("a").HavingFalse("a").OrHavingTrue("a").OrHavingFalse("a"),
        "like" => query.HavingLike("a", "x").HavingNotLike("a", "x", true).OrHavingLike("a", "x", false, "!").HavingStarts("a", "x").HavingEnds("a", "x").HavingContains("a", "x"),
        "lists" => query.HavingBetween("a", 1, 2).OrHavingNotBetween("a", 1, 2).HavingIn("a", Ids).HavingNotIn("a", Names).OrHavingIn("a", new Query("u")),
        "queries" => query.Having("a", "=", new Query("u")).HavingExists(new Query("u")).OrHavingNotExists(q => q.From("u")),
        _ => query.HavingDatePart("year", "a", 1).OrHavingDate("a", "2024-01-01").HavingTime("a", "10:00:00"),
    };
}
