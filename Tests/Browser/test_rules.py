"""The rules, judged a second time: random histories against the reading in Tests/Fuzz/Rules, and the reading itself
against the examples. `make fuzz` asks for a hundred times as many."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "Fuzz" / "Rules"))

from differential import disagreements, shipped  # noqa: E402
from reading import verdict  # noqa: E402

COUNT = 1000
EXAMPLES = sorted((TESTS / "DomainTests" / "Examples").glob("*.json"))


def test_the_program_and_the_second_reading_agree(program):
    found = list(disagreements(str(program), COUNT, seed=14))
    assert not found, f"{len(found)} of {COUNT} differ; the first:\n{found[0][1]}"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_second_reading_gives_what_the_example_asks_for(example):
    file = json.loads(example.read_text())
    expected = file["expect"]
    if "expectExit" in expected:
        pytest.skip("the reading is given valid histories only")
    standard = next(one for one in shipped() if one["id"] == file["standard"])
    read = verdict(file["history"], standard, date.fromisoformat(file["on"]))
    for clock, wanted in zip(read["guarantee"], expected.get("guarantee", []), strict="guarantee" in expected):
        assert {key: clock[key] for key in wanted if key in clock} == {k: v for k, v in wanted.items() if is_fact(k)}
    for wanted in expected.get("deadlines", []):
        assert any(is_wanted(found, wanted) for found in read["deadlines"]), wanted
    for wanted in expected.get("intensity", []):
        assert (wanted["period"], wanted["class"]) in [found[:2] for found in read["intensity"]]
    for answer, wanted in zip(read["answers"], expected.get("answers", []), strict="answers" in expected):
        assert wanted.get("allowed", answer[2]) == answer[2] and wanted.get("value", answer[3]) == answer[3]
    assert {notice["code"] for notice in expected.get("notices", [])} <= set(read["notices"])


def is_fact(key):
    return not key.endswith(("Contains", "Lacks"))


def is_wanted(found, wanted):
    what, due, state, binding = found
    return (
        what == wanted.get("what", what) and what.startswith(wanted.get("whatPrefix", ""))
        and due == wanted.get("due", due) and state == wanted.get("state", state)
        and binding == wanted.get("binding", binding)
    )
