using Cairn.Tests.Tool.Calls;
using Cairn.Tool.Settings.Targets;
using Xunit;

namespace Cairn.Tests.Tool.Fleets;

/// <summary>The forms of a targets file, and what is refused before anything runs.</summary>
public sealed class TargetFileTests : IDisposable
{
    private const string Table = "cairn_migrations";
    private readonly CalledTool _tool = new CalledTool().With("PASSWORD", "geheim=&").With("HOST", "db.internal");

    [Fact]
    public void Lines_are_names_and_connections()
    {
        var file = Read("t.txt", "# all of them\n\nacme = postgres://u:${PASSWORD}@${HOST}/acme?sslmode=require\r\n  b.o-l_t=sqlite:data/bolt.db  \n");
        Assert.Equal("t.txt", file.Display);
        Assert.Equal(["acme", "b.o-l_t"], file.Targets.Select(target => target.Name));
        Assert.Equal(["postgres://u@db.internal/acme", "sqlite:data/bolt.db"], file.Targets.Select(target => target.Connection.Target.Display));
        Assert.Contains("geheim", file.Targets[0].Connection.Target.ConnectionString.Reveal(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", file.Targets[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(file.Warnings);
    }

    [Theory]
    [InlineData("t.json", """[{ "name": "acme", "connection": "Data Source=a.db", "client": "sqlite", "canary": true, "table": "own", "variables": { "TENANT": "${HOST}", "N": 5 } /* first */ }, { "name": "bolt", "connection": "sqlite:b.db", },]""")]
    [InlineData("t.yaml", "- name: acme\n  connection: Data Source=a.db\n  client: sqlite\n  canary: true\n  table: own\n  variables:\n    TENANT: ${HOST}\n    N: 5\n- name: bolt\n  connection: sqlite:b.db\n")]
    public void A_list_says_more(string name, string text)
    {
        var targets = Read(name, text).Targets;
        Assert.Equal(["acme", "bolt"], targets.Select(target => target.Name));
        Assert.Equal([true, false], targets.Select(target => target.IsCanary));
        Assert.Equal(["own", null], targets.Select(target => target.Table));
        Assert.Equal("db.internal", targets[0].Variables["TENANT"]);
        Assert.Equal("5", targets[0].Variables["N"]);
        Assert.Equal(Client.Sqlite, targets[0].Connection.Target.Client);
    }

    [Fact]
    public void A_path_in_the_file_is_relative_to_the_file()
    {
        var target = Read("deploy/t.txt", "acme = sqlite:a.db\n").Targets[0];
        Assert.Contains(Path.Combine(_tool.Folder, "deploy", "a.db"), target.Connection.Target.ConnectionString.Reveal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme postgres://u:geheim@h/d", 1, "CAIRN7030", "no '='")]
    [InlineData("a = sqlite:a.db\nx y = postgres://u:geheim@h/d", 2, "CAIRN7030", "name")]
    [InlineData("postgres://u:geheim@h/d?sslmode=require", 1, "CAIRN7030", "name")]
    [InlineData("= sqlite:a.db", 1, "CAIRN7030", "no name")]
    [InlineData("a = sqlite:a.db\n\nA = sqlite:b.db", 3, "CAIRN7030", "line 1 already")]
    [InlineData("a = sqlite:x/../a.db\nb = sqlite:a.db", 2, "CAIRN7030", "database of a (line 1)")]
    [InlineData("a = postgres://u:geheim@localhost/d\nb = postgresql://v@127.0.0.1:5432/d?connect_timeout=5", 2, "CAIRN7030", "database of a")]
    [InlineData("a = mysql://u:geheim@h/d\nb = mariadb://u@H:3306/d", 2, "CAIRN7030", "database of a")]
    [InlineData("a = postgres://u:${NOPE}@h/d", 1, "CAIRN7010", "NOPE")]
    [InlineData("a = postgres://u:${NOPE@h/d", 1, "CAIRN7002", "not closed")]
    [InlineData("a = Host=h;Password=geheim", 1, "CAIRN7003", "does not say which database")]
    [InlineData("a = ", 1, "CAIRN7003", "empty")]
    [InlineData("# nobody", null, "CAIRN7030", "names no database")]
    public void A_wrong_line_is_told_with_its_place_and_without_its_secret(string text, int? line, string code, string words)
    {
        var error = Assert.Throws<CairnException>(() => Read("t.txt", text));
        Assert.Equal(code, error.Code);
        Assert.Equal("t.txt", error.File);
        Assert.Equal(line, error.Line);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error + error.Fix, StringComparison.Ordinal);
        Assert.DoesNotContain("--client", error.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a = postgres://u@h/d?search_path=one\nb = postgres://u@h/d?search_path=two")]
    [InlineData("a = postgres://u@h:5433/d\nb = postgres://u@h/d")]
    [InlineData("a = sqlite::memory:\nb = sqlite::memory:")]
    public void What_is_not_one_database_goes_together(string text) => Assert.Equal(2, Read("t.txt", text).Targets.Count);

    [Fact]
    public void One_database_with_two_tracking_tables_is_two_targets() =>
        Assert.Equal(2, Read("t.json", """[{ "name": "a", "connection": "sqlite:a.db" }, { "name": "b", "connection": "sqlite:a.db", "table": "other" }]""").Targets.Count);

    [Theory]
    [InlineData("t.json", """{ "name": "a" }""", "no list")]
    [InlineData("t.json", "[ 5 ]", "no object")]
    [InlineData("t.json", """[{ "name": "a" }]""", "no connection")]
    [InlineData("t.json", """[{ "name": "a", "connection": "sqlite:a.db", "cannary": true }]""", "cannary")]
    [InlineData("t.json", """[{ "name": "a", "connection": "sqlite:a.db", "canary": "perhaps" }]""", "neither true nor false")]
    [InlineData("t.json", """[{ "name": "a", "connection": "sqlite:a.db", "client": "oracle" }]""", "oracle")]
    [InlineData("t.json", """[{ "name": "a", "connection": "sqlite:a.db", "variables": ["x"] }]""", "variables")]
    [InlineData("t.json", "[{", "no JSON")]
    [InlineData("t.yaml", "a: [", "no YAML")]
    [InlineData("t.yml", "- name: a\n  name: b\n  connection: sqlite:a.db\n", "twice")]
    public void A_wrong_list_is_told_with_its_place(string name, string text, string words)
    {
        var error = Assert.Throws<CairnException>(() => Read(name, text));
        Assert.Equal(name, error.File);
        Assert.NotNull(error.Line);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var error = Assert.Throws<CairnException>(() => Read("t.txt", "a\nb = sqlite:b.db\nc = foo\nB = sqlite:d.db\n"));
        Assert.Equal([1, 3, 4], error.Others.Prepend(error).Select(one => one.Line!.Value));
    }

    [Theory]
    [InlineData("a = postgres://u:open@h/d", true)]
    [InlineData("a = postgres://u:${PASSWORD}@h/d", false)]
    [InlineData("a = postgres://u@h/d", false)]
    public void Passwords_that_everybody_may_read_are_warned_of(string text, bool warned)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes");
        var file = _tool.Write("t.txt", text);
        Assert.Equal(warned, Read("t.txt", text).Warnings.Count == 1);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(file.Folder, "t.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        Assert.Empty(TargetFile.Read("t.txt", Table, _tool.Host()).Warnings);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() => Assert.Contains("cannot be read", Assert.Throws<CairnException>(() => TargetFile.Read("no.txt", Table, _tool.Host())).Message, StringComparison.Ordinal);

    public void Dispose() => _tool.Dispose();

    private FleetTargets Read(string name, string text) => TargetFile.Read(name, Table, _tool.Write(name, text).Host());
}
