"""What a disk holds after its power was cut: replays the journal that power.c wrote."""

import random
import struct
from pathlib import Path

SECTOR = 512


class Disk:
    """Files as they are for certain, and what was written to each since it was last synced."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.files = {}
        self.waiting = {}
        for path in folder.rglob("*"):
            if path.is_file() and not path.name.endswith("-shm"):
                self.files[str(path)] = bytearray(path.read_bytes())

    def replay(self, journal: Path):
        data, at = journal.read_bytes(), 0
        while at + 21 <= len(data):
            kind, named, offset, length = struct.unpack_from("<cIQQ", data, at)
            at += 21
            # A truncation and a sync carry no bytes.
            count = length if kind in b"wr" else 0
            if at + named + count > len(data):
                # The kill met the journal's own last record. Nothing was acknowledged after it.
                break
            path = data[at:at + named].decode()
            at += named
            content = data[at:at + count]
            at += count
            self.take(kind, path, offset, content)

    def take(self, kind, path, offset, content):
        if kind == b"w":
            self.waiting.setdefault(path, []).append((offset, content))
        elif kind == b"t":
            self.waiting.setdefault(path, []).append((offset, None))
        elif kind == b"s":
            for change in self.waiting.pop(path, []):
                self.apply(path, *change)
        elif kind == b"r":
            # The names in a folder are kept in order by the file system's own journal.
            other = content.decode()
            self.files[other] = self.files.pop(path, bytearray())
            self.waiting[other] = self.waiting.pop(path, [])
        elif kind == b"u":
            self.files.pop(path, None)
            self.waiting.pop(path, None)

    def apply(self, path, offset, content):
        file = self.files.setdefault(path, bytearray())
        if content is None:
            del file[offset:]
            return
        if len(file) < offset:
            file.extend(bytes(offset - len(file)))
        file[offset:offset + len(content)] = content

    def cut(self, chance: random.Random) -> int:
        """The power goes: each change that was not synced is lost, whole, or torn at a sector."""
        lost = 0
        for path, changes in self.waiting.items():
            # A file that was made but not synced has its name at least.
            self.files.setdefault(path, bytearray())
            for offset, content in changes:
                fate = chance.choice(["lost", "lost", "whole", "torn"])
                if fate == "lost" or (fate == "torn" and content is None):
                    lost += 1
                    continue
                if fate == "torn":
                    lost += 1
                    content = content[:chance.randrange(0, len(content) + 1, SECTOR)]
                self.apply(path, offset, content)
        self.waiting = {}
        return lost

    def write(self, to: Path):
        """The files as they were found, below another folder."""
        for path, content in self.files.items():
            place = to / Path(path).relative_to(self.folder)
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            place.write_bytes(content)
            place.chmod(0o600)
