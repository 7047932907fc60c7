#!/usr/bin/env bash
# Builds the tool and migrates this example's SQLite file, so that a fresh clone shows tables in one command.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
cairn=("dotnet" "$here/../../artifacts/tool/dotnet-cairn.dll")

dotnet build "$here/../../tool/Cairn.Tool" --configuration Release --output "$here/../../artifacts/tool" --nologo --verbosity quiet
"${cairn[@]}" migrate:latest "$@"
"${cairn[@]}" migrate:list "$@"
echo
echo "The database is ${here}/cairn.db; 'sqlite3 cairn.db .tables' shows its tables."
