using System.Text;

namespace Cairn.Tool.Commands.Completions;

/// <summary>For fish.</summary>
internal sealed class FishScript : CompletionScript
{
    public override string Shell => "fish";

    public override string Text(Grammar grammar) => new StringBuilder()
        .Append("# Completion for dotnet-cairn and dotnet cairn: dotnet-cairn completion fish > ~/.config/fish/completions/dotnet-cairn.fish\n# For dotnet cairn, source it from ~/.config/fish/config.fish instead: dotnet-cairn completion fish | source\n\n")
        .Append("function __cairn_commands\n").Append(Lines(Commands(grammar))).Append("end\n\n")
        .Append("function __cairn_group\n").Append(Lines(OnlyInGroup(grammar))).Append("end\n\n")
        .Append("function __cairn_options\n    switch $argv[1]\n").Append(Own(grammar))
        .Append($"    end\n    switch $argv[1]\n        case {string.Join(' ', WithoutSettings(grammar))}\n        case '*'\n{Lines(Of(grammar, "+"), "            ")}    end\n{Lines(Of(grammar, "*"))}end\n\n")
        .Append("function __cairn_argument\n    switch $argv[1]\n").Append(Cases(Arguments(grammar))).Append("    end\nend\n\n")
        .Append("function __cairn_value\n    switch \"$argv[1] $argv[2]\"\n").Append(Cases(Values(grammar))).Append("    end\nend\n\n")
        .Append(Functions.ReplaceLineEndings("\n"))
        .ToString();

    private static IEnumerable<(string, string)> Of(Grammar grammar, string key) =>
        Options(grammar).Where(row => row.Key == key).Select(row => (row.Option, row.Description));

    private static string Own(Grammar grammar) => string.Concat(
        Options(grammar).Where(row => row.Key is not ("+" or "*")).GroupBy(row => row.Key)
            .Select(group => $"        case {group.Key}\n{Lines(group.Select(row => (row.Option, row.Description)), "            ")}"));

    private static string Lines(IEnumerable<(string Name, string Description)> rows, string indent = "    ") =>
        string.Concat(rows.Select(row => $"{indent}printf '%s\\t%s\\n' '{row.Name}' '{row.Description}'\n"));

    private static string Cases(IEnumerable<(string Key, string Value)> rows) => string.Concat(
        rows.GroupBy(row => row.Value).Select(group => $"        case {string.Join(' ', group.Select(row => $"'{row.Key}'").Distinct())}\n            echo '{group.Key}'\n"));

    private const string Functions = """
        # The migrations' or seeds' folders: by --extensions, the environment, cairn.json, or ./extensions.
        function __cairn_folders
            set -l found
            set -l words $argv
            for i in (seq (count $words))
                switch $words[$i]
                    case -e --extensions
                        set -q words[(math $i + 1)]; and set -a found $words[(math $i + 1)]
                    case '--extensions=*' '-e=*'
                        set -a found (string replace -r '^[^=]*=' '' -- $words[$i])
                end
            end
            if test (count $found) -eq 0
                if test -n "$CAIRN_EXTENSIONS_PATH"
                    set found $CAIRN_EXTENSIONS_PATH
                else if test -n "$EXTENSIONS_PATH"
                    set found $EXTENSIONS_PATH
                else if test -f cairn.json
                    set found (string match -rg '^\s*"extensions"\s*:\s*"([^"$]*)"' < cairn.json)[1]
                end
                test -n "$found"; or set found extensions
            end
            printf '%s\n' $found
        end

        function __cairn_offer
            set -l kind $argv[1]
            set -l current $argv[2]
            switch $kind
                case @any
                case @files
                    __fish_complete_path $current
                case @versions
                    for folder in (__cairn_folders $argv[3..])
                        for file in $folder/migrations/*
                            string match -qri '\.(csx|sql)$' -- $file; and string replace -r -- '-.*' '' (basename $file)
                        end
                    end
                case @seeds
                    for folder in (__cairn_folders $argv[3..])
                        for file in $folder/seeds/*
                            string match -qri '\.(csx|sql)$' -- $file; and string replace -r -- '\.[^.]*$' '' (basename $file)
                        end
                    end
                case '*'
                    string split ' ' -- $kind
            end
        end

        function __cairn_complete
            set -l words (commandline -opc)
            set -l current (commandline -ct)
            set -l start 2
            if string match -qr '(^|/)dotnet$' -- $words[1]
                set start 3
                test "$words[2]" = tool; and set start 5
            end
            set -l name ''
            set -l skip
            set -l group
            for word in $words[$start..]
                if test -n "$skip"
                    set skip
                    continue
                end
                switch $word
                    case '-*=*'
                    case '-*'
                        test -n "$(__cairn_value "$name" $word)"; and set skip $word
                    case database
                        test -z "$name"; and set group 1
                    case '*'
                        test -z "$name"; and set name $word
                end
            end
            if test -n "$skip"
                __cairn_offer (__cairn_value "$name" $skip) "$current" $words
            else if string match -q -- '-*=*' $current
                set -l option (string split -m 1 = -- $current)
                for value in (__cairn_offer (__cairn_value "$name" $option[1]) "$option[2]" $words)
                    echo $option[1]=$value
                end
            else if string match -q -- '-*' $current
                __cairn_options "$name"
            else if test -z "$name"
                __cairn_commands
                test -n "$group"; and __cairn_group
                test -n "$group"; or printf '%s\t%s\n' database 'The same commands, as users of other systems type them'
            else
                set -l kind (__cairn_argument $name)
                test -n "$kind"; and __cairn_offer $kind "$current" $words
            end
        end

        function __cairn_is_dotnet
            set -l words (commandline -opc)
            test "$words[2]" = cairn; or test "$words[2..4]" = 'tool run dotnet-cairn'
        end

        complete -c dotnet-cairn -f -a '(__cairn_complete)'
        complete -c dotnet -n __cairn_is_dotnet -f -a '(__cairn_complete)'

        """;
}
