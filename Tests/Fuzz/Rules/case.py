"""A case as the second reading sees it: the facts of a day in their order, the person, the standard's values."""

from datetime import date

from days import age, local_date

PERSON_KEYS = ("born", "birthYear", "sex", "cpr", "municipality", "relative", "healthAuthorisation", "drives")


class Fact:
    """One event: its type and keys, its local day, its place in the order in which facts count."""

    def __init__(self, event, index):
        self.keys = event
        self.type = event["type"]
        self.on = date.fromisoformat(event["on"]) if "on" in event else local_date(event["at"])
        self.index = index
        self.place = -1

    def get(self, key, default=None):
        return self.keys.get(key, default)

    def day(self, key):
        return date.fromisoformat(self.keys[key]) if key in self.keys else None

    def is_attended(self, *codes):
        return self.type == "service" and self.get("attended", True) and self.get("service") in codes


class Standard:
    """A quality standard's file; a value that is not there is one the standard is silent about."""

    def __init__(self, file):
        self.file = file

    def __call__(self, path):
        found = self.file
        for name in path.split("."):
            found = found.get(name) or {}
        return found.get("value")

    @property
    def units(self):
        return self.file.get("units", [])

    @property
    def milestones(self):
        return self.file.get("milestones", [])


class Case:
    """What is known of a case at the end of a day."""

    def __init__(self, history, standard, today):
        self.today = today
        self.standard = standard
        self.person_at_first = history.get("person", {})
        facts = [Fact(event, index) for index, event in enumerate(history["events"])]
        self.facts = sorted((f for f in facts if f.on <= today), key=lambda f: (f.on, f.index))
        for place, fact in enumerate(self.facts):
            fact.place = place
        self.history = history

    def on(self, day):
        return Case(self.history, self.standard, day)

    def of(self, *types):
        return [fact for fact in self.facts if fact.type in types]

    def last(self, *types):
        found = self.of(*types)
        return found[-1] if found else None

    def person(self, on=None, before=None):
        """The person at the end of a day, or just before a fact."""
        person = dict(self.person_at_first)
        for fact in self.of("identified"):
            if on is not None and fact.on > on or before is not None and fact.place >= before.place:
                continue
            person["anonymous"] = False
            person.update({key: fact.get(key) for key in PERSON_KEYS if key in fact.keys})
        return person

    @property
    def death(self):
        return next((f for f in self.of("discharge") if f.get("reason") == "deceased"), None)


def ages(person, day):
    """The ages she may have on a day: one where her birth date is known, two where only the year is."""
    born = birth_date(person)
    if born is not None:
        return {age(born, day)}
    if "birthYear" in person:
        year = person["birthYear"]
        return {age(date(year, 1, 1), day), age(date(year, 12, 31), day)}
    return set()


def birth_date(person):
    if "born" in person:
        return date.fromisoformat(person["born"])
    return cpr_birth_date(person["cpr"]) if "cpr" in person else None


def cpr_birth_date(cpr):
    """The century stands in the seventh digit and the year; of an eCPR number in the seventh digit alone."""
    digits = cpr.replace("-", "").replace(" ", "")
    day, month, year, mark = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), digits[6]
    if digits[7:9].isalpha():
        return date({"1": 1900, "0": 1900, "7": 2000, "6": 2000, "5": 1800}[mark] + year, month, day)
    if mark in "0123":
        century = 1900
    elif mark in "49":
        century = 2000 if year <= 36 else 1900
    else:
        century = 2000 if year <= 57 else 1800
    return date(century + year, month, day)


def cpr_sex(cpr):
    return "male" if int(cpr[-1]) % 2 else "female"
