"""The clock of the machine jumps, forwards and back, under a program that serves."""

import re
import sqlite3
import time
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from caller import Caller

PASSWORD = "lampe-fugl-torv-sne"
HOUR, DAY = 3600, 86_400


class Clock:
    """Tells a program another time than it is; the program is started behind `prefix`."""

    def __init__(self, file: Path):
        library = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
        assert library, "libfaketime is not installed: make torture sees to it"
        self.file = file
        self.jump(0)
        self.prefix = (
            "env", f"LD_PRELOAD={library}", f"FAKETIME_TIMESTAMP_FILE={file}", "FAKETIME_NO_CACHE=1",
            "FAKETIME_DONT_FAKE_MONOTONIC=1",
            # The library adds to its first program's environment, and Swift finds its arguments by
            # where the environment lay: so the first program is a shell that becomes ours.
            "sh", "-c", 'exec "$@"', "clock")

    def jump(self, seconds: int):
        self.seconds = seconds
        new = self.file.with_suffix(".new")
        new.write_text(f"{seconds:+d}")
        new.rename(self.file)

    def day(self) -> date:
        """The Danish day, near enough where it is not near midnight."""
        return (datetime.now(timezone.utc) + timedelta(seconds=self.seconds, hours=1)).date()


def log_in(centre, login: str) -> Caller:
    staff = Caller(centre.address)
    form = staff.hidden("/log-ind")
    staff.send("/log-ind", form | {"brugernavn": login, "adgangskode": PASSWORD})
    return staff


def status(staff: Caller, path: str) -> int:
    return staff.ask("GET", path)[0].status


def expect_fourteen_days(staff: Caller, clock: Clock, database: Path):
    """The newest enquiry counts from the day that it was, and for fourteen days."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        year, serial, received = db.execute(
            """SELECT c.year, c.serial, l.happened_on FROM audit_entry a
               JOIN audit_subject_case s ON s.subject_id = a.subject
               JOIN care_case c ON c.id = s.case_id
               JOIN ledger_entry l ON l.case_id = c.id AND l.type = 'enquiry'
               WHERE a.action = 'enquiry-registered' ORDER BY a.seq DESC LIMIT 1""").fetchone()
    page = staff.page(f"/sager/{year}-{serial:04d}")
    words = " ".join(re.sub(r"<[^>]*>", " ", page).split())
    told = re.search(r"Modtaget (\d\d\.\d\d\.\d{4}) Sidste dag (\d\d\.\d\d\.\d{4})", words)
    assert told, "the case does not say when its guarantee ends"
    first, last = (datetime.strptime(word, "%d.%m.%Y").date() for word in told.groups())
    assert first.isoformat() == received and (last - first).days == 14, (received, told[0])
    assert abs((first - clock.day()).days) <= 1, f"{first} is not the day it was, {clock.day()}"


def clocks(trial, say):
    centre = trial.centre
    clock = Clock(centre.folder / "clock")
    centre.add_user("leif", "Leif Leder", "leader", PASSWORD)
    centre.start(*clock.prefix)
    crowd = trial.crowd(2)
    # Where the clock jumps to, and whether who is logged in stays so.
    jumps = [(30, True), (2 * HOUR, False), (0, False), (-3 * HOUR, False), (400 * DAY, False),
             (-400 * DAY, False), (0, False)]
    try:
        for seconds, stays in jumps:
            staff = log_in(centre, "leif")
            assert status(staff, "/overblik") == 200
            before = len(crowd.promised)
            clock.jump(seconds)
            seen = status(staff, "/overblik")
            assert seen == (200 if stays else 303), f"after a jump to {seconds} s: {seen}"
            assert centre.get("/"), "a public page must go on"
            until = time.monotonic() + 60
            while len(crowd.promised) < before + 3 and time.monotonic() < until:
                time.sleep(0.1)
            assert len(crowd.promised) >= before + 3, f"nobody is served at {seconds} s"
            later = log_in(centre, "leif")
            for path in ("/overblik", "/henvendelser?vis=alle", "/rapporter/garanti"):
                assert status(later, path) == 200, f"{path} at {seconds} s"
            expect_fourteen_days(later, clock, centre.data / "fjorten.sqlite")
    finally:
        crowd.stop()
    assert centre.stop() == 0
    strange = set(crowd.statuses) - {303, 404, 422}
    assert not strange, f"answers {crowd.statuses}"
    # A draft dies when the clock jumps over its hour: that is no loss, it was never sent.
    enquiries = centre.count("enquiry")
    assert enquiries >= len(crowd.promised), (enquiries, len(crowd.promised))
    trial.verify()
    say(f"clock: {len(jumps)} jumps, {len(crowd.promised)} acknowledged, all present, the log in order")
