#!/usr/bin/env bash
# Makes sure that the database servers the tests start are on the machine. Says what it finds, and never fails:
# without a server its tests are skipped with the reason (or fail, where CAIRN_REQUIRE_ENGINES names it).
set -euo pipefail

postgres_folder() {
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

if [[ -n ${CAIRN_TEST_POSTGRES:-} ]]; then
  echo "engines: PostgreSQL is given by CAIRN_TEST_POSTGRES."
elif folder=$(postgres_folder); then
  echo "engines: PostgreSQL found in $folder."
elif ! command -v apt-get >/dev/null; then
  echo "engines: no PostgreSQL, and no apt-get to install it with; its tests will be skipped. Install it, or set CAIRN_TEST_POSTGRES." >&2
elif [[ $(id -u) -ne 0 ]]; then
  echo "engines: no PostgreSQL, and only root may install it (apt-get install postgresql); its tests will be skipped." >&2
else
  echo "engines: installing PostgreSQL …"
  if apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql >/dev/null; then
    echo "engines: PostgreSQL installed in $(postgres_folder)."
  else
    echo "engines: PostgreSQL could not be installed; its tests will be skipped." >&2
  fi
fi

mariadb_program() {
  command -v mariadbd || { [[ -x /usr/sbin/mariadbd ]] && echo /usr/sbin/mariadbd; } || { [[ -x /usr/libexec/mariadbd ]] && echo /usr/libexec/mariadbd; }
}

if [[ -n ${CAIRN_TEST_MARIADB:-} ]]; then
  echo "engines: MariaDB is given by CAIRN_TEST_MARIADB."
elif program=$(mariadb_program); then
  echo "engines: MariaDB found, $program."
elif ! command -v apt-get >/dev/null; then
  echo "engines: no MariaDB, and no apt-get to install it with; its tests will be skipped. Install it, or set CAIRN_TEST_MARIADB." >&2
elif [[ $(id -u) -ne 0 ]]; then
  echo "engines: no MariaDB, and only root may install it (apt-get install mariadb-server-core mariadb-client-core); its tests will be skipped." >&2
else
  echo "engines: installing MariaDB …"
  if apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends mariadb-server-core mariadb-client-core >/dev/null; then
    echo "engines: MariaDB installed, $(mariadb_program)."
  else
    echo "engines: MariaDB could not be installed; its tests will be skipped." >&2
  fi
fi

if program=$(command -v pgbouncer) || { [[ -x /usr/sbin/pgbouncer ]] && program=/usr/sbin/pgbouncer; }; then
  echo "engines: PgBouncer found, $program."
elif ! command -v apt-get >/dev/null || [[ $(id -u) -ne 0 ]]; then
  echo "engines: no PgBouncer (apt-get install pgbouncer, as root); the tests of PostgreSQL behind a pooler will be skipped." >&2
else
  echo "engines: installing PgBouncer …"
  if apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends pgbouncer >/dev/null; then
    echo "engines: PgBouncer installed."
  else
    echo "engines: PgBouncer could not be installed; the tests of PostgreSQL behind a pooler will be skipped." >&2
  fi
fi
if [[ -n ${CAIRN_TEST_MYSQL:-} ]]; then
  echo "engines: MySQL is given by CAIRN_TEST_MYSQL."
elif said=$("$(dirname "${BASH_SOURCE[0]}")/install-mysql.sh" 2>&1); then
  echo "engines: MySQL ${said#mysql: }"
else
  echo "engines: MySQL could not be had; its tests are skipped (${said#mysql: })" >&2
fi
if [[ -x /usr/bin/chromium ]]; then
  echo "engines: Chromium found, /usr/bin/chromium."
elif ! command -v apt-get >/dev/null || [[ $(id -u) -ne 0 ]]; then
  echo "engines: no Chromium (apt-get install chromium, as root); the tests that look at a drill's page will be skipped." >&2
else
  echo "engines: installing Chromium …"
  if apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium >/dev/null; then
    echo "engines: Chromium installed."
  else
    echo "engines: Chromium could not be installed; the tests that look at a drill's page will be skipped." >&2
  fi
fi
echo "engines: SQLite comes with the driver."
