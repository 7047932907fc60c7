#!/usr/bin/env bash
# Unpacks MySQL into artifacts/mysql, where the tests find it. It installs nothing and starts nothing, and needs no root.
# No Debian release has MySQL, but its unstable branch does: the package and all libraries under it, down to libc, are fetched from the
# mirror that this machine's apt uses, with apt's check of signatures, and run beside the machine's own through their own loader.
# Ends with 1, and the reason, where MySQL cannot be had.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
target=$PWD/artifacts/mysql

fail() {
  echo "mysql: $1" >&2
  exit 1
}

if [[ -x $target/mysqld ]]; then
  echo "mysql: found in $target."
  exit 0
fi

command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || fail "no apt-get to fetch it with."
mirror=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' 2>/dev/null | grep -E '/debian/?$' | head -n 1) || true
[[ -n $mirror ]] || fail "this machine's apt knows no mirror of Debian."
keys=$(ls /usr/share/keyrings/debian-archive-keyring.* 2>/dev/null | head -n 1) || true
[[ -n $keys ]] || fail "Debian's keys are not on this machine (package debian-archive-keyring)."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial" "$work/tree"
touch "$work/state/status"
echo "deb [signed-by=$keys] $mirror sid main" >"$work/sources.list"
# Of its own in everything, so that the machine's apt never hears of the unstable branch. A mirror's copy of the index may be some days old.
cat >"$work/apt.conf" <<CONFIGURATION
Dir::State "$work/state";
Dir::State::status "$work/state/status";
Dir::Cache "$work/cache";
Dir::Etc::SourceList "$work/sources.list";
Dir::Etc::SourceParts "/dev/null";
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
Acquire::Retries "1";
Acquire::http::Timeout "20";
APT::Sandbox::User "";
APT::Install-Recommends "false";
Debug::NoLocking "true";
CONFIGURATION

export APT_CONFIG=$work/apt.conf
limit=${CAIRN_MYSQL_FETCH_SECONDS:-60}
timeout "$limit" apt-get update -qq -o APT::Update::Error-Mode=any >"$work/log" 2>&1 || fail "no unstable branch on the mirror: $(tail -n 1 "$work/log")"
timeout "$limit" apt-get install -qq -y --download-only mysql-server-core >"$work/log" 2>&1 || fail "not fetched: $(tail -n 1 "$work/log")"

for package in "$work"/cache/archives/*.deb; do
  case ${package##*/} in
    perl* | libperl*) ;; # The server's scripts ask for it; the server does not.
    *) dpkg-deb -x "$package" "$work/tree" ;;
  esac
done
rm -rf "$work"/tree/usr/share/{doc,man,locale,lintian}

loader=$(cd "$work/tree" && find . -name 'ld-linux-*.so.*' | head -n 1)
[[ -n $loader && -x $work/tree/usr/sbin/mysqld ]] || fail "the packages are not what was expected."
loader=${loader#./}
cat >"$work/tree/mysqld" <<PROGRAM
#!/bin/sh
# The server, with the libraries that were unpacked beside it.
here=\$(dirname "\$(readlink -f "\$0")")
first=\$1
shift
exec "\$here/$loader" --library-path "\$here/$(dirname "$loader")" "\$here/usr/sbin/mysqld" "\$first" --basedir="\$here/usr" --lc-messages-dir="\$here/usr/share/mysql" "\$@"
PROGRAM
chmod 755 "$work/tree/mysqld" "$work/tree"
"$work/tree/mysqld" --no-defaults --version >"$work/log" 2>&1 || fail "it does not run here: $(tail -n 1 "$work/log")"

mkdir -p "${target%/*}"
rm -rf "$target.new" "$target"
mv "$work/tree" "$target.new"
# Last and at once: a folder that is there is whole.
mv "$target.new" "$target"
echo "mysql: unpacked into $target, $(sed 's/.*Ver/version/' "$work/log")"
