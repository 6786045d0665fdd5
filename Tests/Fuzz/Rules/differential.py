#!/usr/bin/env python3
"""Random histories, judged by the program and by the second reading:
Tests/Fuzz/Rules/differential.py PROGRAM [COUNT [SEED]]

Every disagreement is made as small as it can be and printed with both answers. The same seed gives the same histories.
"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from faults import break_one
from histories import some_history, some_standard
from reading import comparable, verdict

SHIPPED = Path(__file__).resolve().parents[3] / "Sources" / "Domain" / "Standards"
HISTORIES_A_STANDARD = 25
FAULTY = 10  # every tenth history


class Disagreement(Exception):
    """The program and the reading give different answers, or one of them none."""


class Judge:
    """The program under one standard, beside the reading."""

    def __init__(self, program, standard, folder):
        self.program, self.standard = program, standard
        self.name = standard["id"]
        if self.name == "proeve":
            self.name = str(Path(folder) / "standard.json")
            Path(self.name).write_text(json.dumps(standard))

    def ask(self, history, today):
        asked = [self.program, "explain", "--standard", self.name, "--on", today.isoformat(), "-"]
        return subprocess.run(asked, input=json.dumps(history), capture_output=True, text=True)

    def differences(self, history, today):
        """What each says where they differ; empty where they agree."""
        answer = self.ask(history, today)
        if answer.returncode != 0:
            return {"program": answer.stderr, "reading": "a valid history"}
        said, read = comparable(json.loads(answer.stdout)), verdict(history, self.standard, today)
        found = {}
        for part in said:
            if said[part] != read[part]:
                found[part] = {"program": only(said[part], read[part]), "reading": only(read[part], said[part])}
        return found

    def check_fault(self, history, today, path):
        """A faulty history gets no verdict, and its fault is named by its path."""
        answer = self.ask(history, today)
        named = any(line.startswith(f"{path}: ") for line in answer.stderr.splitlines())
        if answer.returncode != 65 or answer.stdout or not named:
            raise Disagreement(json.dumps(
                {"on": today.isoformat(), "history": history, "program": [answer.returncode, answer.stderr],
                 "reading": f"a fault at {path}"}, indent=1, ensure_ascii=False))

    def check(self, history, today):
        if self.differences(history, today):
            small = self.smaller(history, today)
            raise Disagreement(json.dumps(
                {"standard": self.standard["id"], "on": today.isoformat(), "history": small,
                 "differences": self.differences(small, today)}, indent=1, ensure_ascii=False))

    def smaller(self, history, today):
        """Leaves out events, questions and what is known of the person as long as the two still differ."""
        for part in ("events", "questions"):
            for index in reversed(range(len(history.get(part, [])))):
                less = history | {part: history[part][:index] + history[part][index + 1:]}
                history = less if self.differences(less, today) else history
        for key in list(history.get("person", {})):
            less = history | {"person": {k: v for k, v in history["person"].items() if k != key}}
            history = less if self.differences(less, today) else history
        return history


def only(these, those):
    """What stands in one list and not in the other; both whole where they differ in their order."""
    return [one for one in these if one not in those] or these


def shipped():
    return [json.loads(path.read_text()) for path in sorted(SHIPPED.glob("*.json"))]


def disagreements(program, count, seed):
    """Judges so many histories; half of them under shipped standards, half under changed ones."""
    rng, files = random.Random(seed), shipped()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            if number % HISTORIES_A_STANDARD == 0:
                standard = rng.choice(files) if rng.random() < 0.5 else some_standard(rng, files)
                judge = Judge(program, standard, folder)
            history, today = some_history(rng)
            broken, path = break_one(rng, history, today) if number % FAULTY == 0 else (None, None)
            try:
                if broken:
                    judge.check_fault(broken, today, path)
                else:
                    judge.check(history, today)
            except Disagreement as found:
                yield number, str(found)


def main(program, count="1000", seed="14"):
    found = 0
    for number, text in disagreements(str(Path(program).resolve()), int(count), int(seed)):
        found += 1
        print(f"history {number}: the program and the second reading disagree\n{text}", flush=True)
    print(f"rules: {count} histories, {found} disagreements (seed {seed})")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
