using System.Text;

namespace Cairn.Tool.Commands.Completions;

/// <summary>For PowerShell 7.</summary>
internal sealed class PwshScript : CompletionScript
{
    public override string Shell => "pwsh";

    public override string Text(Grammar grammar) => new StringBuilder()
        .Append("# Completion for dotnet-cairn and dotnet cairn. Put into $PROFILE: dotnet-cairn completion pwsh | Out-String | Invoke-Expression\n\n")
        .Append("$script:cairnCommands = [ordered]@{\n").Append(Pairs(Commands(grammar).Append(("database", "The same commands, as users of other systems type them")))).Append("}\n")
        .Append("$script:cairnGroup = [ordered]@{\n").Append(Pairs(OnlyInGroup(grammar))).Append("}\n")
        .Append($"$script:cairnPlain = @({string.Join(", ", WithoutSettings(grammar).Select(name => $"'{name}'"))})\n")
        .Append("$script:cairnOptions = @(\n").AppendJoin("", Options(grammar).Select(row => $"    , @('{row.Key}', '{row.Option}', '{row.Description}')\n")).Append(")\n")
        .Append("$script:cairnArguments = @{\n").Append(Pairs(Arguments(grammar))).Append("}\n")
        .Append("$script:cairnValues = @{\n").Append(Pairs(Values(grammar).Where(row => !row.Key.EndsWith("-?", StringComparison.Ordinal)))).Append("}\n\n")
        .Append(Functions.ReplaceLineEndings("\n"))
        .ToString();

    private static string Pairs(IEnumerable<(string Key, string Value)> rows) => string.Concat(rows.DistinctBy(row => row.Key).Select(row => $"    '{row.Key}' = '{row.Value}'\n"));

    private const string Functions = """
        # The migrations' or seeds' folders: by --extensions, the environment, cairn.json, or ./extensions.
        function script:Get-CairnFolder([string[]] $words) {
            $found = @(for ($i = 0; $i -lt $words.Count; $i++) {
                if ($words[$i] -in '-e', '--extensions' -and $i + 1 -lt $words.Count) { $words[$i + 1] }
                elseif ($words[$i] -match '^(--extensions|-e)=(.*)') { $Matches[2] }
            })
            if ($found) { return $found }
            if ($env:CAIRN_EXTENSIONS_PATH) { return $env:CAIRN_EXTENSIONS_PATH }
            if ($env:EXTENSIONS_PATH) { return $env:EXTENSIONS_PATH }
            if ((Test-Path cairn.json) -and (Get-Content cairn.json -Raw) -match '(?m)^\s*"extensions"\s*:\s*"([^"$]*)"') { return $Matches[1] }
            return 'extensions'
        }

        function script:Get-CairnOffer([string] $kind, [string] $current, [string[]] $words) {
            switch ($kind) {
                '' { }
                '@any' { }
                '@files' { Get-ChildItem -Path "$current*" -Name -ErrorAction Ignore | ForEach-Object { Join-Path (Split-Path $current) $_ } }
                '@versions' { Get-CairnFolder $words | ForEach-Object { Get-ChildItem -File "$_/migrations" -ErrorAction Ignore } | Where-Object Extension -in '.csx', '.sql' | ForEach-Object { $_.Name.Split('-')[0] } }
                '@seeds' { Get-CairnFolder $words | ForEach-Object { Get-ChildItem -File "$_/seeds" -ErrorAction Ignore } | Where-Object Extension -in '.csx', '.sql' | ForEach-Object BaseName }
                default { $kind.Split(' ') }
            }
        }

        function script:Get-CairnValue([string] $command, [string] $option) {
            $own = $script:cairnValues["$command $option"]
            if ($own) { $own } else { $script:cairnValues["* $option"] }
        }

        $script:cairnCompleter = {
            param($wordToComplete, $commandAst, $cursorPosition)
            $all = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -le $cursorPosition } | ForEach-Object { $_.Extent.Text })
            $words = if ($wordToComplete -and $all.Count -gt 0 -and $all[-1] -eq $wordToComplete) { @($all | Select-Object -SkipLast 1) } else { $all }
            $start = 1
            if ((Split-Path -Leaf $all[0]) -in 'dotnet', 'dotnet.exe') {
                if ($all.Count -gt 1 -and $all[1] -eq 'cairn') { $start = 2 }
                elseif ("$($all[1..3])" -eq 'tool run dotnet-cairn') { $start = 4 }
                else {
                    dotnet complete --position $cursorPosition "$commandAst" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
                    return
                }
            }
            $command = ''; $skip = ''; $group = $false
            for ($i = $start; $i -lt $words.Count; $i++) {
                $word = $words[$i]
                if ($skip) { $skip = '' }
                elseif ($word -like '-*=*') { }
                elseif ($word -like '-*') { if (Get-CairnValue $command $word) { $skip = $word } }
                elseif ($word -eq 'database' -and -not $command) { $group = $true }
                elseif (-not $command) { $command = $word }
            }
            $prefix = ''
            $offered = [ordered]@{}
            if ($skip) { Get-CairnOffer (Get-CairnValue $command $skip) $wordToComplete $words | ForEach-Object { $offered[$_] = $_ } }
            elseif ($wordToComplete -match '^(-[^=]*)=(.*)$') {
                $prefix = $Matches[1] + '='
                Get-CairnOffer (Get-CairnValue $command $Matches[1]) $Matches[2] $words | ForEach-Object { $offered[$_] = $_ }
            }
            elseif ($wordToComplete -like '-*') {
                $script:cairnOptions | Where-Object { $_[0] -eq $command -or $_[0] -eq '*' -or ($_[0] -eq '+' -and $command -notin $script:cairnPlain) } | ForEach-Object { $offered[$_[1]] = $_[2] }
            }
            elseif (-not $command) {
                $script:cairnCommands.GetEnumerator() | Where-Object { -not $group -or $_.Key -ne 'database' } | ForEach-Object { $offered[$_.Key] = $_.Value }
                if ($group) { $script:cairnGroup.GetEnumerator() | ForEach-Object { $offered[$_.Key] = $_.Value } }
            }
            else { Get-CairnOffer $script:cairnArguments[$command] $wordToComplete $words | ForEach-Object { $offered[$_] = $_ } }
            $offered.GetEnumerator() | Where-Object { ($prefix + $_.Key).StartsWith($wordToComplete) } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($prefix + $_.Key, $_.Key, 'ParameterValue', $_.Value)
            }
        }

        Register-ArgumentCompleter -Native -CommandName dotnet-cairn, dotnet -ScriptBlock $script:cairnCompleter

        """;
}
