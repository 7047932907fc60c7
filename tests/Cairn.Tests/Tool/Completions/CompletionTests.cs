using Cairn.Tests.Tool.Calls;
using Cairn.Tool.Commands;
using Cairn.Tool.Commands.Completions;
using Xunit;

namespace Cairn.Tests.Tool.Completions;

/// <summary>The scripts, asked by the shells themselves what they would offer.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly CalledTool _tool = new();

    public static TheoryData<string> Shells => [.. CompletionCommand.ShellNames];

    /// <summary>What is typed, and what is offered: those words, and with a ! not those.</summary>
    public static IReadOnlyList<(string Typed, string[] Offered)> Cases { get; } =
    [
        ("dotnet-cairn migrate:u", ["migrate:up", "migrate:unlock"]),
        ("dotnet cairn migrate:u", ["migrate:up", "migrate:unlock"]),
        ("dotnet tool run dotnet-cairn conf", ["config"]),
        ("dotnet-cairn database in", ["install", "init"]),
        ("dotnet-cairn migrate:up ", ["20260101A", "20260102B", "!readme.md", "!20260103C"]),
        ("dotnet-cairn migrate:up -e other ", ["20260103C", "!20260101A"]),
        ("dotnet-cairn --env live migrate:mark 202", ["20260101A", "20260102B"]),
        ("dotnet-cairn migrate:latest --to ", ["20260101A", "20260102B"]),
        ("dotnet-cairn database migrate:latest --to ", ["20260101A", "20260102B"]),
        ("dotnet-cairn seed:run ", ["countries", "users"]),
        ("dotnet-cairn migrate:make --template ", ["functions", "class", "change", "sql"]),
        ("dotnet-cairn migrate:list --naming ", ["cairn", "directus", "knex", "strapi", "medusa"]),
        ("dotnet-cairn migrate:latest --resume ", ["done", "again"]),
        ("dotnet-cairn migrate:list --", ["--pending", "--naming", "--json", "!--to"]),
        ("dotnet-cairn completion --", ["--json", "!--connection"]),
        ("dotnet-cairn completion ", ["bash", "zsh", "fish", "pwsh"]),
    ];

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Each_script_has_every_command_and_option(string shell)
    {
        var text = (await _tool.RunAsync("completion", shell)).Output;
        var grammar = Grammar.Read();
        Assert.All(grammar.Commands.SelectMany(command => command.Names.Concat(command.Options.Select(option => option.Names[0]))), word =>
            Assert.Contains(shell == "zsh" ? word.Replace(":", "\\:", StringComparison.Ordinal) : word, text, StringComparison.Ordinal));
        Assert.All(grammar.Settings.Concat(grammar.Globals), option => Assert.Contains(option.Names[0], text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("completion")]
    [InlineData("completion", "tcsh")]
    public async Task Another_shell_is_refused_with_the_list(params string[] arguments)
    {
        var result = await _tool.RunAsync(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CAIRN7009", result.Errors, StringComparison.Ordinal);
        Assert.Contains("fish", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public Task Bash() => AskAsync(
        "bash", ["--norc", "--noprofile", "-c"],
        """
        source ./script
        ask() {
            local words; COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=(); read -ra words <<< "$1"
            if [[ ${words[0]} == dotnet ]]; then _cairn_dotnet; else _cairn; fi
            # What stands before a colon is not written again.
            local last=${1##* } before=; [[ $last == *:* ]] && before=${last%"${last##*:}"}
            printf '%s\n' "${COMPREPLY[@]/#/$before}"; echo =
        }
        """);

    /// <summary>The functions of zsh that draw are replaced: they can be called from its line editor only.</summary>
    [Fact]
    public Task Zsh() => AskAsync(
        "zsh", ["-f", "-c"],
        """
        source ./script
        _describe() { local name=$@[-1]; print -rl -- ${${${(P)name}//\\:/;}%%:*}; }
        compadd() { local name=$@[-1]; print -rl -- ${(P)name}; }
        compset() { : }
        ask() { words=("${(@s: :)1}"); CURRENT=$#words; { if [[ $words[1] == dotnet ]]; then _cairn_dotnet; else _cairn; fi } | tr ';' ':'; print =; }
        """);

    [Fact]
    public Task Fish() => AskAsync("fish", ["--no-config", "-c"], "source ./script\nfunction ask; complete -C $argv[1] | string replace -r '\\t.*' ''; echo =; end\n");

    [Fact]
    public Task Pwsh() => AskAsync(
        "pwsh", ["-NoProfile", "-NonInteractive", "-Command"],
        """
        Get-Content ./script -Raw | Invoke-Expression
        function ask($line) { [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches | ForEach-Object CompletionText; '=' }
        """);

    [Fact]
    public async Task The_folder_is_the_settings_where_nothing_else_names_it()
    {
        _tool.Write("cairn.json", "{\n  \"connection\": \"sqlite:a.db\",\n  \"extensions\": \"other\"\n}\n");
        await AskAsync("bash", ["--norc", "--noprofile", "-c"], "source ./script\nask() { COMP_LINE=$1 COMP_POINT=${#1}; _cairn; printf '%s\\n' \"${COMPREPLY[@]}\"; echo =; }\n", [("dotnet-cairn migrate:up ", ["20260103C", "!20260101A"])]);
    }

    public void Dispose() => _tool.Dispose();

    private async Task AskAsync(string shell, string[] arguments, string functions, IReadOnlyList<(string Typed, string[] Offered)>? cases = null)
    {
        _tool.Write("extensions/migrations/20260101A-first.csx", "").Write("extensions/migrations/20260102B-second.sql", "").Write("extensions/migrations/readme.md", "")
            .Write("other/migrations/20260103C-third.csx", "").Write("extensions/seeds/countries.csx", "").Write("extensions/seeds/users.sql", "");
        _tool.Write("script", (await _tool.RunAsync("completion", shell)).Output);
        cases ??= Cases;
        var output = await Shell.RunAsync(shell, arguments, functions + "\n" + string.Join('\n', cases.Select(line => $"ask '{line.Typed}'")), _tool.Folder);
        var answers = output.ReplaceLineEndings("\n").Split("=\n");
        Assert.Equal(cases.Count, answers.Length - 1);
        foreach (var ((typed, offered), answer) in cases.Zip(answers))
        {
            var words = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in offered)
            {
                Assert.True(word.StartsWith('!') ? !words.Contains(word[1..], StringComparer.Ordinal) : words.Contains(word, StringComparer.Ordinal), $"{shell}: \"{typed}\", {word}: {string.Join(' ', words)}");
            }
        }
    }
}
