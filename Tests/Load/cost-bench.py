#!/usr/bin/env python3
"""What sealing and the audit log cost a request: Tests/Load/cost-bench.py PROGRAM

The same page of the same length is asked for without and with a person on it: the search box empty, and the box
with one hit, which is logged, committed and unsealed before it is sent. Beside it what the disk takes for one bare commit.
"""

import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from caller import Caller  # noqa: E402
from centre import Centre  # noqa: E402

PASSWORD = "lampe-fugl-torv-sne"
TICK = os.sysconf("SC_CLK_TCK")


def log_in(centre: Centre) -> Caller:
    staff = Caller(centre.address)
    form = staff.hidden("/log-ind")
    staff.send("/log-ind", form | {"brugernavn": "karin", "adgangskode": PASSWORD})
    return staff


def processor_seconds(centre: Centre) -> float:
    fields = Path(f"/proc/{centre.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def measure(centre: Centre, ask, clients: int, seconds: float):
    """Requests a second, the middle time of one, and the processor's time for each."""
    times = []
    staffs = [Caller(centre.address) for _ in range(clients)]
    cookies = log_in(centre).cookies
    for staff in staffs:
        staff.cookies = dict(cookies)
    ending = time.monotonic() + seconds

    def one(staff: Caller):
        while time.monotonic() < ending:
            begun = time.perf_counter()
            answer, text = ask(staff)
            assert answer.status == 200, answer.status
            times.append(time.perf_counter() - begun)

    before = processor_seconds(centre)
    threads = [threading.Thread(target=one, args=[staff]) for staff in staffs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    used = processor_seconds(centre) - before
    return len(times) / seconds, statistics.median(times) * 1000, used / len(times) * 1e6


def commit_milliseconds(folder: Path) -> float:
    with closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, chain BLOB NOT NULL) STRICT")
        times = []
        for _ in range(300):
            begun = time.perf_counter()
            db.execute("INSERT INTO entry (chain) VALUES (randomblob(100))")
            times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def main(program: Path):
    folder = Path(tempfile.mkdtemp(prefix="fjorten-cost-"))
    centre = Centre(program, ROOT, folder).prepare()
    try:
        centre.add_user("karin", "Karin Konsulent", "consultant", PASSWORD)
        centre.start()
        Caller(centre.address).ask_for_help()
        number = "{}-{:04d}".format(*_first_case(centre))

        def plain(staff: Caller):
            return staff.ask("GET", "/soeg")

        tokens = {}

        def personal(staff: Caller):
            if staff not in tokens:
                tokens[staff] = staff.hidden("/soeg")["token"]
            return staff.ask("POST", "/soeg", {"token": tokens[staff], "ord": number})

        commit = commit_milliseconds(folder)
        print(f"one bare commit of SQLite on this disk:  {commit:.2f} ms")
        for clients in (1, 16):
            # Before and after, so that what else the machine does meanwhile falls on both.
            first = measure(centre, plain, clients, 2)
            logged = measure(centre, personal, clients, 4)
            second = measure(centre, plain, clients, 2)
            bare = [(one + other) / 2 for one, other in zip(first, second)]
            print(f"{clients:>2} at once, nobody on the page:       {bare[0]:6.0f} a second, "
                  f"{bare[1]:.2f} ms, {bare[2]:.0f} µs of the processor each")
            print(f"{clients:>2} at once, logged and unsealed:      {logged[0]:6.0f} a second, "
                  f"{logged[1]:.2f} ms, {logged[2]:.0f} µs of the processor each")
            print(f"   sealing and audit cost {logged[1] - bare[1]:.2f} ms a request "
                  f"({(logged[1] - bare[1]) / commit:.2f} × a bare commit); "
                  f"throughput {logged[0] / bare[0]:.2f} ×, processor {logged[2] / bare[2]:.2f} ×")
        centre.stop()
    finally:
        if centre.process is not None:
            centre.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _first_case(centre: Centre):
    with closing(sqlite3.connect(f"file:{centre.data}/fjorten.sqlite?mode=ro", uri=True)) as db:
        return db.execute("SELECT year, serial FROM care_case LIMIT 1").fetchone()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
