#!/usr/bin/env bash
# Compiles the tool's launcher for this machine into <folder>/<runtime>. Fails where the registry has no compiler for it, or the machine no linker; the tool runs without it.
set -euo pipefail
folder=$(realpath -m "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runtime=$(dotnet --info | sed -n 's/^ *RID: *//p' | head -n 1)
# clang is what the SDK takes where nothing is said; it is not on every machine that has a compiler.
linker=$(command -v clang gcc | head -n 1) || { echo "launcher: there is no clang and no gcc to link it with." >&2; exit 1; }
dotnet publish tool/Cairn.Launcher --configuration Release --runtime "$runtime" -p:NativeLauncher=true -p:CppCompilerAndLinker="$(basename "$linker")" --output "$folder/$runtime" --nologo --verbosity quiet
# The symbols are as large as the program, and the rest is the tool's.
find "$folder/$runtime" -mindepth 1 -not -name cairn-launcher -delete
echo "launcher: $folder/$runtime/cairn-launcher"
