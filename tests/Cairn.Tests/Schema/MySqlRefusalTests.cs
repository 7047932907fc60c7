using Cairn.Schema;
using Cairn.Schema.Building;
using Cairn.Schema.Dialects;
using Cairn.Schema.Inspection;
using Cairn.Tests.Schema.Golden;
using Xunit;

namespace Cairn.Tests.Schema;

/// <summary>What these servers would do in silence, and nobody wants.</summary>
public sealed class MySqlRefusalTests
{
    public static TheoryData<Client> Clients => [Client.MySql, Client.MariaDb];

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_column_does_not_leave_a_unique_key_in_silence(Client client)
    {
        var error = await Assert.ThrowsAsync<CairnException>(() => RenderAsync(client, table => table.DropColumn("b")));
        Assert.Equal(ErrorCodes.OperationUnsupported, error.Code);
        Assert.Contains("t_a_b_unique (a, b)", error.Message, StringComparison.Ordinal);
        var rendered = await RenderAsync(client, table =>
        {
            table.DropUnique("a", "b");
            table.DropColumn("b");
        });
        Assert.Contains("DROP COLUMN `b`", Assert.Single(rendered.Statements).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_column_that_is_not_there_cannot_be_restated(Client client)
    {
        var error = await Assert.ThrowsAsync<CairnException>(() => RenderAsync(client, table => table.SetNullable("nothing")));
        Assert.Equal(ErrorCodes.ObjectMissing, error.Code);
        Assert.Contains("nothing", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task SET_DEFAULT_which_InnoDB_does_not_carry_out_is_refused(Client client)
    {
        var error = await Assert.ThrowsAsync<CairnException>(() => RenderAsync(client, table => table.Foreign("a").References("u").OnDelete("set default")));
        Assert.Equal(ErrorCodes.OperationUnsupported, error.Code);
    }

    private static async Task<RenderedOperation> RenderAsync(Client client, Action<AlterTableBuilder> change)
    {
        var catalogue = new MemoryCatalogue(new TableModel(new TableName("t"), IsView: false)
        {
            Columns = [new ColumnModel("a", "int", IsNullable: true), new ColumnModel("b", "int", IsNullable: true)],
            Uniques = [new KeyModel("t_a_b_unique", ["a", "b"])],
        });
        var operation = Assert.Single(QueueRecorder.Gather(client, schema => schema.AlterTable("t", change)));
        return await GoldenDialects.Of(client).RenderAsync(operation, catalogue, TestContext.Current.CancellationToken);
    }
}
