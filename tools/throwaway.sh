# shellcheck shell=bash
# Sourced by the scripts beside it: a place to build the extension and run it that leaves nothing behind.
#
#   need_packages [EXTRA...]   installs by apt-get what a build needs and this machine lacks
#   open_workshop              makes the temporary folder $work; it is removed, server and all, when the script ends
#   build_extension TREE [DIR] copies a source tree to $work/DIR (src), builds it there, installs it in the private PostgreSQL
#   start_server [PROGRAM]     starts the private PostgreSQL and points psql at it
#
# The system's PostgreSQL is never written to: its programs are copied into $work and find their libraries and shared
# files relative to themselves (PostgreSQL is relocatable: src/port/path.c), so `make install` lands in $work too.
#
#   PG_CONFIG   which PostgreSQL to use (default: the newest server with headers that is installed)
#   TMPDIR      where the temporary folder goes (default /tmp; also /tmp when its path does not suit)

set -euo pipefail
export LC_ALL=C.UTF-8 LANGUAGE=C
unset MAKEFLAGS MFLAGS MAKELEVEL
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=

say() { printf '== %s\n' "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# Can a PostgreSQL both be built against and run?
usable() {
	command -v "$1" >/dev/null && [ -e "$("$1" --pgxs)" ] && [ -x "$("$1" --bindir)/postgres" ] &&
		[ -e "$("$1" --includedir-server)/postgres.h" ]
}

# Sets PG_CONFIG to the newest usable PostgreSQL.
find_postgresql() {
	local candidate
	for candidate in $(ls -d /usr/lib/postgresql/*/bin/pg_config 2>/dev/null | sort -rV) pg_config; do
		if usable "$candidate"; then
			PG_CONFIG=$(command -v "$candidate")
			return
		fi
	done
	return 1
}

# Usage: need_packages [EXTRA...], each "program:package" or "/a/file:package".
need_packages() {
	local missing=() pair major
	for pair in gcc:gcc make:make pkg-config:pkg-config "$@"; do
		command -v "${pair%%:*}" >/dev/null || [ -e "${pair%%:*}" ] || missing+=("${pair##*:}")
	done
	pkg-config --exists icu-uc 2>/dev/null || missing+=(libicu-dev)
	if [ -n "${PG_CONFIG:-}" ]; then
		usable "$PG_CONFIG" || die "PG_CONFIG=$PG_CONFIG: no such program, or its server, headers or pgxs.mk are missing"
	elif ! find_postgresql; then
		# The major version that this release of the distribution carries.
		major=$(apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9][0-9]*\)$/\1/p')
		missing+=("postgresql-${major:-15}" "postgresql-server-dev-${major:-15}")
	fi
	if [ ${#missing[@]} -gt 0 ]; then
		install_packages "${missing[@]}"
		[ -n "${PG_CONFIG:-}" ] || find_postgresql || die "no PostgreSQL with server headers found; set PG_CONFIG"
	fi
	say "using $("$PG_CONFIG" --version), ICU $(pkg-config --modversion icu-uc), $(gcc --version | head -n 1)"
}

install_packages() {
	local as_root=()
	command -v apt-get >/dev/null || die "please install: $*"
	if [ "$(id -u)" != 0 ]; then
		sudo -n true 2>/dev/null || die "missing packages, and no right to install them. As root: apt-get install $*"
		as_root=(sudo -n)
	fi
	say "installing by apt-get: $*"
	# The text of the script is run as root. The server's package would create and start a cluster, which nobody asked
	# for: its configuration says not to while it is being installed, and is put back afterwards.
	"${as_root[@]}" bash -euc '
		export DEBIAN_FRONTEND=noninteractive
		get() { apt-get -qq -y --no-install-recommends install "$@" >"$log" 2>&1 || { tail -n 20 "$log" >&2; exit 1; }; }
		log=$(mktemp); conf=/etc/postgresql-common/createcluster.conf
		trap "rm -f \"$log\"; if [ -e $conf.vn_civic ]; then mv -f $conf.vn_civic $conf; fi" EXIT
		apt-get -qq update || true
		case " $* " in *" postgresql-"[0-9]*)
			get postgresql-common
			[ ! -e $conf ] || { cp -p $conf $conf.vn_civic; echo "create_main_cluster = false" >>$conf; } ;;
		esac
		get "$@"' install "$@" || die "apt-get could not install: $*"
}

# Runs a command without root's rights: PostgreSQL refuses them, and a build does not need them.
unprivileged() {
	if [ "$(id -u)" = 0 ]; then
		runuser -u "$user" -- env HOME="$work" PATH="$PATH" "$@"
	else
		"$@"
	fi
}

open_workshop() {
	local base
	user=$(id -un)
	if [ "$(id -u)" = 0 ]; then
		user=nobody
		! id postgres >/dev/null 2>&1 || user=postgres
	fi
	exec 3>&1
	trap 'status=$?; trap - EXIT; close_workshop; exit $status' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	for base in "${TMPDIR:-/tmp}" /tmp /var/tmp; do
		! workshop_below "$base" || break
	done
	[ -n "$work" ] || die "no folder for temporary files suits; set TMPDIR"
	export TMPDIR=$work
	cd "$work"
	say "working in $work as user $user"
	relocate_postgresql
}

# Makes $work below a folder where that will do: make cannot work below a blank, a socket's path may not exceed 107 bytes,
# the unprivileged user must get there, and programs must be allowed to run.
workshop_below() {
	[[ $1 != *[!A-Za-z0-9/._-]* && ${#1} -le 60 ]] || return 1
	work=$(mktemp -d "$1/vn_civic.XXXXXX" 2>/dev/null) || return 1
	chmod 755 "$work"
	[ "$(id -u)" != 0 ] || chown "$user" "$work"
	if cp /bin/true "$work/true" && (cd / && unprivileged "$work/true") >/dev/null 2>&1; then
		return 0
	fi
	rm -rf "$work"
	work=
	return 1
}

close_workshop() {
	[ -n "$work" ] || return 0
	cd /
	if [ -e "$work/data/postmaster.pid" ]; then
		unprivileged "$pgbin/pg_ctl" -D "$work/data" -m immediate -w stop >/dev/null 2>&1 || true
	fi
	rm -rf "$work"
	say "stopped the server, removed $work" >&3
	work=
}

# Sets PG_CONFIG and $pgbin to a PostgreSQL below $work/pg. Programs are copied, since a link would lead back home;
# libraries and shared files are a forest of links, in which `make install` adds files of its own.
relocate_postgresql() {
	local home=$work/pg dir
	pgbin=$home$("$PG_CONFIG" --bindir)
	unprivileged mkdir -p "$pgbin"
	unprivileged cp -RL "$("$PG_CONFIG" --bindir)/." "$pgbin"
	for dir in "$("$PG_CONFIG" --sharedir)" "$("$PG_CONFIG" --pkglibdir)"; do
		unprivileged mkdir -p "$home$dir"
		unprivileged cp -RsL "$(realpath "$dir")/." "$home$dir"
	done
	for dir in "$("$PG_CONFIG" --includedir)" "$("$PG_CONFIG" --includedir-server)" "$("$PG_CONFIG" --libdir)"; do
		[ ! -e "$home$dir" ] || continue
		unprivileged mkdir -p "$home${dir%/*}"
		unprivileged ln -s "$dir" "$home$dir"
	done
	(cd "$home" && unprivileged find . -depth -path '*vn_civic*' -delete)
	if [[ $("$pgbin/pg_config" --sharedir) != "$home"/* ]]; then
		# Debian's pg_config of PostgreSQL 13 and 14 always speaks of where it was installed; the server does not.
		printf '#!/bin/sh\n%q "$@" | sed "s|^/|%s/|"\n' "$PG_CONFIG" "$home" >"$work/pg_config"
		chmod 755 "$work/pg_config"
		unprivileged cp "$work/pg_config" "$pgbin/pg_config"
	fi
	PG_CONFIG=$pgbin/pg_config
}

# Usage: build_extension TREE [DIR [MAKE-ARGUMENTS...]]. What the compiler had to say is left in $work/build.log.
build_extension() {
	local tree=$1 source=$work/${2:-src}
	mkdir -p "$source"
	tar -C "$tree" --exclude=./.git -cf - . | tar -C "$source" --no-same-owner -xf -
	[ "$(id -u)" != 0 ] || chown -R "$user" "$source"
	in_tree "$source" clean >/dev/null 2>&1 || true
	logged "building" in_tree "$source" all "${@:3}"
	mv "$work/log" "$work/build.log"
	logged "installing into the private PostgreSQL" in_tree "$source" install
}

# Usage: in_tree SOURCE MAKE-ARGUMENTS...
in_tree() {
	local source=$1
	shift
	# No bitcode: it would need clang, and serves only JIT inlining.
	unprivileged make -s -C "$source" -j2 PG_CONFIG="$PG_CONFIG" with_llvm=no "$@"
}

# Usage: logged WHAT COMMAND...: one line when it works, the end of its output when it does not.
logged() {
	local what=$1 began=$SECONDS
	shift
	if ! "$@" >"$work/log" 2>&1; then
		tail -n 40 "$work/log" >&2
		die "$what failed"
	fi
	say "$what: $((SECONDS - began)) s"
}

# Usage: start_server [PROGRAM], one to run instead of postgres.
start_server() {
	logged "creating a database cluster" unprivileged "$pgbin/initdb" -D "$work/data" --encoding=UTF8 --locale=C.UTF-8 \
		--auth=trust --username=postgres --no-sync
	unprivileged mkdir "$work/socket"
	logged "starting the server on a private socket" unprivileged "$pgbin/pg_ctl" -D "$work/data" -w -t 180 -p "${1:-$pgbin/postgres}" \
		-l "$work/data/server.log" -o "-c listen_addresses='' -c unix_socket_directories='$work/socket' -c fsync=off" start
	export PGHOST=$work/socket PGUSER=postgres PGDATABASE=postgres PATH="$pgbin:$PATH"
	unset PGPORT PGPASSWORD PGSERVICE PGOPTIONS PGSSLMODE PGHOSTADDR
}
