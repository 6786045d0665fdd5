"""Backups are taken while hundreds write: each holds all that was acknowledged before it, and nothing half."""

import shutil
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from caller import Caller
from centre import Centre
from house import ROOT, expect_no_part

# A registration is five durable writes: four pages of a draft, and the case.
WRITES_EACH = 5


def backups(trial, rounds: int, say):
    centre = trial.centre
    centre.start()
    begun = time.monotonic()
    script = ROOT / "Tests" / "Load" / "registrations.lua"
    load = subprocess.Popen(
        ["wrk", "-t32", "-c32", "-d120s", "-s", script, centre.address],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    crowd = trial.crowd(2)
    copies, promised = [], []
    try:
        time.sleep(3)
        for number in range(rounds):
            promised.append(list(crowd.promised))
            folder = centre.folder / f"copies-{number}"
            zipped = ("--gzip",) if number % 2 else ()
            centre.command("backup", "--data", centre.data, "--root", ROOT, *zipped, folder)
            copies.append(next(folder.glob("fjorten-*")))
            time.sleep(0.5)
    finally:
        crowd.stop()
        load.terminate()
        load.wait(timeout=30)
    rate = centre.count("enquiry") * WRITES_EACH / (time.monotonic() - begun)
    assert centre.stop() == 0
    trial.verify()
    for copy, before in zip(copies, promised):
        expect_prefix(centre, copy, before)
    say(f"backup: {len(copies)} copies during {rate:.0f} durable writes a second, each restores to a "
        f"prefix, with all {len(promised[-1])} of our own that were acknowledged before the last")


def expect_prefix(centre, copy: Path, promised):
    """The restored house is the served one as it was at one moment."""
    restored = Centre(centre.program, ROOT, copy.parent / "restored")
    restored.folder.mkdir()
    for end in (".key", ".key.cases"):
        shutil.copy(f"{centre.data}{end}", f"{restored.data}{end}")
    restored.command("restore", copy, "--data", restored.data, "--root", ROOT)
    expect_no_part(restored.data / "fjorten.sqlite")
    with closing(sqlite3.connect(f"file:{restored.data}/fjorten.sqlite?mode=ro", uri=True)) as db:
        db.execute("ATTACH ? AS live", [f"file:{centre.data}/fjorten.sqlite?mode=ro"])
        last = db.execute("SELECT max(seq) FROM main.audit_entry").fetchone()[0]
        for table, key in (("audit_entry", "seq, chain"), ("ledger_entry", "id, body"),
                           ("care_case", "id, opened_at")):
            extra = db.execute(
                f"SELECT count(*) FROM (SELECT {key} FROM main.{table} "
                f"EXCEPT SELECT {key} FROM live.{table})").fetchone()[0]
            assert extra == 0, f"{extra} rows of {table} are in the copy and were never written"
        missing = db.execute(
            """SELECT count(*) FROM live.audit_entry e
               JOIN live.audit_subject_case s ON s.subject_id = e.subject
               WHERE e.seq <= ?1 AND e.action = 'enquiry-registered' AND NOT EXISTS
                   (SELECT 1 FROM main.ledger_entry l WHERE l.case_id = s.case_id)""", [last]
        ).fetchone()[0]
        assert missing == 0, f"{missing} enquiries from before the copy's moment are missing"
    restored.start()
    for cookies in promised:
        caller = Caller(restored.address)
        caller.cookies = cookies
        assert caller.receipt("/faa-hjaelp/kvittering"), "acknowledged before the backup, and not in it"
    assert restored.stop() == 0
