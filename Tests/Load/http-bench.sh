#!/usr/bin/env bash
# The server against what the machine can do: Tests/Load/http-bench.sh PROGRAM [SECONDS-A-ROUND]
#
# Ratios in one run, never absolute limits: a C epoll loop that answers the same bytes (keep-alive GET of a small
# file), and nginx serving the front page's compressed bytes from disk. Each round measures both, one right after the
# other, so that a busy machine slows both; what is printed is the median of the rounds' ratios. CPU time per request is told too: it does not depend on how
# busy the machine is. The access log is on, as in use. Needs wrk, gcc, nginx-light.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$(realpath "${1:?Tests/Load/http-bench.sh PROGRAM [SECONDS]}")
seconds=${2:-1}
ulimit -n "$(ulimit -Hn)"
rounds=7
cores=$(nproc)
dir=$(mktemp -d)
chmod 755 "$dir"
started=()
cleanup() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$dir"
}
trap cleanup EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
wait_for() { for _ in $(seq 100); do curl -s -o /dev/null "$1" && return; sleep 0.1; done; echo "bench: nobody at $1" >&2; exit 1; }

ours=$(free_port) theirs=$(free_port) nginx=$(free_port)
"$program" serve --data "$dir/data" --root . --listen "127.0.0.1:$ours" 2>"$dir/log" & started+=($!)
our_pid=$!
wait_for "http://127.0.0.1:$ours/"

small=/favicon.svg
curl -si --compressed -H 'Accept-Encoding:' "http://127.0.0.1:$ours$small" >"$dir/small.response"
gcc -O2 -o "$dir/epoll-reference" Tests/Load/epoll-reference.c -lpthread
"$dir/epoll-reference" "$theirs" "$cores" "$dir/small.response" & started+=($!)
their_pid=$!

mkdir "$dir/site"
curl -s -H 'Accept-Encoding: gzip' "http://127.0.0.1:$ours/" >"$dir/site/index.html.gz"
gunzip -c "$dir/site/index.html.gz" >"$dir/site/index.html"
cat >"$dir/nginx.conf" <<EOF
daemon off; worker_processes $cores; pid $dir/nginx.pid; error_log $dir/nginx.log crit;
events { worker_connections 2048; }
http { access_log off; gzip_static on; keepalive_requests 100000000;
server { listen 127.0.0.1:$nginx reuseport; root $dir/site; default_type "text/html; charset=utf-8"; } }
EOF
nginx -p "$dir" -c "$dir/nginx.conf" & started+=($!)
nginx_pid=$!
wait_for "http://127.0.0.1:$nginx/"

# Processor ticks of a process and its children that still run.
ticks() {
    local pid total=0
    for pid in "$1" $(pgrep -P "$1" || true); do
        total=$((total + $(awk '{print $14 + $15}' "/proc/$pid/stat")))
    done
    echo "$total"
}

# requests a second, p99 in ms, microseconds of processor time a request
measure() { # PID URL CONNECTIONS HEADER
    local before after
    before=$(ticks "$1")
    wrk -t1 "-c$3" "-d${seconds}s" --latency -H "$4" "$2" >"$dir/wrk"
    after=$(ticks "$1")
    if grep -q "Non-2xx\|Socket errors" "$dir/wrk"; then cat "$dir/wrk" >&2; exit 1; fi
    awk -v ticks=$((after - before)) '
        /99%/ { p = $2; if (p ~ /us/) p = p / 1000; else if (p ~ /ms/) p += 0; else p = p * 1000 }
        /requests in/ { n = $1 }
        /Requests\/sec/ { printf "%s %.3f %.2f\n", $2, p, ticks * 10000 / n }' "$dir/wrk"
}

median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
column() { awk -v c="$1" '{ print $c }' "$2"; }
# The median of one column's ratios, round by round.
ratio() { paste "$2" "$3" | awk -v c="$1" '{ print $c / $(c + NF / 2) }' | median | xargs printf '%.2f'; }

for _ in $(seq "$rounds"); do
    measure "$our_pid" "http://127.0.0.1:$ours$small" 64 "X: 1" >>"$dir/ours.small"
    measure "$their_pid" "http://127.0.0.1:$theirs$small" 64 "X: 1" >>"$dir/theirs.small"
    measure "$our_pid" "http://127.0.0.1:$ours/" 64 "Accept-Encoding: gzip" >>"$dir/ours.front"
    measure "$nginx_pid" "http://127.0.0.1:$nginx/" 64 "Accept-Encoding: gzip" >>"$dir/nginx.front"
done

tell() { # NAME OURS THEIRS GOAL
    printf '%-44s %9.0f/s against %9.0f/s: ratio %s (goal %s); CPU %s µs against %s µs: ratio %s\n' \
        "$1" "$(column 1 "$2" | median)" "$(column 1 "$3" | median)" "$(ratio 1 "$2" "$3")" "$4" \
        "$(column 3 "$2" | median)" "$(column 3 "$3" | median)" "$(ratio 3 "$3" "$2")"
}
tell "small keep-alive GET, against the C loop" "$dir/ours.small" "$dir/theirs.small" "0.8"
tell "front page with gzip, against nginx" "$dir/ours.front" "$dir/nginx.front" "0.5"

# Half load: both are asked at a fixed rate, half of what ours can do, and a time runs from the moment the request is
# due until its answer is there.
gcc -O2 -o "$dir/paced" Tests/Load/paced.c
rate=$(($(column 1 "$dir/ours.front" | median | cut -d. -f1) / 2))
for _ in $(seq "$rounds"); do
    "$dir/paced" "127.0.0.1:$ours" / "$rate" "$seconds" 64 "Accept-Encoding: gzip" >>"$dir/ours.half"
    "$dir/paced" "127.0.0.1:$nginx" / "$rate" "$seconds" 64 "Accept-Encoding: gzip" >>"$dir/nginx.half"
done
printf '%-44s %9.1f ms against %9.1f ms: ratio %s (goal at most 3)\n' "p99 at half load ($rate/s), against nginx" \
    "$(column 4 "$dir/ours.half" | median)" "$(column 4 "$dir/nginx.half" | median)" \
    "$(ratio 4 "$dir/ours.half" "$dir/nginx.half")"

# Idle connections: what each adds to the resident memory.
python3 - "$ours" "$our_pid" <<'EOF'
import resource, socket, sys, time
port, pid = int(sys.argv[1]), sys.argv[2]
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
def resident(): return next(int(l.split()[1]) for l in open(f"/proc/{pid}/status") if l.startswith("VmRSS"))
ask = b"GET /favicon.svg HTTP/1.1\r\nHost: a\r\n\r\n"
before, lines = resident(), []
# A client's share is 256 connections, so the crowd comes from many loopback addresses.
for number in range(10_000):
    line = socket.socket()
    line.bind((f"127.0.{1 + number // 200}.1", 0))
    try: line.connect(("127.0.0.1", port))
    except OSError: break
    line.sendall(ask); lines.append(line)
heard = sum(line.recv(65536).startswith(b"HTTP/1.1 200") for line in lines)
time.sleep(1)
print(f"{'idle keep-alive connections':<44} {heard:9} served, {(resident() - before) * 1024 / max(len(lines), 1):.0f} bytes each (goal 8192)")
EOF
