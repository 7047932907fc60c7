using Cairn.Schema.Dialects.Postgres.Snapshots;
using Xunit;

namespace Cairn.Tests.Schema;

/// <summary>Texts that PostgreSQL prints in one way, and in another after reading its own print.</summary>
public class PostgresTextTests
{
    [Theory]
    [InlineData(
        "((status)::text = ANY ((ARRAY['active'::character varying, 'it''s, (x)'::character varying])::text[]))",
        "((status)::text = ANY (ARRAY[('active'::character varying)::text, ('it''s, (x)'::character varying)::text]))")]
    [InlineData("(status = ANY ((ARRAY['a'::character varying])::text[])) OR (b > 0)", "(status = ANY (ARRAY[('a'::character varying)::text])) OR (b > 0)")]
    [InlineData("(total = ANY (ARRAY[1, 2]))", "(total = ANY (ARRAY[1, 2]))")]
    [InlineData("(status = ANY ((ARRAY[other, 'a'::character varying])::text[]))", "(status = ANY ((ARRAY[other, 'a'::character varying])::text[]))")]
    public void A_print_is_told_as_its_own_reading_prints_it(string printed, string told)
    {
        Assert.Equal(told, PostgresTopic.Settled(printed));
        Assert.Equal(told, PostgresTopic.Settled(told));
    }
}
