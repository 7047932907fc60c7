#!/usr/bin/env bash
# Makes Recordings/*.sql anew with the real tools: each applies three migrations to an empty database, and its own tables are written down.
# Only for who changes an adopter or wants a newer version of a tool in the recordings; the tests need none of it.
#
#   tests/Cairn.Engines.Tests/Adoptions/Recorders/record.sh [knex mikro-orm strapi directus efcore]
#
# It needs node with npm and dotnet, and for each server its host and port in CAIRN_RECORD_POSTGRES (user postgres, with pg_dump on PATH), CAIRN_RECORD_MARIADB
# and CAIRN_RECORD_MYSQL (user root), all without a password; what is not set is left as it is. Databases cairn_record_* are made anew on them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=${CAIRN_RECORD_FOLDER:-$(mktemp -d)}
tools=("$@")
[ ${#tools[@]} -gt 0 ] || tools=(knex mikro-orm strapi directus efcore)

# Versions that restore together on node 20; newer ones of some need a newer node.
packages() {
    case $1 in
        knex) echo "knex@3.3.0" ;;
        mikro-orm) echo "@mikro-orm/core@6.6.16 @mikro-orm/migrations@6.6.16 @mikro-orm/sqlite@6.6.16 @mikro-orm/postgresql@6.6.16 @mikro-orm/mysql@6.6.16 @mikro-orm/mariadb@6.6.16" ;;
        strapi) echo "@strapi/database@5.54.0" ;;
        directus) echo "directus@11.3.5" ;;
        efcore) echo "" ;;
    esac
}

for tool in "${tools[@]}"; do
    folder=$work/$tool
    mkdir -p "$folder"
    cp "$here"/*.js "$folder"
    (
        cd "$folder"
        [ -f package.json ] || npm init -y > /dev/null
        # shellcheck disable=SC2046
        [ -d node_modules ] || npm install --no-audit --no-fund $(packages "$tool") better-sqlite3@12 pg@8 mysql2@3 > npm.log 2>&1
        for engine in sqlite postgres mariadb mysql; do
            variable=CAIRN_RECORD_${engine^^}
            if [ "$engine" = sqlite ] || [ -n "${!variable:-}" ]; then
                node "$tool.js" "$engine" "${!variable:-}" "$here/../Recordings/$tool.$engine.sql"
            fi
        done
    )
done
