#!/usr/bin/env bash
# A backend's memory stays flat over many calls of every function, half of them ended by an error: prints it for each.
#
# usage: tools/check_memory.sh [CALLS]    (default 1000000 of each function; fewer of the catalogues')
. "$(dirname "${BASH_SOURCE[0]}")/throwaway.sh"

need_packages
open_workshop
build_extension "$root"
start_server
createdb memory
psql -X -q -v ON_ERROR_STOP=1 -d memory -c "CREATE EXTENSION vn_civic" -f "$root/test/memory.sql"
PGOPTIONS="-c client_min_messages=warning" psql -X -q -v ON_ERROR_STOP=1 -d memory -c "CALL calls_of(${1:-1000000})"
