using Cairn.Tool.CommandLines;
using Xunit;

namespace Cairn.Tests.Tool.Commands;

/// <summary>Plain command lines are read without the parser's library, and mean what the library takes them for.</summary>
public sealed class PlainArgumentsTests
{
    public static TheoryData<string> Plain =>
    [
        "migrate:latest",
        "migrate:latest --table x -c sqlite:a.db",
        "--json migrate:latest -q --connection=sqlite:a=b.db",
        "migrate:status -e one --extensions two --extensions=three",
        "database install -v",
        "database migrate:up 20260301A --dry-run -y",
        "migrate:up --steps 2 20260301A",
        "migrate:drill 20260301A 20260301B --no-color",
        "migrate:current --version",
    ];

    public static TheoryData<string> NotPlain =>
    [
        "",
        "database",
        "migrate:lates",
        "migrate:latest --help",
        "migrate:latest -h",
        "migrate:latest extra",
        "migrate:latest --unknown",
        "migrate:latest --table",
        "migrate:latest --table --json",
        "migrate:latest --table a --table b",
        "migrate:latest --table=",
        "migrate:latest --json=yes",
        "migrate:latest --json --json",
        "migrate:latest -qv",
        "migrate:latest -csqlite:x.db",
        "migrate:latest --table:x",
        "migrate:latest --",
        "migrate:latest -",
        "migrate:make x --from-schema",
        "--table x migrate:latest",
    ];

    [Theory]
    [MemberData(nameof(Plain))]
    public void A_plain_command_line_is_taken_as_the_library_takes_it(string line)
    {
        var arguments = Arguments(line);
        var plain = PlainArguments.Read(arguments);
        var library = LibraryArguments.Read(arguments);

        Assert.NotNull(plain);
        Assert.Equal(library.Command, plain.Command);
        Assert.Equal(library.Flags, plain.Flags);
        Assert.Equal(library.Options.Keys.Select(setting => setting.Key), plain.Options.Keys.Select(setting => setting.Key));
        Assert.Equal(library.Options.Values.SelectMany(values => values), plain.Options.Values.SelectMany(values => values));
        Assert.Equal(library.HelpText(), plain.HelpText());
    }

    [Theory]
    [MemberData(nameof(NotPlain))]
    public void What_needs_explanation_is_left_to_the_library(string line) => Assert.Null(PlainArguments.Read(Arguments(line)));

    private static string[] Arguments(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
