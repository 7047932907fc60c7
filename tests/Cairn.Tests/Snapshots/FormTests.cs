using Cairn.Schema.Snapshots;
using Cairn.Schema.Snapshots.Forms;
using Xunit;

namespace Cairn.Tests.Snapshots;

/// <summary>Writing, reading and writing again gives the same bytes and the same structure, whatever texts are in it.</summary>
public sealed class FormTests
{
    private static readonly string[] Odd =
    [
        "", " ", "no", "yes", "y", "~", "null", "1e3", "0x1f", "1_000", "12:30:00", ".inf", "-", "- a", "? a", "a: b", "a:", ": a", "#x", "a #b", "a#b", "{a}", "[a]", "a, b",
        "'", "\"", "\\", "it's", "`x`", "@x", "%x", "!x", "&x", "*x", "|", ">", "=", "<<", "a\tb", "\ta", "a ", " a", "a\nb", "a\nb\n", "a\nb\n\n", "\na", " a\nb", "a\n\n\nb", "a\n b\n  c\n",
        "a\n \nb", "a\r\nb\r\n", "a\rb", "a\n\tb", "😀", "a\n😀\nb", "é", "\u00A0", "\u2028", "\u0085", "a\u2029b", "\uFEFF", "\u0007", "\u001b[31m", "a\n\u0001b", "---", "...", "--- a\n...\n", "\n", "\n\n", "a\n---\nb",
        "2026-01-01", "nextval('x_seq'::regclass)", "'new'::character varying", "numeric(10,2)", "text[]", "total > 0", "a  # b\nc", "x\n  trailing  \ny",
    ];

    public static TheoryData<string> OddTexts => [.. Odd];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void A_text_comes_back_as_it_was(string text) => Check(Samples.Orders(text));

    [Fact]
    public void Random_texts_come_back_as_they_were()
    {
        var random = new Random(4711);
        string[] letters = ["a", " ", "\n", ":", "#", "\"", "'", "\t", "\r", "-", "|", "0", "\\", "😀", "\u0001", "{", ",", "&", "%", "é", "  ", ": ", " #"];
        for (var round = 0; round < 3000; round++)
        {
            Check(Samples.Orders(string.Concat(random.GetItems(letters, random.Next(0, 12)))));
        }
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void A_name_comes_back_as_it_was(string name) => Check(Samples.Of(new SnapshotObject(ObjectKind.Table, name) { Children = [Samples.Column(name)] }));

    [Fact]
    public void A_very_long_name_comes_back_as_it_was() => Check(Samples.Of(
        new SnapshotObject(ObjectKind.Table, "t") { Children = [new SnapshotObject(ObjectKind.Check, $"({new string('x', 5000)})") { Facts = [new Fact(FactNames.Expression, "1")] }] }));

    [Theory]
    [InlineData(0)]
    [InlineData(0xD800)]
    public void What_no_file_can_hold_is_refused(int letter)
    {
        var text = $"a{(char)letter}b";
        Assert.Equal(ErrorCodes.SnapshotInvalid, Assert.Throws<CairnException>(() => YamlForm.Write(Samples.Orders(text))).Code);
        Assert.Equal(ErrorCodes.SnapshotInvalid, Assert.Throws<CairnException>(() => JsonForm.Write(Samples.Orders(text))).Code);
    }

    [Fact]
    public void The_yaml_has_one_fact_on_a_line() => Assert.Equal(
        """
        format: "1"
        client: postgres
        server: "16"

        enum states:
          values:
            - a
            - b

        table orders:
          comment: a
          column id:
            type: bigint
            nullable: "no"
          column note:
            type: bigint
            nullable: "no"
            default: a
          primary key orders_pkey:
            columns:
              - id
          check (total > 0):
            expression: total > 0
          check (total > 0) #2:
            expression: total > 0

        view v:
          definition: a

        """.ReplaceLineEndings("\n").Replace("check (total > 0) #2", "\"check (total > 0) #2\"", StringComparison.Ordinal),
        YamlForm.Write(Samples.Orders("a")));

    [Fact]
    public void A_text_of_several_lines_is_a_block() =>
        Assert.Contains("  definition: |\n    SELECT 1\n      FROM x\n", YamlForm.Write(Samples.Orders("SELECT 1\n  FROM x\n")), StringComparison.Ordinal);

    private static void Check(SchemaSnapshot snapshot)
    {
        var hash = Fingerprint.Of(snapshot);
        var yaml = YamlForm.Write(snapshot);
        var fromYaml = Samples.ReadYaml(yaml);
        Assert.Equal(yaml, YamlForm.Write(fromYaml));
        Assert.Equal(hash, Fingerprint.Of(fromYaml));
        var json = JsonForm.Write(snapshot);
        var fromJson = JsonForm.Read(json, "schema.json", null);
        Assert.Equal(json, JsonForm.Write(fromJson));
        Assert.Equal(hash, Fingerprint.Of(fromJson));
        Assert.DoesNotContain('\r', yaml + json);
    }
}
