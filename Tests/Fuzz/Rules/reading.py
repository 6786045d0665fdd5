"""A second reading of the rules: the verdict on a history, written from their text and not from the program.

It gives what can be compared: clocks with their days, deadlines with their states, classes, answers, codes. It gives no
reasons. Where the program and this reading disagree, one of them has misread the text.
"""

from answers import answers
from case import Case, Standard
from clocks import Walk
from deadlines import deadlines
from intensity import intensity
from notices import notices


def verdict(history, standard, today):
    case = Case(history, Standard(standard), today)
    walk = Walk(case)
    clocks = walk.go()
    return {
        "guarantee": [clock.verdict(today) for clock in clocks],
        "deadlines": deadlines(case, clocks, walk.ends),
        "intensity": sorted((period, *found) for period, found in intensity(case).items()),
        "answers": answers(case),
        "notices": notices(case, clocks),
    }


def comparable(printed):
    """The same parts of a verdict that the program printed; of what the standard is silent about, one entry says so."""
    found = [(d["what"], d.get("due", ""), d["state"], d["binding"]) for d in printed["deadlines"]]
    silent = {d for d in found if d[2] == "not-set"}
    return {
        "guarantee": [{k: v for k, v in clock.items() if k != "because"} for clock in printed["guarantee"]],
        "deadlines": sorted([d for d in found if d not in silent] + list(silent)),
        "intensity": sorted((i["period"], i["class"], "warning" in i) for i in printed["intensity"]),
        "answers": [(a["ask"], a["on"], a["allowed"], a.get("value")) for a in printed["answers"]],
        "notices": sorted(n["code"] for n in printed["notices"]),
    }
