using Cairn.Schema.Building;
using Cairn.Schema.Operations;
using Cairn.Tests.Schema.Golden;
using Xunit;

namespace Cairn.Tests.Schema;

public sealed class InverseTests
{
    public static TheoryData<string, Action<SchemaBuilder>> Reversible => new()
    {
        { "drop table t", schema => schema.CreateTable("t", table => table.Increments()) },
        { "create table t", schema => schema.DropTable("t", table => table.Increments()) },
        { "drop table t", schema => schema.CreateTableLike("t", "u") },
        { "rename table b to a", schema => schema.RenameTable("a", "b") },
        { "alter table t: drop index t_a_index, drop column a", schema => schema.AlterTable("t", table => table.Integer("a").Index()) },
        { "alter table t: rename column b to a", schema => schema.AlterTable("t", table => table.RenameColumn("a", "b")) },
        { "alter table t: create index t_a_b_index", schema => schema.AlterTable("t", table => table.DropIndex("a", "b")) },
        { "alter table t: add unique t_a_unique", schema => schema.AlterTable("t", table => table.DropUnique("a")) },
        { "alter table t: add primary key t_pkey", schema => schema.AlterTable("t", table => table.DropPrimary("a")) },
        { "alter table t: forbid null in a", schema => schema.AlterTable("t", table => table.SetNullable("a")) },
        { "alter table t: rename index b to a", schema => schema.AlterTable("t", table => table.RenameIndex("a", "b")) },
        { "alter table t: add column updated_at, add column created_at", schema => schema.AlterTable("t", table => table.DropTimestamps()) },
        { "alter table t: add column a, add foreign key t_a_foreign", schema => schema.AlterTable("t", table => table.DropColumn("a", old => old.Integer("a").References("u"))) },
        { "alter table t: drop foreign key t_a_foreign", schema => schema.AlterTable("t", table => table.Foreign("a").References("u")) },
        { "alter table t: drop check c", schema => schema.AlterTable("t", table => table.Check("c", "a > 0")) },
        { "drop view v", schema => schema.CreateView("v", "select 1") },
        { "create view v", schema => schema.DropView("v", "select 1") },
        { "drop enum e", schema => schema.CreateEnum("e", "x") },
        { "create enum e", schema => schema.DropEnum("e", "x") },
        { "drop sequence s", schema => schema.CreateSequence("s") },
        { "drop schema s", schema => schema.CreateSchema("s") },
        { "drop trigger g", schema => schema.CreateTrigger("g", "t", "AFTER INSERT", "SELECT 1") },
        { "delete from t", schema => schema.Raw("insert into t values (1)").Reverse("delete from t") },
    };

    public static TheoryData<string, Action<SchemaBuilder>> Irreversible => new()
    {
        { "without its definition", schema => schema.DropTable("t") },
        { "may have existed before", schema => schema.CreateTableIfNotExists("t", table => table.Increments()) },
        { "column a without its definition", schema => schema.AlterTable("t", table => table.DropColumn("a")) },
        { "without its columns", schema => schema.AlterTable("t", table => table.DropIndexByName("x")) },
        { "without its columns", schema => schema.AlterTable("t", table => table.DropUniqueByName("x")) },
        { "without its columns", schema => schema.AlterTable("t", table => table.DropPrimary()) },
        { "without its definition", schema => schema.AlterTable("t", table => table.DropForeign("a")) },
        { "without its rule", schema => schema.AlterTable("t", table => table.DropCheck("a")) },
        { "without its old definition", schema => schema.AlterTable("t", table => table.Text("a").Alter()) },
        { "without the old one", schema => schema.AlterTable("t", table => table.SetDefault("a", 1)) },
        { "without its columns", schema => schema.AlterTable("t", table => table.DropIndexIfExists("a")) },
        { "old text", schema => schema.CreateOrReplaceView("v", "select 1") },
        { "Reverse", schema => schema.Raw("delete from t") },
        { "enum type without", schema => schema.DropEnum("e") },
        { "out of an enum", schema => schema.AlterEnum("e").AddValue("x") },
    };

    [Theory]
    [MemberData(nameof(Reversible))]
    public void An_inverse_says_the_opposite(string described, Action<SchemaBuilder> say) =>
        Assert.Equal(described, Only(say).Invert().Operation?.Describe());

    [Theory]
    [MemberData(nameof(Reversible))]
    public void Twice_undone_is_done_again(string described, Action<SchemaBuilder> say)
    {
        var operation = Only(say);
        var again = operation.Invert().Operation!.Invert();
        Assert.True(operation is CreateTableLike or DropEnum or CreateSchema || again.Operation is not null, $"{described}: {again.WhyNot}");
    }

    [Theory]
    [MemberData(nameof(Irreversible))]
    public void What_cannot_be_undone_says_why(string why, Action<SchemaBuilder> say)
    {
        var inverse = Only(say).Invert();
        Assert.Null(inverse.Operation);
        Assert.Contains(why, inverse.WhyNot, StringComparison.Ordinal);
    }

    private static SchemaOperation Only(Action<SchemaBuilder> say) => Assert.Single(QueueRecorder.Gather(Client.Postgres, say));
}
