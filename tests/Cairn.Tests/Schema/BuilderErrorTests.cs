using Cairn.Schema.Building;
using Cairn.Tests.Schema.Golden;
using Xunit;

namespace Cairn.Tests.Schema;

public sealed class BuilderErrorTests
{
    public static TheoryData<string, Action<SchemaBuilder>> Wrong => new()
    {
        { "name of a table", schema => schema.CreateTable(" ", table => table.Increments()) },
        { "no columns", schema => schema.CreateTable("t", _ => { }) },
        { "changes nothing", schema => schema.AlterTable("t", _ => { }) },
        { "name of a column", schema => schema.CreateTable("t", table => table.Integer("")) },
        { "column a twice", schema => schema.CreateTable("t", table => { table.Integer("a"); table.Text("a"); }) },
        { "2 primary keys", schema => schema.CreateTable("t", table => { table.Increments(); table.Integer("a").Primary(); }) },
        { "scale of a is 5", schema => schema.CreateTable("t", table => table.Decimal("a", 4, 5)) },
        { "precision of a is 0", schema => schema.CreateTable("t", table => table.Decimal("a", 0)) },
        { "length of a is 0", schema => schema.CreateTable("t", table => table.String("a", 0)) },
        { "precision of a is 7", schema => schema.CreateTable("t", table => table.Timestamp("a", 7)) },
        { "has no values", schema => schema.CreateTable("t", table => table.Enum("a")) },
        { "value x twice", schema => schema.CreateTable("t", table => table.Enum("a", "x", "x")) },
        { "no numbers", schema => schema.CreateTable("t", table => table.Text("a").Unsigned()) },
        { "no whole numbers", schema => schema.CreateTable("t", table => table.Text("a").Identity()) },
        { "two sources", schema => schema.CreateTable("t", table => table.Integer("a").Default(1).GeneratedAs("2")) },
        { "no foreign key yet", schema => schema.CreateTable("t", table => table.Integer("a").OnDelete("cascade")) },
        { "no foreign key action", schema => schema.CreateTable("t", table => table.Integer("a").References("u").OnDelete("explode")) },
        { "refers to nothing", schema => schema.CreateTable("t", table => { table.Integer("a"); table.Foreign("a"); }) },
        { "refers to 2 column(s)", schema => schema.CreateTable("t", table => { table.Integer("a"); table.Foreign("a").References("u", "x", "y"); }) },
        { "names no column", schema => schema.CreateTable("t", table => { table.Integer("a"); table.Index(); }) },
        { "column b, which the table t does not have", schema => schema.CreateTable("t", table => { table.Integer("a"); table.Index("b"); }) },
        { "names the column a twice", schema => schema.CreateTable("t", table => { table.Integer("a"); table.Unique("a", "a"); }) },
        { "two keys, checks or indexes named x", schema => schema.CreateTable("t", table => { table.Integer("a").Index("x").Unique("x"); }) },
        { "does not have the column b", schema => schema.CreateTable("t", table => { table.Integer("a"); table.Index("a").Descending("b"); }) },
        { "not a plain word", schema => schema.CreateTable("t", table => { table.Integer("a"); table.Engine("x; drop table y"); }) },
        { "is being created", schema => schema.CreateTable("t", table => table.Integer("a").Alter()) },
        { "for new tables", schema => schema.AlterTable("t", table => table.Inherits("u")) },
        { "does not compare", schema => schema.CreateTable("t", table => table.String("a").CheckLength("~", 1)) },
        { "needs values", schema => schema.CreateTable("t", table => table.String("a").CheckIn()) },
        { "not of that column alone", schema => schema.AlterTable("t", table => table.DropColumn("a", old => old.Integer("b"))) },
        { "stays in its schema", schema => schema.RenameTable("a.t", "b.t") },
        { "both before and after", schema => schema.AlterEnum("e").AddValue("v", "a", "b") },
        { "step 0", schema => schema.CreateSequence("s", increment: 0) },
        { "SQL of a raw statement is empty", schema => schema.Raw(" ") },
        { "NUL", schema => schema.CreateTable("t\0", table => table.Increments()) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_argument_is_an_error_at_once(string message, Action<SchemaBuilder> say)
    {
        var recorder = new QueueRecorder(Client.Sqlite, new MemoryCatalogue());
        var error = Assert.Throws<CairnException>(() => say(new SchemaBuilder(recorder)));
        Assert.Equal(ErrorCodes.ValueInvalid, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(error.Fix));
        Assert.Empty(recorder.Operations);
    }
}
