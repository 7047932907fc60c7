#!/usr/bin/env bash
# Makes sure that the database servers the tests start are on the machine. Says what it finds, and never fails:
# without a server its tests are skipped with the reason (or fail, where CAIRN_REQUIRE_ENGINES names it).
set -euo pipefail

find_postgres() {
  local name folder
  if name=$(command -v postgres) && folder=$(dirname "$name") && [[ -x $folder/initdb ]]; then
    echo "$folder"
    return
  fi
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V -r); do
    if [[ -x $folder/postgres && -x $folder/initdb ]]; then
      echo "$folder"
      return
    fi
  done
  return 1
}

# The servers' folders are not in everybody's PATH.
find_program() {
  local folder
  command -v "$1" && return
  for folder in /usr/sbin /usr/libexec /usr/bin; do
    if [[ -x $folder/$1 ]]; then
      echo "$folder/$1"
      return
    fi
  done
  return 1
}

# ensure <name> <what is lost without it> <Debian packages> <command that finds it …>
ensure() {
  local name=$1 lost=$2 packages=$3 found
  shift 3
  if found=$("$@"); then
    echo "engines: $name found, $found."
  elif ! command -v apt-get >/dev/null; then
    echo "engines: no $name, and no apt-get to install it with; $lost will be skipped." >&2
  elif [[ $(id -u) -ne 0 ]]; then
    echo "engines: no $name, and only root may install it (apt-get install $packages); $lost will be skipped." >&2
  else
    echo "engines: installing $name …"
    # shellcheck disable=SC2086 # Several packages are several words.
    if apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages >/dev/null && found=$("$@"); then
      echo "engines: $name installed, $found."
    else
      echo "engines: $name could not be installed; $lost will be skipped." >&2
    fi
  fi
}

given() {
  [[ -n ${!2:-} ]] && echo "engines: $1 is given by $2."
}

given PostgreSQL CAIRN_TEST_POSTGRES || ensure PostgreSQL "its tests (where CAIRN_TEST_POSTGRES names no server)" postgresql find_postgres
given MariaDB CAIRN_TEST_MARIADB || ensure MariaDB "its tests (where CAIRN_TEST_MARIADB names no server)" "mariadb-server-core mariadb-client-core" find_program mariadbd
ensure PgBouncer "the tests of PostgreSQL behind a pooler" pgbouncer find_program pgbouncer
ensure Chromium "the tests that look at a drill's page" chromium find_program chromium
if given MySQL CAIRN_TEST_MYSQL; then
  :
elif said=$("$(dirname "${BASH_SOURCE[0]}")/install-mysql.sh" 2>&1); then
  echo "engines: MySQL ${said#mysql: }"
else
  echo "engines: MySQL could not be had; its tests are skipped (${said#mysql: })" >&2
fi
