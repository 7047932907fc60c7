using System.Text;

namespace Cairn.Tool.Commands.Completions;

/// <summary>For zsh, after <c>compinit</c>.</summary>
internal sealed class ZshScript : CompletionScript
{
    public override string Shell => "zsh";

    public override string Text(Grammar grammar) => new StringBuilder()
        .Append("#compdef dotnet-cairn\n# Completion for dotnet-cairn and dotnet cairn. Put into ~/.zshrc, after compinit: source <(dotnet-cairn completion zsh)\n\n")
        .Append("typeset -gA _cairn_arguments _cairn_values\n")
        .Append(List("_cairn_commands", Commands(grammar).Append(("database", "The same commands, as users of other systems type them"))))
        .Append(List("_cairn_group", OnlyInGroup(grammar)))
        .Append($"typeset -ga _cairn_plain=({string.Join(' ', WithoutSettings(grammar).Select(Quote))})\n")
        .Append("typeset -ga _cairn_options=(\n").AppendJoin("", Options(grammar).Select(row => $"    {Quote($"{row.Key} {row.Option}:{Escape(row.Description)}")}\n")).Append(")\n")
        .Append(Table("_cairn_arguments", Arguments(grammar)))
        .Append(Table("_cairn_values", Values(grammar)))
        .Append('\n').Append(Functions.ReplaceLineEndings("\n"))
        .ToString();

    private static string List(string name, IEnumerable<(string Name, string Description)> rows) =>
        $"typeset -ga {name}=(\n{string.Concat(rows.Select(row => $"    {Quote($"{Escape(row.Name)}:{Escape(row.Description)}")}\n"))})\n";

    private static string Table(string name, IEnumerable<(string Key, string Value)> rows) =>
        $"{name}=(\n{string.Concat(rows.DistinctBy(row => row.Key).Select(row => $"    {Quote(row.Key)} {Quote(row.Value)}\n"))})\n";

    // A description begins at the first colon that is not escaped.
    private static string Escape(string text) => text.Replace(":", "\\:", StringComparison.Ordinal);

    private static string Quote(string text) => $"'{text}'";

    private const string Functions = """
        # The migrations' or seeds' folders: by --extensions, the environment, cairn.json, or ./extensions.
        _cairn_folders() {
            reply=()
            local i
            for ((i = 1; i < $#words; i++)); do
                case "$words[i]" in
                -e|--extensions) reply+=("$words[i+1]") ;;
                --extensions=*|-e=*) reply+=("${words[i]#*=}") ;;
                esac
            done
            if (( ! $#reply )); then
                local set=${CAIRN_EXTENSIONS_PATH:-$EXTENSIONS_PATH}
                if [[ -z $set && -f cairn.json ]]; then
                    set=$(sed -n 's/^[[:space:]]*"extensions"[[:space:]]*:[[:space:]]*"\([^"$]*\)".*/\1/p' cairn.json | head -n 1)
                fi
                reply=("${set:-extensions}")
            fi
        }

        # What the value of a command's option is; nothing for one that takes none.
        _cairn_value() {
            local own="$1 $2" every="* $2"
            REPLY=${_cairn_values[$own]:-${_cairn_values[$every]}}
            [[ -n $REPLY ]]
        }

        # What a kind of value offers.
        _cairn_offer() {
            local folder
            local -a found
            case "$1" in
            @any) _message value ;;
            @files) _files ;;
            @versions|@seeds)
                local -a reply
                _cairn_folders
                for folder in $reply; do
                    if [[ $1 == @versions ]]; then
                        found+=("$folder"/migrations/*.(csx|CSX|sql|SQL)(N:t))
                    else
                        found+=("$folder"/seeds/*.(csx|CSX|sql|SQL)(N:t:r))
                    fi
                done
                [[ $1 == @versions ]] && found=(${found%%-*})
                compadd -a found ;;
            *) found=(${=1}) && compadd -a found ;;
            esac
        }

        _cairn() {
            local i start=2 command='' word REPLY skip=0 group=0
            if [[ ${words[1]:t} == dotnet ]]; then
                start=3
                [[ $words[2] == tool ]] && start=5
            fi
            for ((i = start; i < CURRENT; i++)); do
                if ((skip)); then skip=0; continue; fi
                word=$words[i]
                case "$word" in
                -*=*) ;;
                -*) _cairn_value "$command" "$word" && skip=1 ;;
                database) [[ -z $command ]] && group=1 ;;
                *) [[ -z $command ]] && command=$word ;;
                esac
            done
            word=$words[CURRENT]
            if ((skip)); then
                _cairn_value "$command" "$words[CURRENT-1]" && _cairn_offer "$REPLY"
            elif [[ $word == -*=* ]]; then
                compset -P 1 '*='
                _cairn_value "$command" "${word%%=*}" && _cairn_offer "$REPLY"
            elif [[ $word == -* ]]; then
                local -a options
                options=(${${(M)_cairn_options:#$command *}#$command })
                (($_cairn_plain[(Ie)$command])) || options+=(${${(M)_cairn_options:#+ *}#+ })
                options+=(${${(M)_cairn_options:#\* *}#\* })
                _describe -o option options
            elif [[ -z $command ]]; then
                local -a commands
                commands=($_cairn_commands)
                ((group)) && commands=(${commands:#database:*} $_cairn_group)
                _describe command commands
            elif [[ -n ${_cairn_arguments[$command]} ]]; then
                _cairn_offer ${_cairn_arguments[$command]}
            fi
        }

        # dotnet itself keeps the completion that it has.
        _cairn_dotnet() {
            if [[ $words[2] == cairn || "$words[2,4]" == 'tool run dotnet-cairn' ]]; then
                _cairn
            elif [[ -n $_cairn_dotnet_before ]]; then
                $_cairn_dotnet_before "$@"
            else
                _default
            fi
        }

        if (($+functions[compdef])); then
            [[ ${_comps[dotnet]} == _cairn_dotnet ]] || typeset -g _cairn_dotnet_before=${_comps[dotnet]}
            compdef _cairn dotnet-cairn
            compdef _cairn_dotnet dotnet
        fi

        """;
}
