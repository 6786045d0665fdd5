#!/usr/bin/env python3
"""What the worst 64 KB that a guest may send cost an event loop: Tests/Load/hostile-bench.py PROGRAM

Each request is sent many times to the program itself, one after the other; what is told is the processor time of the
loops' threads for 64 KB of it, which does not depend on how busy the machine is. A harmless form of the same size is
beside them.
"""

import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KILOBYTES = 64
GOAL_MS = 5
TIMES = 30
MARKS = "\u0323\u0301".encode()
FEW_MARKS = b"a" + MARKS * 15
FORM = b"application/x-www-form-urlencoded"


def fill(piece: bytes, count: int) -> bytes:
    return piece * (count // len(piece))


def get(target: bytes, field: bytes = b"X: 1") -> bytes:
    return b"GET %s HTTP/1.1\r\nHost: a\r\n%s\r\n\r\n" % (target, field)


def post(path: bytes, body: bytes, content_type: bytes = FORM) -> bytes:
    head = b"POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
    return head % (path, content_type, len(body)) + body


def requests() -> dict[str, bytes]:
    body, head = KILOBYTES * 1024 - 100, 15_000
    texts = {
        "a harmless form": b"kaldenavn=" + fill(b"jeg+vil+gerne+have+hj%C3%A6lp+", body),
        "marks in a value": b"hvem=a" + fill(MARKS, body),
        "encoded marks in a value": b"hvem=a" + fill(b"%CC%A3%CC%81", body),
        "marks in a name": b"a" + fill(MARKS, body) + b"=1",
        "as many marks as are let through": b"hvem=" + fill(FEW_MARKS, body),
        "the same in every field": fill(b"kaldenavn=" + FEW_MARKS + b"&", body),
        "the same in every name": fill(FEW_MARKS + b"=1&", body),
        "bytes that are not UTF-8": b"besked=" + fill(b"%FF", body),
        "a thousand fields": fill(b"besked=1&", 8_991) + b"&b=" + fill(b"x", body - 9_000),
        "emoji of many parts": b"kaldenavn=" + fill("\U0001f468\u200d".encode(), body),
        "white space": b"besked=" + fill("\u2003\u3000".encode(), body),
    }
    sent = {}
    for path in (b"/faa-hjaelp/hvem", b"/faa-hjaelp/kontakt", b"/se-din-aftale"):
        sent |= {f"{path.decode()}: {name}": post(path, text) for name, text in texts.items()}
    sent |= {
        "marks in a cookie": get(b"/faa-hjaelp/hvem", b"Cookie: __Host-kladde=" + fill(FEW_MARKS, head)),
        "marks in Origin": get(b"/", b"Origin: " + fill(FEW_MARKS, head)),
        "marks in a path": get(b"/" + fill(b"a" + b"%CC%A3%CC%81" * 15, 8_000)),
        "marks in a query": get(b"/faa-hjaelp/hvem?ret=" + fill(b"a" + b"%CC%A3%CC%81" * 15, 8_000)),
        "slashes": get(fill(b"/", 8_000)),
        "entity tags": get(b"/favicon.svg", b"If-None-Match: " + fill(b'"a",', head)),
    }
    return sent


def loop_nanoseconds(pid: int) -> int:
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        if (task / "comm").read_text().startswith("loop-"):
            total += int((task / "schedstat").read_text().split()[0])
    return total


def ask(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(request)
        return client.recv(65_536)


def main(program: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "serve", "--data", f"{folder}/data", "--root", str(ROOT)]
        server = subprocess.Popen(
            [*command, "--listen", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                try:
                    ask(port, get(b"/"))
                    break
                except OSError:
                    time.sleep(0.1)
            costs = []
            for name, request in requests().items():
                before = loop_nanoseconds(server.pid)
                for _ in range(TIMES):
                    status = ask(port, request)[9:12].decode()
                time.sleep(0.3)
                spent = (loop_nanoseconds(server.pid) - before) / TIMES / 1e6
                costs.append((spent * KILOBYTES * 1024 / max(len(request), 8_192), spent, name, status))
        finally:
            server.terminate()
            server.wait()
    for scaled, spent, name, status in sorted(costs, reverse=True)[:6]:
        print(f"{name:<58} {spent:8.2f} ms, {scaled:8.2f} ms for {KILOBYTES} KB, {status} (goal {GOAL_MS})")
    harmless = min(cost for cost in costs if "harmless" in cost[2])
    print(f"{harmless[2]:<58} {harmless[1]:8.2f} ms")


if __name__ == "__main__":
    main(sys.argv[1])
