#!/usr/bin/env bash
# The overview, the quarter's figures and the start of a centre that has ten years of national volume behind it: 160,000
# closed cases with 5 million services, beside 50 open ones. Against the same centre without the volume, and
# against the sqlite3 shell, in one run. Takes 1.2 GB of disk and some two minutes.
#
#   Tests/Load/volume-bench.sh PROGRAM
set -euo pipefail
program=$(realpath "${1:?Tests/Load/volume-bench.sh PROGRAM}")
root=$(realpath "$(dirname "$0")/../..")
folder=$(mktemp -d "${TMPDIR:-/tmp}/fjorten-volume.XXXXXX")
server=
stop() {
    [ -n "$server" ] && kill "$server"
    server=
}
trap 'stop; rm -rf "$folder"' EXIT

# Sets `address` and `started` (milliseconds from the command to the first answer).
start() { # DATA
    python3 - "$program" "$1" "$root" "$folder/log" >"$folder/started" <<'END'
import http.client, re, subprocess, sys, time
program, data, root, log = sys.argv[1:]
began = time.monotonic()
server = subprocess.Popen(
    [program, "serve", "--data", data, "--root", root, "--listen", "127.0.0.1:0"],
    stderr=open(log, "w"), start_new_session=True)
while True:
    found = re.search(r'"listening".*?"address":"([^"]+)"', open(log).read())
    if found:
        link = http.client.HTTPConnection(found[1])
        link.request("GET", "/")
        assert link.getresponse().status == 200
        break
    if server.poll() is not None or time.monotonic() - began > 60:
        sys.exit(f"the server did not start; see {log}")
    time.sleep(0.002)
print(server.pid, found[1], round((time.monotonic() - began) * 1000))
END
    read -r server address started <"$folder/started"
}

# Logs in and prints the session cookie.
session() {
    python3 - "$address" <<'END'
import http.client, re, sys, urllib.parse
link = http.client.HTTPConnection(sys.argv[1])
def cookies(answer):
    return "; ".join(v.split(";")[0] for k, v in answer.getheaders() if k.lower() == "set-cookie")
link.request("GET", "/log-ind")
page = link.getresponse()
sent, markup = cookies(page), page.read().decode()
token = re.search(r'name="token"[^>]*value="([^"]*)"', markup)[1]
form = {"token": token, "brugernavn": "leif", "adgangskode": "maales-i-aften-1"}
link.request("POST", "/log-ind", urllib.parse.urlencode(form),
             {"Content-Type": "application/x-www-form-urlencoded", "Cookie": sent})
answer = link.getresponse()
assert answer.status == 303, answer.status
print(cookies(answer))
END
}

measure() { # NAME DATA
    start "$2"
    local cookie report answered p50 p99 longest failed
    cookie=$(session)
    read -r answered failed p50 p99 longest < <(
        "$folder/paced" "$address" /overblik 200 10 32 "Cookie: $cookie")
    report=$(for _ in 1 2 3 4 5; do
        curl -s -o /dev/null -w '%{time_total}\n' -H "Cookie: $cookie" "http://$address/rapporter/garanti"
    done | sort -n | sed -n 3p)
    printf '%s: first answer after %s ms, %s MB resident\n' "$1" "$started" \
        "$(awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status")"
    printf '  /overblik with 50 open cases at 200 requests a second: p50 %s ms, p99 %s ms (goal: at most 20), ' "$p50" "$p99"
    printf 'longest %s ms, %s of %s refused\n' "$longest" "$failed" "$answered"
    printf "  the quarter's figures: %s s\n" "$report"
    seconds=$report
    leave
}

# Not a child of this shell: end it, and wait until it is gone.
leave() {
    kill "$server"
    while kill -0 "$server" 2>/dev/null; do sleep 0.1; done
    server=
}

"$program" demo --data "$folder/data" --root "$root" --seed 14 >/dev/null
echo "maales-i-aften-1" | "$program" user password --data "$folder/data" --login leif >/dev/null
gcc -O2 -o "$folder/paced" "$root/Tests/Load/paced.c"
start "$folder/data"
python3 "$root/Tests/Load/open-cases.py" "http://$address" "$folder/data" 50
leave
measure "a year" "$folder/data"

sqlite3 "$folder/data/fjorten.sqlite" <"$root/Tests/Load/volume.sql" >/dev/null
# What was written in bulk is on disk before anybody waits for a commit of hers.
sync "$folder/data/fjorten.sqlite"
measure "ten years of the country" "$folder/data"

# What a report must read at the least: the period's cases and every fact of theirs.
bare=$(python3 - "$folder/data/fjorten.sqlite" <<'END'
import datetime, subprocess, sys, time
today = datetime.date.today()
first = datetime.date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
sql = f"""SELECT case_id, type, happened_on, happened_at, facts, details, recorded_at FROM ledger_entry
WHERE case_id IN (SELECT case_id FROM ledger_entry
    WHERE type IN ('enquiry', 'treatment-wish') AND happened_on BETWEEN '{first}' AND '{today}')
ORDER BY case_id, position;"""
times = []
for _ in range(5):
    began = time.monotonic()
    subprocess.run(["sqlite3", sys.argv[1], sql], stdout=subprocess.DEVNULL, check=True)
    times.append(time.monotonic() - began)
print(f"{sorted(times)[2]:.3f}")
END
)
awk -v ours="$seconds" -v bare="$bare" 'BEGIN {
    printf "  the same facts out of the sqlite3 shell: %s s; ratio %.2f (goal: at most 1.5)\n", bare, ours / bare
}'
