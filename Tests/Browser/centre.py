"""One real centre: the program itself, serving on a free port from a data folder of its own."""

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import time
import urllib.request
from contextlib import closing
from pathlib import Path

STANDARD = "lyngby-2024"


class Centre:
    """Starts, stops and kills `fjorten serve`; its address and its files are there to look at."""

    def __init__(self, program: Path, root: Path, folder: Path):
        self.program = Path(program).resolve()
        self.root = Path(root).resolve()
        self.folder = Path(folder)
        self.data = self.folder / "data"
        self.log = self.folder / "serve.log"
        self.process = None
        self.address = None

    def command(self, *words, stdin: str = "", check: bool = True):
        """One command of the program, with its words; the answer has code, stdout and stderr."""
        done = subprocess.run(
            [self.program, *map(str, words)], input=stdin, text=True, capture_output=True,
            cwd=self.folder, timeout=120,
        )
        if check:
            assert done.returncode == 0, f"{words}: {done.returncode}: {done.stderr}"
        return done

    def prepare(self):
        """The schema, the key, the standard: what a new centre does once."""
        self.command("migrate", "--data", self.data, "--root", self.root, "--standard", STANDARD)
        return self

    def add_user(self, login: str, name: str, role: str, password: str):
        self.command(
            "user", "add", "--data", self.data, "--root", self.root,
            "--login", login, "--name", name, "--role", role, stdin=password + "\n",
        )

    def start(self, *before, options=()):
        """Starts serving; `before` is what the program is run under (strace, say)."""
        assert self.process is None
        self.folder.mkdir(parents=True, exist_ok=True)
        written = self.log.stat().st_size if self.log.exists() else 0
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*before, self.program, "serve", "--data", self.data, "--root", self.root,
                 "--listen", "127.0.0.1:0", *options],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder,
                start_new_session=True,
            )
        self.address = self._address(written)
        return self

    def _address(self, written: int) -> str:
        """Waits for the line that says where the centre listens."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            text = self.log.read_bytes()[written:].decode(errors="replace")
            for line in text.splitlines():
                if line.startswith("{") and '"listening"' in line:
                    address = json.loads(line)["address"]
                    return f"http://{address}"
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError(f"the centre did not start: {self.log.read_text()[-2000:]}")

    def stop(self) -> int:
        """Asks it to stop as systemd would, and answers with its exit code."""
        process, self.process = self.process, None
        os.killpg(process.pid, signal.SIGTERM)
        return process.wait(timeout=30)

    def kill(self):
        """No goodbye: what was acknowledged must be there all the same."""
        process, self.process = self.process, None
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=30)

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(self.address + path, timeout=10) as answer:
            return answer.read()

    def weight(self, path: str) -> int:
        """The bytes of a page, compressed."""
        return len(gzip.compress(self.get(path)))

    def count(self, kind: str) -> int:
        """How many entries of a kind the ledger holds, as another program reads the file."""
        with closing(sqlite3.connect(f"file:{self.data}/fjorten.sqlite?mode=ro", uri=True)) as db:
            return db.execute("SELECT count(*) FROM ledger_entry WHERE type = ?", [kind]).fetchone()[0]

    def files(self):
        """Everything it has written: database, WAL, logs — and not the keys."""
        return [
            path for path in self.folder.rglob("*")
            if path.is_file() and ".key" not in path.name
        ]

    def files_with(self, *words: str):
        """`(file, word)` for each of the words that can be read in what the centre has written."""
        found = []
        for path in self.files():
            held = path.read_bytes()
            for word in words:
                for spelling in (word, word.upper(), word.lower(), word.replace(" ", "")):
                    for coding in ("utf-8", "utf-16-le", "latin-1"):
                        if spelling.encode(coding, "replace") in held:
                            found.append((str(path.relative_to(self.folder)), word))
        return sorted(set(found))
