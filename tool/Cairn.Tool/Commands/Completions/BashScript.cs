using System.Text;

namespace Cairn.Tool.Commands.Completions;

/// <summary>For bash; needs no other package. A colon ends a word there, so the line is taken apart by spaces.</summary>
internal sealed class BashScript : CompletionScript
{
    public override string Shell => "bash";

    public override string Text(Grammar grammar) => new StringBuilder()
        .Append("# Completion for dotnet-cairn and dotnet cairn. Put into ~/.bashrc: source <(dotnet-cairn completion bash)\n\n")
        .Append($"_cairn_commands='{string.Join(' ', Commands(grammar).Select(command => command.Name))} database'\n")
        .Append($"_cairn_group='{string.Join(' ', OnlyInGroup(grammar).Select(command => command.Name))}'\n\n")
        .Append("_cairn_options() {\n    case \"$1\" in\n")
        .Append(Own(grammar))
        .Append($"    esac\n    case \"$1\" in\n    {string.Join('|', WithoutSettings(grammar))}) ;;\n    *) echo '{OptionsOf(grammar, "+")}' ;;\n    esac\n    echo '{OptionsOf(grammar, "*")}'\n}}\n\n")
        .Append("_cairn_argument() {\n    case \"$1\" in\n").Append(Cases(Arguments(grammar))).Append("    esac\n}\n\n")
        .Append("_cairn_value() {\n    case \"$1 $2\" in\n").Append(Cases(Values(grammar))).Append("    esac\n}\n\n")
        .Append(Functions.ReplaceLineEndings("\n"))
        .ToString();

    private static string Own(Grammar grammar) => string.Concat(
        Options(grammar).Where(row => row.Key is not ("+" or "*")).GroupBy(row => row.Key)
            .Select(group => $"    {group.Key}) echo '{string.Join(' ', group.Select(row => row.Option))}' ;;\n"));

    private static string OptionsOf(Grammar grammar, string key) => string.Join(' ', Options(grammar).Where(row => row.Key == key).Select(row => row.Option));

    private static string Cases(IEnumerable<(string Key, string Value)> rows) => string.Concat(
        rows.GroupBy(row => row.Value).Select(group => $"    {string.Join('|', group.Select(row => Pattern(row.Key)).Distinct())}) echo '{group.Key}' ;;\n"));

    // "* --env" is for every command: the star stays a star.
    private static string Pattern(string key) => key.StartsWith("* ", StringComparison.Ordinal) ? $"*' {key[2..]}'" : $"'{key}'";

    private const string Functions = """
        # The migrations' or seeds' folders: by --extensions, the environment, cairn.json, or ./extensions.
        _cairn_folders() {
            local found=() i
            for ((i = 0; i < ${#_cairn_words[@]} - 1; i++)); do
                case "${_cairn_words[i]}" in
                -e|--extensions) found+=("${_cairn_words[i + 1]}") ;;
                --extensions=*|-e=*) found+=("${_cairn_words[i]#*=}") ;;
                esac
            done
            if ((${#found[@]} == 0)); then
                local set=${CAIRN_EXTENSIONS_PATH:-$EXTENSIONS_PATH}
                if [[ -z $set && -f cairn.json ]]; then
                    set=$(sed -n 's/^[[:space:]]*"extensions"[[:space:]]*:[[:space:]]*"\([^"$]*\)".*/\1/p' cairn.json | head -n 1)
                fi
                found=("${set:-extensions}")
            fi
            printf '%s\n' "${found[@]}"
        }

        _cairn_versions() {
            local folder file
            while IFS= read -r folder; do
                for file in "$folder"/migrations/*; do
                    case "$file" in
                    *.csx|*.CSX|*.sql|*.SQL) file=${file##*/} && printf '%s\n' "${file%%-*}" ;;
                    esac
                done
            done < <(_cairn_folders)
        }

        _cairn_seeds() {
            local folder file
            while IFS= read -r folder; do
                for file in "$folder"/seeds/*; do
                    case "$file" in
                    *.csx|*.CSX|*.sql|*.SQL) file=${file##*/} && printf '%s\n' "${file%.*}" ;;
                    esac
                done
            done < <(_cairn_folders)
        }

        # The words that answer a kind of value.
        _cairn_offer() {
            case "$1" in
            @versions) _cairn_versions ;;
            @seeds) _cairn_seeds ;;
            @files) compgen -f -- "$2" ;;
            @any) ;;
            *) printf '%s\n' $1 ;;
            esac
        }

        _cairn() {
            local line=${COMP_LINE:0:COMP_POINT} cur='' i start=1 command='' previous='' kind offered=() _cairn_words=()
            read -ra _cairn_words <<< "$line"
            [[ $line == *[[:space:]] ]] && _cairn_words+=('')
            COMPREPLY=()
            if [[ ${_cairn_words[0]##*/} == dotnet ]]; then
                start=2
                [[ ${_cairn_words[1]} == tool ]] && start=4
            fi
            local last=$((${#_cairn_words[@]} - 1)) skip=0 group=0
            cur=${_cairn_words[last]}
            for ((i = start; i < last; i++)); do
                if ((skip)); then skip=0; continue; fi
                case "${_cairn_words[i]}" in
                -*=*) ;;
                -*) [[ -n $(_cairn_value "$command" "${_cairn_words[i]}") ]] && skip=1 ;;
                database) [[ -z $command ]] && group=1 ;;
                *) [[ -z $command ]] && command=${_cairn_words[i]} ;;
                esac
            done
            ((last > start)) && previous=${_cairn_words[last - 1]}
            local value=$cur
            if [[ $cur == -*=* ]]; then
                kind=$(_cairn_value "$command" "${cur%%=*}")
                value=${cur#*=}
            elif ((skip)); then
                kind=$(_cairn_value "$command" "$previous")
            elif [[ $cur == -* ]]; then
                kind=$(_cairn_options "$command" | tr '\n' ' ')
            elif [[ -z $command ]]; then
                kind=$_cairn_commands
                ((group)) && kind="${_cairn_commands% database} $_cairn_group"
            else
                kind=$(_cairn_argument "$command")
            fi
            [[ -z $kind ]] && return
            mapfile -t offered < <(_cairn_offer "$kind" "$value")
            local word
            for word in "${offered[@]}"; do
                [[ $word == "$value"* ]] && COMPREPLY+=("$word")
            done
            # What stands before a colon is another word to readline, and stays.
            if [[ $value == *:* && $COMP_WORDBREAKS == *:* ]]; then
                local before=${value%"${value##*:}"}
                COMPREPLY=("${COMPREPLY[@]#"$before"}")
            fi
            [[ $kind == @files ]] && compopt -o filenames 2>/dev/null
            return 0
        }

        # dotnet itself keeps the completion that it has.
        _cairn_dotnet_before=$(complete -p dotnet 2>/dev/null | sed -n 's/.*-F \([^ ]*\) .*/\1/p')
        [[ $_cairn_dotnet_before == _cairn_dotnet ]] && _cairn_dotnet_before=''
        _cairn_dotnet() {
            local words
            read -ra words <<< "$COMP_LINE"
            if [[ ${words[1]} == cairn || "${words[*]:1:3}" == 'tool run dotnet-cairn' ]]; then
                _cairn
            elif [[ -n $_cairn_dotnet_before ]]; then
                "$_cairn_dotnet_before" "$@"
            fi
        }

        complete -F _cairn dotnet-cairn
        complete -o default -F _cairn_dotnet dotnet

        """;
}
