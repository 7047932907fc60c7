using Cairn.Schema.Snapshots.Forms;
using Xunit;

namespace Cairn.Tests.Snapshots;

/// <summary>A file with a mistake is an error with its place, never a structure that lacks something.</summary>
public sealed class StrictReadingTests
{
    private const string Head = "format: \"1\"\nclient: postgres\n";

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("client: postgres\n", 1, "format")]
    [InlineData("format: \"2\"\nclient: postgres\n", 1, "format")]
    [InlineData("format: \"1\"\n", 1, "client")]
    [InlineData("format: \"1\"\nclient: oracle\n", 2, "oracle")]
    [InlineData("- a\n", 1, "named objects")]
    [InlineData(Head + "tables: 3\n", 3, "tables")]
    [InlineData(Head + "tabel orders: {}\n", 3, "tabel orders")]
    [InlineData(Head + "table orders: {}\ntable orders: {}\n", 4, "twice")]
    [InlineData(Head + "column id:\n  type: int\n  nullable: no\n", 3, "belongs to a table")]
    [InlineData(Head + "table t:\n  table u: {}\n", 4, "does not belong")]
    [InlineData(Head + "table t:\n  column a:\n    tpye: int\n    nullable: no\n", 5, "tpye")]
    [InlineData(Head + "table t:\n  column a:\n    type: int\n", 4, "nullable")]
    [InlineData(Head + "table t:\n  column a:\n    type: int\n    type: text\n    nullable: no\n", 6, "twice")]
    [InlineData(Head + "table t:\n  column a:\n    type:\n    nullable: no\n", 5, "nothing")]
    [InlineData(Head + "table t:\n  column a:\n    type: [int]\n    nullable: no\n", 5, "not a list")]
    [InlineData(Head + "table t:\n  primary key p:\n    columns: id\n", 5, "takes a list")]
    [InlineData(Head + "table t:\n  primary key p:\n    columns: [[id]]\n", 5, "not a list")]
    [InlineData(Head + "table t: &x {}\n", 3, "anchors")]
    [InlineData(Head + "table t: {}\n---\na: b\n", 4, "more than one document")]
    [InlineData(Head + "table t: {\n", 4, "no YAML")]
    [InlineData(Head + "table t:\n  comment: \"a\\0b\"\n", 4, "NUL")]
    public void Yaml(string text, int line, string says) => AssertRefused(() => Samples.ReadYaml(text), line, says);

    [Theory]
    [InlineData("{", 1, "no JSON")]
    [InlineData("{\n\"format\": \"1\", \"client\": \"postgres\",\n\"table t\": {\n\"column a\": { \"type\": 3 } } }", 4, "a number")]
    [InlineData("{\n\"format\": \"1\", \"client\": \"postgres\",\n\"table t\": {},\n\"table t\": {} }", 4, "twice")]
    [InlineData("{\n\"format\": \"1\", \"client\": \"postgres\",\n\"server\": null }", 3, "null")]
    [InlineData("{\"format\": \"1\", \"client\": \"postgres\"}\n{}", 2, "no JSON")]
    public void Json(string text, int line, string says) => AssertRefused(() => JsonForm.Read(text, "schema.yaml", null), line, says);

    [Fact]
    public void Another_databases_structure_is_refused()
    {
        var error = Assert.Throws<CairnException>(() => Samples.ReadYaml(Head, Client.MySql));
        Assert.Equal((ErrorCodes.SnapshotOfOther, 2), (error.Code, error.Line));
        Assert.Contains("PostgreSQL", error.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(Action read, int line, string says)
    {
        var error = Assert.Throws<CairnException>(read);
        Assert.Equal((ErrorCodes.SnapshotInvalid, "schema.yaml", line), (error.Code, error.File, error.Line));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }
}
