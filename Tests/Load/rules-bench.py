#!/usr/bin/env python3
"""The rules from a cold start: one process reads a history, judges it and prints the verdict.

For each shipped standard the least of its runs, which a busy machine disturbs least, and the median; beside them what
starting a process costs at all.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "Fuzz" / "Rules"))
from histories import EVENTS, TYPES, WEIGHTS  # noqa: E402

MANY = 10_000
SMALL = TESTS / "DomainTests" / "Examples" / "001-leap-year-last-day.json"


def of_types(types, weights):
    """Twenty-five years of events, dense; detentions would be a fault."""
    rng, first = random.Random(14), date(2000, 1, 3)
    events = []
    for number in range(MANY):
        day, kind = first + timedelta(number * 9000 // MANY), rng.choices(types, weights)[0]
        if kind != "detention":
            events.append({"on": day.isoformat(), "type": kind} | EVENTS[kind][1](rng, day))
    return {"format": "fjorten-case-history/1", "events": events}


def milliseconds(command, runs):
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        took.append((time.perf_counter() - began) * 1000)
    return min(took), statistics.median(took)


def main(program):
    listed = subprocess.run([program, "standard", "list"], capture_output=True, text=True, check=True)
    standards = [line.split("\t")[0] for line in listed.stdout.splitlines()]
    print(f"starting and ending a process:          {milliseconds(['/bin/true'], 40)[0]:6.1f} ms")
    histories = {
        "a history of three events": (json.loads(SMALL.read_text())["history"], 20, "≤ 10 ms"),
        "10,000 events of every type": (of_types(TYPES, WEIGHTS), 3, "≤ 100 ms"),
        "10,000 refusals and grants": (of_types(["decision"], [1]), 3, "≤ 100 ms"),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, (history, runs, goal) in histories.items():
            file = Path(folder) / "history.json"
            file.write_text(json.dumps(history))
            ask = [program, "explain", "--on", "2025-06-01", str(file), "--standard"]
            took = [milliseconds(ask + [standard], runs) for standard in standards]
            least, median = [one[0] for one in took], [one[1] for one in took]
            print(f"{name + ':':<39} {min(least):6.1f} to {max(least):.1f} ms, by standard; "
                  f"medians to {max(median):.1f} (goal {goal})")


if __name__ == "__main__":
    main(sys.argv[1])
