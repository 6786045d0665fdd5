#!/usr/bin/env bash
# Durable registrations: 64 people fill the citizen's form at once, against what SQLite does with one commit
# for each insert on the same disk. Both in one run, so that the ratio says something on any machine.
#
#   Tests/Load/store-bench.sh PROGRAM [SECONDS]
set -euo pipefail
program=$(realpath "$1")
seconds=${2:-10}
root=$(realpath "$(dirname "$0")/../..")
folder=$(mktemp -d "${TMPDIR:-/tmp}/fjorten-bench.XXXXXX")
server=
finish() {
    [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
    rm -rf "$folder"
}
trap finish EXIT

"$program" migrate --data "$folder/data" --root "$root" >/dev/null
"$program" serve --data "$folder/data" --root "$root" --listen 127.0.0.1:0 2>"$folder/log" &
server=$!
for _ in $(seq 100); do
    address=$(sed -n 's/.*"listening".*"address":"\([^"]*\)".*/\1/p' "$folder/log")
    [ -n "$address" ] && break
    sleep 0.05
done

wrk -t64 -c64 -d"${seconds}s" -s "$root/Tests/Load/registrations.lua" "http://$address" >"$folder/wrk"
count() { sqlite3 "file:$folder/data/fjorten.sqlite?mode=ro" "$1"; }
registrations=$(count "SELECT count(*) FROM ledger_entry WHERE type = 'enquiry'")

# The same disk, the same pragmas, one row and one commit at a time.
inserts=$(python3 - "$folder/alone.sqlite" "$seconds" <<'END'
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = FULL")
db.execute("CREATE TABLE enquiry (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")
until, count = time.monotonic() + float(sys.argv[2]) / 2, 0
while time.monotonic() < until:
    db.execute("INSERT INTO enquiry (body) VALUES (randomblob(400))")
    count += 1
print(round(count / (float(sys.argv[2]) / 2)))
END
)
awk -v registrations="$registrations" -v seconds="$seconds" -v inserts="$inserts" 'BEGIN {
    rate = registrations / seconds
    printf "registrations, 64 people at once: %.0f a second (each 5 durable writes: %.0f a second)\n", rate, rate * 5
    printf "one commit for each insert:       %.0f a second\n", inserts
    printf "ratio: registrations %.2f, durable writes %.2f (goal: at least 2)\n", rate / inserts, rate * 5 / inserts
}'
grep -E 'Non-2xx|Socket errors' "$folder/wrk" || true
