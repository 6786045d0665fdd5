#!/usr/bin/env python3
"""Durable registrations by 64 people at once: Tests/Load/store-bench.py PROGRAM [SECONDS]

Against what SQLite does with one commit for each insert, on the same disk and in the same run. What group commit is
worth depends on what a commit costs, so everything is measured twice: on this machine's disk as it is (a virtual
machine's may answer before anything is safe), and with 2 ms more for every fsync, as a server's disk takes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOAD = ROOT / "Tests" / "Load"
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from caller import Caller  # noqa: E402
from centre import Centre  # noqa: E402

PASSWORD = "lampe-fugl-torv-sne"
ALONE = """
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = FULL")
db.execute("CREATE TABLE enquiry (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT")
until, count = time.monotonic() + float(sys.argv[2]), 0
while time.monotonic() < until:
    db.execute("INSERT INTO enquiry (body) VALUES (randomblob(400))")
    count += 1
print(count)
"""


def wrk(centre: Centre, script: str, seconds: int, threads: int, *words: str):
    done = subprocess.run(
        ["wrk", f"-t{threads}", "-c64", f"-d{seconds}s", "-s", LOAD / script, centre.address, "--", *words],
        capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines() + done.stderr.splitlines()[:3]:
        if "Non-2xx" in line or "Socket errors" in line or "desk:" in line:
            print(f"  {script}: {line.strip()}")


def trial(name: str, program: Path, folder: Path, seconds: int, slowness: dict[str, str]):
    folder.mkdir()
    centre = Centre(program, ROOT, folder).prepare()
    centre.add_user("rikke", "Rikke Reception", "reception", PASSWORD)
    # The registrations' households stand in a field that a trusted proxy would set.
    centre.start(
        "env", *(f"{key}={value}" for key, value in slowness.items()), options=["--trust-forwarded"])
    try:
        desk = Caller(centre.address)
        desk.send("/log-ind", desk.hidden("/log-ind") | {"brugernavn": "rikke", "adgangskode": PASSWORD})
        cookie = "; ".join(f"{key}={value}" for key, value in desk.cookies.items())
        wrk(centre, "desk.lua", seconds, 2, cookie, desk.hidden("/henvendelser/ny")["token"])
        registered = centre.count("enquiry") / seconds
        wrk(centre, "registrations.lua", seconds, 64)
        asked = centre.count("enquiry") / seconds - registered
    finally:
        centre.stop()
    inserts = int(subprocess.run(
        [sys.executable, "-c", ALONE, folder / "alone.sqlite", str(seconds / 2)],
        env=os.environ | slowness, capture_output=True, text=True, check=True).stdout) / (seconds / 2)
    print(f"{name}")
    print(f"  one commit for each insert                        {inserts:6.0f} a second")
    print(f"  registrations at the desk, 64 at once             {registered:6.0f} a second: "
          f"ratio {registered / inserts:.2f} (goal at least 2)")
    print(f"  citizens' forms of five durable pages, 64 at once {asked:6.0f} a second, "
          f"{asked * 5:.0f} pages: ratio {asked * 5 / inserts:.2f}", flush=True)


def main(program: Path, seconds: int):
    folder = Path(tempfile.mkdtemp(prefix="fjorten-store-"))
    shim = folder / "slow-disk.so"
    try:
        subprocess.run(
            ["gcc", "-O2", "-shared", "-fPIC", "-o", shim, LOAD / "slow-disk.c", "-ldl"], check=True)
        trial("on this disk as it is", program, folder / "as-it-is", seconds, {})
        trial("with 2 ms more for every fsync", program, folder / "slow", seconds,
              {"LD_PRELOAD": str(shim), "SYNC_MICROSECONDS": "2000"})
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 10)
