"""A case is forgotten, and the program is killed at each of its calls meanwhile: gone, or all there."""

import re
import sqlite3
import subprocess
import time
from contextlib import closing
from http.client import HTTPException
from pathlib import Path

from clocks import DAY, PASSWORD, Clock, log_in

CALLS = "openat,rename,unlink,fsync,fdatasync,pwrite64,ftruncate"
# All that is kept may be forgotten by then.
LATER = 20 * 366 * DAY
SLOT = 64


def forgetting(trial, stride: int, say):
    centre = trial.centre
    told = centre.command("demo", "--data", centre.data, "--root", centre.root).stdout
    staff = {words[1]: words[0] for words in (line.split("\t") for line in told.splitlines()[1:])}
    for role in ("leader", "administrator"):
        centre.command("user", "password", "--data", centre.data, "--root", centre.root,
                       "--login", staff[role], stdin=PASSWORD + "\n")
    clock = Clock(centre.folder / "clock")
    clock.jump(LATER)
    number, count = 1, 0
    while forget_one(centre, clock, staff, number):
        expect_gone_or_there(trial)
        number += max(1, stride)
        count += 1
    erased = expect_gone_or_there(trial)
    assert erased > 0, "nothing was forgotten: the trial proves nothing"
    say(f"forgetting: killed at {count} calls, {erased} cases gone with their keys, the others whole")


def forget_one(centre, clock, staff, number: int) -> bool:
    """Asks, and says yes while strace waits for the call to kill at; whether it was killed."""
    centre.start(*clock.prefix)
    asking, answering = log_in(centre, staff["leader"]), log_in(centre, staff["administrator"])
    page = asking.page("/sletning")
    case = re.search(r'name="sag" value="([^"]*)"', page)
    assert case, "no case is due"
    where = asking.send("/sletning", asking.hidden("/sletning") | {"sag": case[1], "grund": "expired"})
    form = answering.hidden(where)
    tracer = subprocess.Popen(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-p", str(centre.process.pid), "-e",
         f"trace={CALLS}", "-e", f"inject={CALLS}:signal=KILL:when={number}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    expect_traced(centre.process)
    try:
        answer, _ = answering.ask("POST", f"{where}/godkend", form)
        assert answer.status == 303, answer.status
        was_killed = False
    except (OSError, HTTPException):
        was_killed = True
    # It may have answered and died of what it did after.
    time.sleep(0.2)
    was_killed = was_killed or centre.process.poll() is not None
    if centre.process.poll() is None:
        centre.kill()
    else:
        centre.process = None
    tracer.wait(timeout=30)
    return was_killed


def expect_traced(process: subprocess.Popen):
    until = time.monotonic() + 20
    while time.monotonic() < until:
        # A call of its own, in the background, may have been the one.
        if process.poll() is not None:
            return
        tasks = list(Path(f"/proc/{process.pid}/task").iterdir())
        if tasks and all("TracerPid:\t0\n" not in (task / "status").read_text() for task in tasks):
            return
        time.sleep(0.02)
    raise AssertionError("strace did not get hold of the program")


def expect_gone_or_there(trial) -> int:
    """Rows and key of each case are there, or neither; how many are gone."""
    trial.verify()
    centre = trial.centre
    keys = Path(f"{centre.data}.key.cases").read_bytes()
    with closing(sqlite3.connect(f"file:{centre.data}/fjorten.sqlite?mode=ro", uri=True)) as db:
        cases = db.execute(
            """SELECT erased_at IS NOT NULL, key_slot,
               (SELECT count(*) FROM ledger_entry WHERE case_id = c.id)
               + (SELECT count(*) FROM receipt_code WHERE case_id = c.id)
               + (SELECT count(*) FROM open_case WHERE case_id = c.id)
               + (SELECT count(*) FROM closed_case WHERE case_id = c.id) FROM care_case c""").fetchall()
    gone = 0
    for is_erased, slot, rows in cases:
        has_key = any(keys[(slot + 1) * SLOT:(slot + 2) * SLOT])
        assert bool(is_erased) == (rows == 0) == (not has_key), (is_erased, rows, has_key)
        gone += is_erased
    return gone
