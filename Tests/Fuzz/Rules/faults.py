"""Histories with one fault each, and the path by which the program must name it."""

import copy

from histories import MODALITIES

# What an event of a type cannot do without, beside its day.
REQUIRED = {
    "enquiry": ["wish", "channel"], "offer": ["startsOn"], "offer-declined": ["reason", "written"],
    "service": ["service", "minutes"], "outside-duty": ["reason"], "application": ["modality", "outpatientTried"],
    "decision": ["modality", "outcome", "delivery"], "discharge": ["reason"], "follow-up": ["reached"],
    "consent": ["id", "scope"], "consent-revoked": ["id"], "complaint": ["about"], "entry": ["by"], "pending": ["kind"],
    "prescription": ["drug", "byProfession"], "dispensed": ["drug", "sober", "given"],
    "child": ["born", "relation", "home"], "child-concern": ["parentsInformed"], "pregnancy": ["dueOn"],
    "pregnancy-contract": ["answer"], "detention": ["until"], "informed": ["about"],
}
DAYS = ["startsOn", "regionReceivedOn", "until", "happenedOn", "knownOn", "born", "dueOn"]
NUMBERS = ["minutes", "municipalAgreements", "ciwa", "birthYear"]
FLAGS = ["attended", "overnight", "planBegun", "written", "given", "reached", "home", "approved", "listed", "municipal"]
WORDS = ["wish", "by", "channel", "modality", "provider", "service", "outcome", "delivery", "about", "drug", "sober",
         "relation", "answer", "granted", "item", "role", "sex"]


def break_one(rng, history, today):
    """A copy with one fault, and its path; nothing where there is nothing to break."""
    broken = copy.deepcopy(history)
    places = [(f"events[{i}]", event) for i, event in enumerate(broken["events"])]
    places += [(f"questions[{i}]", question) for i, question in enumerate(broken.get("questions", []))]
    places += [("person", broken["person"])] if "person" in broken else []
    if not places:
        broken["colour"] = "red"
        return broken, "colour"
    path, target = rng.choice(places)
    key = rng.choice(list(FAULTS))
    name = FAULTS[key](rng, target, path, today)
    return (broken, f"{path}.{name}" if name else path) if name is not None else (None, None)


def unknown_key(rng, target, *_):
    target["colour"] = "red"
    return "colour"


def null(rng, target, path, _):
    name = rng.choice([key for key in target if key not in ("on", "at", "type", "ask")] or ["note"])
    if name == "note" and not path.startswith("events"):
        return None
    target[name] = None
    return name


def missing(rng, target, path, _):
    names = REQUIRED.get(target.get("type"), []) if path.startswith("events") else []
    names = [n for n in names if n in target and not (n == "minutes" and not target.get("attended", True))]
    if not names:
        return None
    name = rng.choice(names)
    del target[name]
    return name


def of_wrong_form(names, *wrong):
    def spoil(rng, target, path, _):
        here = [name for name in names if name in target]
        if not here:
            return None
        name = rng.choice(here)
        target[name] = rng.choice(wrong)
        return name
    return spoil


def no_date(rng, target, path, _):
    if path == "person":
        return None
    target.pop("at", None)
    target["on"] = rng.choice(["2023-02-29", "2024-2-01", "24-02-01", "2024-13-01", "i går", 20240201])
    return "on"


def two_dates(rng, target, path, _):
    if not path.startswith("events"):
        return None
    target["on"], target["at"] = "2024-02-01", "2024-02-01T12:00:00Z"
    return "at"


def unknown_type(rng, target, path, _):
    if path == "person":
        return None
    name = "type" if path.startswith("events") else "ask"
    target[name] = rng.choice(["", "Enquiry", "treatment_wish", "targetgroup"])
    return name


def late_question(rng, target, path, today):
    if not path.startswith("questions"):
        return None
    target["on"] = today.replace(year=today.year + 1, day=1).isoformat()
    return "on"


def no_municipality(rng, target, path, _):
    if path != "person":
        return None
    target["municipality"] = rng.choice(["0411", "101", 101, "0000"])
    return "municipality"


def no_cpr(rng, target, path, _):
    if path != "person":
        return None
    if target.get("anonymous"):
        target["cpr"] = "0101801234"
    else:
        target["cpr"] = rng.choice(["3102801234", "010180123", "610180-1234", "0101801ÆØ4", 101801234, "2902015123"])
    return "cpr"


FAULTS = {
    "unknown key": unknown_key, "null": null, "missing": missing, "no date": no_date, "two dates": two_dates,
    "unknown type": unknown_type, "late question": late_question, "municipality": no_municipality, "cpr": no_cpr,
    "day": of_wrong_form(DAYS, "2023-02-29", "", 5, True),
    "number": of_wrong_form(NUMBERS, -1, -99999, 60.5, "60", True, []),
    "flag": of_wrong_form(FLAGS, "true", 1, 0, []),
    "word": of_wrong_form(WORDS, "", "Treatment", 1, [MODALITIES[0]]),
}
