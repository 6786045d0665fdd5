#!/usr/bin/env python3
"""What one centre takes: Tests/Load/house-bench.py PROGRAM

How fast it starts, how little it holds when nobody asks, and what a citizen's page weighs with all it fetches.
"""

import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from caller import Caller  # noqa: E402
from centre import Centre  # noqa: E402


def tell(name: str, figures: str):
    print(f"{name:<44} {figures}", flush=True)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port: int, path: str = "/") -> bytes | None:
    try:
        with closing(socket.create_connection(("127.0.0.1", port), timeout=5)) as line:
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
            return line.recv(12)
    except OSError:
        return None


def start_and_rest(program: Path, folder: Path):
    """From the start of the program to its first answer; then what it holds when nobody asks."""
    centre = Centre(program, ROOT, folder)
    folder.mkdir()
    centre.prepare()
    times, resident = [], 0
    for _ in range(5):
        port = free_port()
        begun = time.monotonic()
        process = subprocess.Popen(
            [program, "serve", "--data", centre.data, "--root", ROOT, "--listen", f"127.0.0.1:{port}"],
            stderr=subprocess.DEVNULL)
        while ask(port) != b"HTTP/1.1 200":
            assert process.poll() is None and time.monotonic() < begun + 30, "it does not start"
            time.sleep(0.001)
        times.append((time.monotonic() - begun) * 1000)
        for path in ["/", "/faa-hjaelp", "/log-ind", "/style.css"] * 25:
            ask(port, path)
        status = Path(f"/proc/{process.pid}/status").read_text()
        resident = int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024
        process.terminate()
        assert process.wait(timeout=30) == 0
    tell("start to first answer", f"{statistics.median(times):9.0f} ms (goal at most 150)")
    tell("resident at rest, one centre", f"{resident:9.0f} MB (goal at most 60)")


def page_weight(centre: Centre):
    """The front page and all it fetches, as they come over the wire; and whether it fetches from others."""

    def fetched(path: str) -> tuple[int, str]:
        caller = Caller(centre.address)
        caller.connection.request("GET", path, None, {"Accept-Encoding": "gzip"})
        answer = caller.connection.getresponse()
        body = answer.read()
        assert answer.status == 200, path
        plain = zlib.decompress(body, 31) if answer.headers["Content-Encoding"] == "gzip" else body
        return len(body), plain.decode()

    total, page = fetched("/")
    places = re.findall(r'<(?:link|script|img)[^>]*?\s(?:href|src)="([^"]*)"', page)
    foreign = [place for place in places if urlsplit(place).netloc]
    total += sum(fetched(place)[0] for place in sorted(set(places)) if not urlsplit(place).netloc)
    tell("the public page, with all it fetches",
         f"{total / 1024:9.1f} KB gzip (goal at most 14), {len(foreign)} requests to others (goal 0)")


def long_case(centre: Centre, entries: int = 2_000):
    """A case in which everything has happened: the page with its newest entries, and the one with the oldest."""
    password = "lampe-fugl-torv-sne"
    centre.add_user("karin", "Karin Konsulent", "consultant", password)
    staff = Caller(centre.address)
    staff.send(
        "/log-ind", staff.hidden("/log-ind") | {"brugernavn": "karin", "adgangskode": password})
    place = staff.send(
        "/henvendelser/ny",
        staff.hidden("/henvendelser/ny") | {
            "dato": "i dag", "tid": "0000", "kanal": "phone", "hvem": "self", "oenske": "treatment",
            "navn": "Ole Opdigtet"})
    number = place.rsplit("/", 1)[1]
    form = staff.hidden(f"/sager/{number}/notat")
    for count in range(entries):
        # A form's id is its entry's: another id, another note.
        note = form | {
            "id": str(1_000_000 + count), "ydelse": "ingen", "kom": "ja", "notat": f"Note {count}. " + "Vi talte om ugen. " * 12,
            "notat-dato": "i dag", "notat-tid": "0001"}
        staff.send(f"/sager/{number}/notat", note)
    for name, path in (
        ("newest", f"/sager/{number}"), ("oldest", f"/sager/{number}?side={entries // 40}")
    ):
        times = []
        for _ in range(30):
            begun = time.monotonic()
            staff.page(path)
            times.append((time.monotonic() - begun) * 1000)
        tell(f"a case with {entries} entries, its {name}",
             f"{statistics.median(times):9.1f} ms (goal at most 50)")


def main():
    program = Path(sys.argv[1]).resolve()
    folder = Path(tempfile.mkdtemp(prefix="fjorten-bench."))
    centre = Centre(program, ROOT, folder / "weighed")
    try:
        start_and_rest(program, folder / "rest")
        centre.folder.mkdir()
        centre.prepare().start()
        page_weight(centre)
        long_case(centre)
    finally:
        if centre.process:
            centre.kill()
        shutil.rmtree(folder, ignore_errors=True)


main()
