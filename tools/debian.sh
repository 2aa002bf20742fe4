#!/usr/bin/env bash
# Every test on other releases of Debian, each in a throw-away root of its own; ends with a line for each.
#
# usage: tools/debian.sh RELEASE...        bullseye (PostgreSQL 13), bookworm (15), trixie (17), sid (18)
#
#   DEBIAN_MIRROR   where the packages come from (default: debootstrap's)
#   TMPDIR          where the roots go, 1.5 GB each (default /var/tmp)
#
# Needs root's rights and debootstrap. Mounts and processes live in namespaces, so that they end with this script.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ $# -gt 0 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 2; }
[ "$(id -u)" = 0 ] || { echo "${0##*/}: must be run by root" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "${0##*/}: please install debootstrap" >&2; exit 1; }

base=$(mktemp -d "${TMPDIR:-/var/tmp}/vn_civic.XXXXXX")
trap 'rm -rf --one-file-system "$base"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Usage: make_root RELEASE FOLDER
make_root() {
	debootstrap --variant=minbase "$1" "$2" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$base/log" 2>&1 ||
		{ tail -n 20 "$base/log" >&2; return 1; }
	# proxies and the like, as this machine has them
	! command -v apt-config >/dev/null || apt-config dump Acquire >"$2/etc/apt/apt.conf.d/90host"
	mkdir "$2/vn_civic"
	tar -C "$source" --exclude=./.git --exclude=./build -cf - . | tar -C "$2/vn_civic" --no-same-owner -xf -
}

# Usage: test_root FOLDER: tools/test.sh in there, as its root.
test_root() {
	unshare --mount --pid --fork --kill-child bash -euc '
		mount -t proc proc "$1/proc"
		mkdir -p "$1/dev/shm"
		mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"
		chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root /vn_civic/tools/test.sh' test_root "$1"
}

summary=()
status=0
for release in "$@"; do
	echo "== $release: making its root"
	make_root "$release" "$base/$release"
	test_root "$base/$release" 2>&1 | tee "$base/log" || status=1
	summary+=("$release: $(sed -n 's/^== using //p' "$base/log"): $(grep -E '^[0-9]+ passed, ' "$base/log" || echo "did not end")")
	rm -rf --one-file-system "$base/$release"
done
printf '%s\n' "${summary[@]}"
exit $status
