"""A centre under attack: callers who ask for help, and what must be true of it afterwards."""

import atexit
import random
import re
import sqlite3
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from caller import Caller  # noqa: E402
from centre import Centre  # noqa: E402


class Crowd:
    """Callers in threads. What each was promised is kept: the cookie that must show her receipt."""

    def __init__(self, address: str, count: int):
        self.address = address
        self.promised = []
        self.refused = 0
        self.statuses = {}
        # Pages that told her to try again, and whether what she had typed lay in them.
        self.kept, self.lost = 0, 0
        self.ending = threading.Event()
        self.turn = threading.Lock()
        self.threads = [threading.Thread(target=self.call, daemon=True) for _ in range(count)]

    def start(self):
        for thread in self.threads:
            thread.start()
        return self

    def stop(self):
        self.ending.set()
        for thread in self.threads:
            thread.join(timeout=60)

    def call(self):
        while not self.ending.is_set():
            caller = Caller(self.address)
            try:
                form = caller.answer_everything()
                answer, _ = caller.ask("POST", "/faa-hjaelp/tjek", form)
                with self.turn:
                    self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1
                    if answer.status == 303 and answer.headers["Location"].endswith("kvittering"):
                        self.promised.append(dict(caller.cookies))
            except AssertionError as refusal:
                status = re.search(r": (\d{3})", str(refusal))
                path, code, page = caller.last
                with self.turn:
                    self.refused += 1
                    if code == 503 and path == "/faa-hjaelp/situation":
                        is_kept = "Din tekst er gemt her" in page and "gerne begynde nu" in page
                        self.kept, self.lost = self.kept + is_kept, self.lost + (not is_kept)
                    key = int(status[1]) if status else 0
                    self.statuses[key] = self.statuses.get(key, 0) + 1
            except Exception:
                # The server is gone: that is the point of the exercise.
                if not self.ending.is_set():
                    time.sleep(0.01)


class Trial:
    """One centre in a folder of its own, attacked again and again."""

    def __init__(self, program: Path, folder: Path, seed: int, prepares: bool = True):
        self.chance = random.Random(seed)
        self.centre = Centre(program, ROOT, folder)
        self.centre.folder.mkdir(parents=True, exist_ok=True)
        if prepares:
            self.centre.prepare()
        # A trial that fails must not leave its centre running.
        atexit.register(lambda: self.centre.process and self.centre.kill())

    def crowd(self, count: int = 8) -> Crowd:
        return Crowd(self.centre.address, count).start()

    def expect_whole(self, promised):
        """Everything that was promised is there, nothing is there in part, the proof holds."""
        for cookies in promised:
            caller = Caller(self.centre.address)
            caller.cookies = cookies
            assert caller.receipt("/faa-hjaelp/kvittering"), "an acknowledged enquiry is gone"
        expect_no_part(self.centre.data / "fjorten.sqlite")
        self.verify()
        # What the callers typed can be read in nothing that was written.
        readable = self.centre.files_with("12 34 56 78", "gerne begynde")
        assert not readable, f"typed words can be read: {readable}"

    def verify(self):
        done = self.centre.command(
            "verify", "--data", self.centre.data, "--root", ROOT, check=False)
        assert done.returncode == 0, f"verify: {done.stdout}{done.stderr}"


def expect_no_part(database: Path):
    """Every case is whole: an enquiry, a person, a code and an entry in the log, or nothing."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        partial = db.execute(
            """SELECT count(*) FROM care_case c WHERE
               (SELECT count(*) FROM ledger_entry WHERE case_id = c.id AND type = 'enquiry') <> 1
               OR (SELECT count(*) FROM receipt_code WHERE case_id = c.id) <> 1
               OR NOT EXISTS (SELECT 1 FROM open_case WHERE case_id = c.id)
               OR NOT EXISTS (SELECT 1 FROM audit_subject_case s
                   JOIN audit_entry e ON e.subject = s.subject_id
                   WHERE s.case_id = c.id AND e.action = 'enquiry-registered')""").fetchone()[0]
        assert partial == 0, f"{partial} cases are there in part"
