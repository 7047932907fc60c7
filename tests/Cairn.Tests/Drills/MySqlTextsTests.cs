using Cairn.Runtime.Drills.Rehearsals;
using Cairn.Runtime.Drills.Scratch;
using Xunit;

namespace Cairn.Tests.Drills;

/// <summary>Nothing that is made on a copy reaches the real database by its name.</summary>
public sealed class MySqlTextsTests
{
    [Theory]
    [InlineData("CREATE DEFINER=`root`@`localhost` TRIGGER `t` BEFORE INSERT ON `o` FOR EACH ROW SET NEW.a = 1", "CREATE TRIGGER `t` BEFORE INSERT ON `o` FOR EACH ROW SET NEW.a = 1")]
    [InlineData("CREATE ALGORITHM=UNDEFINED DEFINER=`a`@`%` SQL SECURITY DEFINER VIEW `shop`.`v` AS select `shop`.`o`.`id` AS `id` from `shop`.`o`", "CREATE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW `copy`.`v` AS select `copy`.`o`.`id` AS `id` from `copy`.`o`")]
    [InlineData("insert into shop.log values ('shop.log') -- shop.x\n, `a`.`shop`.b", "insert into `copy`.log values ('shop.log') -- shop.x\n, `a`.`shop`.b")]
    [InlineData("select `workshop`.a, shop from workshop.b", "select `workshop`.a, shop from workshop.b")]
    public void A_text_is_moved(string text, string expected) => Assert.Equal(expected, MySqlTexts.Move(text, "shop", "copy"));

    [Theory]
    [InlineData("alter table shop.orders add x int", true)]
    [InlineData("alter table `SHOP` . `orders` add x int", true)]
    [InlineData("USE shop", true)]
    [InlineData("drop database `shop`", true)]
    [InlineData("/*!50000 drop table shop.orders */", true)]
    [InlineData("insert into t values ('shop.orders') /* shop.orders */ # shop.x", false)]
    [InlineData("select o.shop.x, workshop.y from shop", false)]
    public void A_statement_that_names_the_real_database_is_seen(string sql, bool names) => Assert.Equal(names, RealDatabaseGuard.Names(sql, "shop"));

    [Fact]
    public void A_name_hidden_in_a_text_is_warned_of()
    {
        Assert.True(MySqlTexts.HidesName("begin prepare s from 'delete from shop.orders'; end", "shop"));
        Assert.False(MySqlTexts.HidesName("begin select 'the shop'; end", "shop"));
    }
}
