#!/usr/bin/env bash
# All tests, on everything that is on this machine: installs the database servers where it may, builds, tests.
# Arguments go to the test runner, as --filter-class "Cairn.Engines.Tests.Contracts.*".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
results=artifacts/test-results

tests/install-engines.sh

# The engine tests run the tool thousands of times: the one that users get, compiled ahead, takes a third of the time. Where the registry
# has nothing to compile it with, they run the one that the build puts beside them.
tool=$PWD/artifacts/tool
if [[ -z ${CAIRN_TEST_TOOL:-} ]]; then
  runtime=$(dotnet --info | sed -n 's/^ *RID: *//p' | head -n 1)
  if dotnet publish tool/Cairn.Tool --configuration Release --runtime "$runtime" --output "$tool" --nologo --verbosity quiet; then
    export CAIRN_TEST_TOOL=$tool/dotnet-cairn.dll
    if launchers=$PWD/artifacts/launchers && tests/make-launcher.sh "$launchers"; then
      cp "$launchers/$runtime/cairn-launcher" "$tool/"
      export CAIRN_TEST_TOOL=$tool/cairn-launcher
    else
      echo "tests: the launcher could not be compiled; the engine tests run the tool without it." >&2
    fi
  else
    echo "tests: the tool could not be compiled ahead; the engine tests run it as built, and take longer." >&2
  fi
fi

rm -rf "$results"
exec dotnet test --solution Tool.sln --results-directory "$results" --report-xunit-trx "$@"
