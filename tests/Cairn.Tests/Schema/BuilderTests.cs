using Cairn.Schema;
using Cairn.Schema.Building;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;
using Cairn.Tests.Schema.Golden;
using Xunit;

namespace Cairn.Tests.Schema;

public sealed class BuilderTests
{
    [Fact]
    public void A_dot_parts_schema_and_name_but_not_inside_InSchema()
    {
        Assert.Equal(new TableName("log", "audit"), Dropped(schema => schema.DropTable("audit.log")));
        Assert.Equal(new TableName("log.old", "audit"), Dropped(schema => schema.DropTable("audit.log.old")));
        Assert.Equal(new TableName("a.b", "audit"), Dropped(schema => schema.InSchema("audit").DropTable("a.b")));
    }

    [Fact]
    public void A_reference_stays_in_the_schema_of_InSchema_unless_it_says_another()
    {
        Assert.Equal(new TableName("users", "audit"), Referred(schema => schema.InSchema("audit").CreateTable("t", table => table.Integer("a").References("users"))));
        Assert.Equal(new TableName("users", "app"), Referred(schema => schema.InSchema("audit").CreateTable("t", table => table.Integer("a").References("app.users"))));
        Assert.Equal(new TableName("users"), Referred(schema => schema.CreateTable("t", table => table.Integer("a").References("users"))));
    }

    [Fact]
    public void Changes_keep_their_written_order()
    {
        var alter = Only<AlterTable>(schema => schema.AlterTable("t", table =>
        {
            table.DropColumn("a");
            table.Integer("b").Unique().CheckPositive();
            table.RenameColumn("c", "d");
            table.Index("d");
        }));
        Assert.Equal("alter table t: drop column a, add column b, add unique t_b_unique, add check t_b_check, rename column c to d, create index t_d_index", alter.Describe());
    }

    [Fact]
    public void One_function_adds_to_new_and_to_existing_tables()
    {
        static void Audit(TableBuilder table) => table.Timestamps();
        Assert.Equal(2, Only<CreateTable>(schema => schema.CreateTable("t", Audit)).Table.Columns.Count);
        Assert.Equal(2, Only<AlterTable>(schema => schema.AlterTable("t", Audit)).Changes.Count);
    }

    [Fact]
    public void What_a_drop_derives_is_what_a_creation_derived()
    {
        var made = Only<AlterTable>(schema => schema.AlterTable("t", table =>
        {
            table.Index("a", "b");
            table.Unique("a");
            table.Foreign("a").References("u");
            table.Integer("c").CheckPositive();
        }));
        var dropped = Only<AlterTable>(schema => schema.AlterTable("t", table =>
        {
            table.DropIndex("a", "b");
            table.DropUnique("a");
            table.DropForeign("a");
            table.DropCheck("c");
        }));
        Assert.Equal(made.Changes.OfType<AddIndex>().Single().Index.Name, ((DropIndex)dropped.Changes[0]).Name);
        Assert.Equal(made.Changes.OfType<AddUnique>().Single().Unique.Name, ((DropUnique)dropped.Changes[1]).Name);
        Assert.Equal(made.Changes.OfType<AddForeignKey>().Single().ForeignKey.Name, ((DropForeignKey)dropped.Changes[2]).Name);
        Assert.Equal(made.Changes.OfType<AddCheck>().Single().Check.Name, ((DropCheck)dropped.Changes[3]).Name);
    }

    [Fact]
    public async Task Questions_run_what_was_said_before_and_look_at_the_catalogue()
    {
        var table = new TableModel(new TableName("Users"), IsView: false)
        {
            Columns = [new ColumnModel("Email", "text", IsNullable: true)],
            Indexes = [new IndexModel("by_email", IsUnique: false, [new IndexColumn("Email")])],
        };
        foreach (var (client, other) in new[] { (Client.Postgres, false), (Client.Sqlite, true) })
        {
            var recorder = new QueueRecorder(client, new MemoryCatalogue(table));
            var schema = new SchemaBuilder(recorder);
            Assert.True(await schema.HasTable("Users"));
            Assert.False(await schema.HasTable("nothing"));
            Assert.True(await schema.HasColumn("Users", "Email"));
            Assert.False(await schema.HasColumn("Users", "nothing"));
            Assert.True(await schema.HasIndex("Users", "Email"));
            Assert.False(await schema.HasIndex("Users", "Email", "other"));
            Assert.True(await schema.HasIndexByName("Users", "by_email"));
            Assert.Equal(other, await schema.HasColumn("Users", "email"));
            Assert.Equal(8, recorder.Flushes);
        }
    }

    private static TableName Dropped(Action<SchemaBuilder> say) => Only<DropTable>(say).Table;

    private static TableName Referred(Action<SchemaBuilder> say) => Assert.Single(Only<CreateTable>(say).Table.ForeignKeys).ReferencedTable;

    private static T Only<T>(Action<SchemaBuilder> say)
        where T : SchemaOperation => Assert.IsType<T>(Assert.Single(QueueRecorder.Gather(Client.Postgres, say)));
}
