#!/usr/bin/env bash
# Clients that mean harm, against a running server: Tests/Load/http-defence.sh PROGRAM [REQUESTS]
#
# Slow heads, slow bodies and slow readers (slowhttptest) while a normal request must be answered within a second;
# a server with 64 descriptors; clients killed in the middle of a response; REQUESTS (100000) in a row with memory
# and descriptors flat. Needs slowhttptest and wrk.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$(realpath "${1:?Tests/Load/http-defence.sh PROGRAM [REQUESTS]}")
requests=${2:-100000}
dir=$(mktemp -d)
pid=
trap 'kill $pid 2>/dev/null || true; rm -rf "$dir"' EXIT

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
site=http://127.0.0.1:$port
serve() { # DESCRIPTORS
    (ulimit -n "$1" && exec "$program" serve --data "$dir/data" --root . --listen "127.0.0.1:$port") 2>>"$dir/log" &
    pid=$!
    for _ in $(seq 100); do curl -s -o /dev/null "$site/" && return; sleep 0.1; done
    echo "defence: the server does not come up" >&2
    exit 1
}
stop() { kill "$pid"; wait "$pid" || { echo "defence: the server ended badly" >&2; exit 1; }; }
# The attackers all come from 127.0.0.1 and may use up its share, so the citizen comes from another address.
citizen() { curl -s -o /dev/null -m 1 --interface 127.0.0.9 -w '%{http_code}' "$site/" || true; }
must_answer() { # WHEN
    local code
    code=$(citizen)
    [ "$code" = 200 ] || { echo "defence: $1: a normal request got '$code' within a second" >&2; exit 1; }
}
resident() { awk '/VmRSS/ { print $2 }' "/proc/$pid/status"; }
descriptors() { ls "/proc/$pid/fd" | wc -l; }

serve 4096
for attack in "-H slow heads" "-B slow bodies" "-X slow readers"; do
    read -r flag words <<<"$attack"
    slowhttptest "$flag" -c 400 -r 200 -i 2 -l 15 -u "$site/faa-hjaelp" -t POST -x 24 -p 1 >"$dir/slow" 2>&1 &
    attacker=$!
    for _ in $(seq 12); do
        sleep 1
        must_answer "$words"
    done
    wait "$attacker" || true
    echo "defence: $words: 12 of 12 normal requests answered within a second"
done

python3 - "$port" <<'EOF'
# Clients that go away in the middle of a response, by a reset.
import socket, struct, sys
for number in range(2000):
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.connect(("127.0.0.1", int(sys.argv[1])))
    line.sendall(b"GET /style.css HTTP/1.1\r\nHost: a\r\n\r\n" * 20)
    if number % 2: line.recv(100)
    line.close()
EOF
must_answer "after 2000 clients that went away"
echo "defence: 2000 clients went away in the middle of a response"

# A tenth of the requests warms up; the rest must cost nothing that stays.
soak() { wrk -t1 -c32 -d2s "$site/favicon.svg" | awk '/requests in/ { print $1 }'; }
done_so_far=0
while [ "$done_so_far" -lt $((requests / 10)) ]; do done_so_far=$((done_so_far + $(soak))); done
sleep 1
memory=$(resident) open=$(descriptors)
while [ "$done_so_far" -lt "$requests" ]; do done_so_far=$((done_so_far + $(soak))); done
sleep 1
grown=$(($(resident) - memory))
[ "$grown" -lt 4096 ] || { echo "defence: memory grew by $grown KB" >&2; exit 1; }
[ "$(descriptors)" -le "$open" ] || { echo "defence: descriptors grew from $open to $(descriptors)" >&2; exit 1; }
echo "defence: $done_so_far requests: memory grew by $grown KB, descriptors stayed at $open"
stop

serve 64
python3 - "$port" <<'EOF'
# More clients than there are descriptors: each is answered, told to come back, or kept waiting; none hangs the server.
import socket, sys
lines = []
for number in range(200):
    line = socket.socket(); line.settimeout(1); line.bind((f"127.0.0.{20 + number % 50}", 0))
    try: line.connect(("127.0.0.1", int(sys.argv[1]))); line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"); lines.append(line)
    except OSError: pass
served = told = 0
for line in lines:
    try: heard = line.recv(65536)
    except OSError: continue
    served += heard.startswith(b"HTTP/1.1 200"); told += heard.startswith(b"HTTP/1.1 503")
print(f"defence: 64 descriptors, {len(lines)} clients: {served} served, {told} told to come back")
assert served > 0 and told > 0
EOF
sleep 1
must_answer "after the descriptors ran out"
echo "defence: 64 descriptors: answers again when they are free"
stop
