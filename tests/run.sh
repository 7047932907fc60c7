#!/usr/bin/env bash
# All tests, on everything that is on this machine: installs the database servers where it may, builds, tests.
# Arguments go to the test runner, as --filter-class "Cairn.Engines.Tests.Contracts.*".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
results=artifacts/test-results

tests/install-engines.sh
rm -rf "$results"
exec dotnet test --solution Tool.sln --results-directory "$results" --report-xunit-trx "$@"
