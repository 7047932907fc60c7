using System.Text;
using Cairn.Schema.Dialects;
using Xunit;

namespace Cairn.Tests.Schema;

public sealed class NameGeneratorTests
{
    [Fact]
    public void Names_are_as_Knex_makes_them()
    {
        Assert.Equal("orders_tenant_id_index", NameGenerator.Index("orders", ["tenant_id"]));
        Assert.Equal("orders_a_b_unique", NameGenerator.Unique("Orders", ["a", "B"]));
        Assert.Equal("orders_user_id_foreign", NameGenerator.Foreign("orders", ["user_id"]));
        Assert.Equal("orders_pkey", NameGenerator.PrimaryKey("orders"));
        Assert.Equal("orders_total_check", NameGenerator.Check("orders", "total"));
        Assert.Equal("orders_total_check2", NameGenerator.Check("orders", "total", 2));
        Assert.Equal("my_old_table_a_index", NameGenerator.Index("my-old.table", ["a"]));
    }

    [Fact]
    public void Sixty_bytes_stay_and_sixty_one_are_shortened()
    {
        var fits = new string('a', 60);
        Assert.Equal(fits, NameGenerator.Shorten(fits));
        var shortened = NameGenerator.Shorten(fits + "a");
        Assert.Equal(60, shortened.Length);
        Assert.StartsWith(new string('a', 51) + "_", shortened, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_is_stable_and_of_the_whole_name()
    {
        // The names are in people's databases: another hash would be another name.
        Assert.Equal("a_table_with_a_name_that_is_rather_long_and_a_colum_88189cd5",
            NameGenerator.Index("a_table_with_a_name_that_is_rather_long", ["and_a_column_with_a_long_name_too"]));
        var start = new string('x', 70);
        Assert.NotEqual(NameGenerator.Shorten(start + "1"), NameGenerator.Shorten(start + "2"));
    }

    [Theory]
    [InlineData("é")]
    [InlineData("漢")]
    [InlineData("😀")]
    public void A_character_is_never_split(string character)
    {
        for (var ahead = 0; ahead < 4; ahead++)
        {
            var name = NameGenerator.Shorten(new string('a', ahead) + string.Concat(Enumerable.Repeat(character, 40)));
            Assert.True(Encoding.UTF8.GetByteCount(name) <= NameGenerator.MaxBytes);
            Assert.DoesNotContain('\uFFFD', name);
        }
    }
}
