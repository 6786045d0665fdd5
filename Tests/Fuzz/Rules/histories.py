"""Random histories, dense where the rules have their edges, and random standards made of the shipped ones."""

import copy
from datetime import date, timedelta

# Days around which law, calendar or a clock changes.
ANCHORS = [
    "2015-12-20", "2016-01-01", "2016-12-15", "2017-01-01", "2018-01-01", "2020-02-29", "2022-12-20", "2023-04-20",
    "2023-12-20", "2024-02-16", "2024-03-20", "2024-08-20", "2024-09-01", "2024-10-25", "2024-12-18", "2025-04-01",
    "2025-05-12", "2026-01-01", "2026-06-01",
]
STEPS = [0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 7, 10, 13, 14, 14, 15, 16, 20, 28, 30, 31, 42, 60, 84, 90, 92, 180, 365]
MUNICIPALITIES = ["0101", "0370", "0390", "0260", "0173", "0161", "0461"]
SERVICES = [
    "individual-session", "individual-session", "group-session", "couple-session", "family-session", "assessment",
    "assessment", "information-talk", "motivational-talk", "relative-talk", "medical-consultation",
    "withdrawal-treatment", "antabus", "antabus", "craving-medicine", "nada", "urine-test", "physical-training",
    "cross-sector-meeting", "day-treatment", "residential-day", "provider-contact", "general-advice", "teaching",
]
REASONS = [
    "completed", "transferred", "hospital", "other", "against-advice", "no-show", "moved", "expelled", "prison",
    "deceased",
]
DRUGS = ["antabus", "craving", "withdrawal"]
MODALITIES = ["outpatient", "day", "residential"]


def later(rng, day, least=0, most=30):
    return (day + timedelta(rng.randint(least, most))).isoformat()


def maybe(rng, chance, **keys):
    return {key: value for key, value in keys.items() if rng.random() < chance}


def some_service(rng, day):
    found = {"service": rng.choice(SERVICES), "minutes": rng.choice([0, 10, 30, 60, 120, 121, 180, 600])}
    found |= maybe(rng, 0.15, attended=rng.random() < 0.3) | maybe(rng, 0.15, overnight=rng.random() < 0.8)
    found |= maybe(rng, 0.3, planBegun=rng.random() < 0.7) | maybe(rng, 0.2, channel=rng.choice(["phone", "video"]))
    if not found.get("attended", True) and rng.random() < 0.5:
        del found["minutes"]
    return found


def decision(rng, day):
    found = {"modality": rng.choice(MODALITIES), "outcome": rng.choice(["granted", "refused"])}
    found |= maybe(rng, 0.7, until=later(rng, day, 0, 200))
    return found | {"delivery": rng.choice(["digital-post", "letter", "in-person"])}


def complaint(rng, day):
    found = {"about": rng.choice(["decision", "service", "health"])}
    return found | maybe(rng, 0.5, happenedOn=later(rng, day, -2400, 0), knownOn=later(rng, day, -900, 0))


def outside(rng, day):
    return {"reason": rng.choice(["admitted", "integrated-treatment"])} | maybe(
        rng, 0.4, regionReceivedOn=later(rng, day, -20, 10))


def identity(rng, day):
    person = some_person(rng, day)
    person.pop("anonymous", None)
    return {key: value for key, value in person.items() if rng.random() < 0.6}


def parents(rng, _):
    return {"parentsInformed": rng.random() < 0.5}


EVENTS = {
    "enquiry": (14, lambda rng, _: {
        "wish": rng.choices(["treatment", "advice", "undecided"], [8, 1, 1])[0], "channel": "phone",
    } | maybe(rng, 0.3, by=rng.choice(["self", "relative", "professional"]))),
    "treatment-wish": (2, lambda *_: {}),
    "offer": (5, lambda rng, day: {"startsOn": later(rng, day, -2, 20)}),
    "offer-declined": (3, lambda rng, _: {
        "reason": rng.choice(["own-choice", "other"]), "written": rng.random() < 0.5}),
    "no-show": (3, lambda *_: {}),
    "service": (24, some_service),
    "enrolment": (3, lambda *_: {}),
    "withdrawal": (4, lambda *_: {}),
    "outside-duty": (4, outside),
    "outside-duty-ended": (3, lambda rng, day: {k: v for k, v in outside(rng, day).items() if rng.random() < 0.7}),
    "application": (3, lambda rng, _: {
        "modality": rng.choice(MODALITIES[1:]), "outpatientTried": rng.random() < 0.5,
    } | maybe(rng, 0.3, exceptionReason=rng.choice(["akut", " ", ""]))),
    "decision": (5, decision),
    "plan-agreed": (5, lambda *_: {}),
    "plan-reviewed": (5, lambda *_: {}),
    "discharge": (7, lambda rng, _: {"reason": rng.choice(REASONS)}),
    "follow-up": (3, lambda rng, _: {"reached": rng.random() < 0.7}),
    "identified": (1, identity),
    "consent": (2, lambda rng, day: {
        "id": rng.choice(["a", "b"]), "scope": rng.sample(["egen læge", "jobcenter", "Familieafdelingen"], 2),
    } | maybe(rng, 0.4, until=later(rng, day, 0, 500))),
    "consent-revoked": (1, lambda rng, _: {"id": rng.choice(["a", "b"])}),
    "complaint": (3, complaint),
    "records-request": (2, lambda *_: {}),
    "records-answer": (2, lambda *_: {}),
    "entry": (4, lambda rng, _: {"by": rng.choice(["physician", "nurse", "other-health", "social"])}),
    "pending": (1, lambda rng, _: {"kind": rng.choice(["complaint", "supervision", "compensation"])}),
    "pending-ended": (1, lambda rng, _: maybe(rng, 0.7, kind=rng.choice(["complaint", "supervision", "compensation"]))),
    "prescription": (3, lambda rng, day: {
        "drug": rng.choice(DRUGS), "byProfession": "physician"} | maybe(rng, 0.5, until=later(rng, day, 0, 60))),
    "dispensed": (3, lambda rng, _: {
        "drug": rng.choice(DRUGS), "sober": rng.choice(["yes", "no", "unknown"]), "given": rng.random() < 0.7}),
    "child": (2, lambda rng, day: {
        "born": rng.choice([later(rng, day, -6600, -6540), "2015-06-15"]), "relation": rng.choice(["own", "partner"]),
        "home": rng.random() < 0.6}),
    "child-concern": (1, parents),
    "child-notified": (1, parents),
    "pregnancy": (2, lambda rng, day: {"dueOn": later(rng, day, -30, 240)}),
    "pregnancy-contract": (1, lambda rng, _: {"answer": rng.choice(["accepted", "declined", "terminated"])}),
    "detention": (0.5, lambda rng, day: {"until": later(rng, day, 0, 21)}),
    "informed": (1, lambda rng, _: {"about": rng.choice(["driving", "authorisation", "free-choice", "complaint"])}),
}
TYPES, WEIGHTS = list(EVENTS), [weight for weight, _ in EVENTS.values()]


def place(rng):
    return {
        "modality": rng.choice(MODALITIES), "approved": rng.random() < 0.8, "listed": rng.random() < 0.8,
        "municipalAgreements": rng.randint(0, 2), "municipal": rng.random() < 0.3,
    } | maybe(rng, 0.6, granted=rng.choice(MODALITIES))


def acute(rng):
    flags = {key: rng.random() < 0.2 for key in ("previousDelirium", "previousSeizures", "suicidal", "neurological")}
    return maybe(rng, 0.4, **flags) | maybe(rng, 0.4, promille=rng.choice([0, 2.5, 3, 3.1]), ciwa=rng.randint(0, 67))


QUESTIONS = {
    "target-group": lambda rng: {},
    "unit": lambda rng: maybe(rng, 0.4, site=rng.choice(["Vordingborg", "Stege", "Nord"])),
    "anonymous-counselling": lambda rng: {},
    "anonymous-treatment": lambda rng: {},
    "free-choice": place,
    "send-application": lambda rng: {"modality": rng.choice(MODALITIES)},
    "send-documents": lambda rng: {"recipient": rng.choice(["egen læge", "jobcenter", "Egen læge"])},
    "dispense": lambda rng: {"drug": rng.choice(DRUGS), "sober": rng.choice(["yes", "yes", "no", "unknown"])},
    "give-nada": lambda rng: {"staffTrained": rng.random() < 0.7},
    "payment": lambda rng: {"item": rng.choice(
        ["treatment", "antabus", "craving", "craving", "support-medicine", "transport", "board-and-lodging"])},
    "close-case": lambda rng: {},
    "notify-authority": lambda rng: {"role": rng.choice(["consultant", "leader", "medical-consultant"])},
    "notify-police": lambda rng: {},
    "acute": acute,
}


def some_cpr(rng, born):
    """A number that fits the birth date; a CPR number, an eCPR number of the nation or of a region."""
    mark = rng.choice("0123") if born.year < 2000 else rng.choice("49" if born.year <= 2036 else "5")
    tail = rng.choice([f"{rng.randint(0, 999):03d}", rng.choice("QZ") + rng.choice("AX") + str(rng.randint(0, 9))])
    if tail[0].isalpha():
        mark = rng.choice("10") if born.year < 2000 else rng.choice("76")
    return born.strftime("%d%m%y") + rng.choice(["", "-"]) + mark + tail


def some_person(rng, base):
    years = rng.choice([14, 15, 16, 17, 18, 19, 24, 25, 26, 27, 40, 67])
    born = base - timedelta(int(years * 365.25) + rng.randint(-40, 40))
    person = maybe(rng, 0.4, born=born.isoformat(), birthYear=born.year + rng.choice([0, 0, 0, 1]))
    person |= maybe(rng, 0.3, sex=rng.choice(["female", "male"]), municipality=rng.choice(MUNICIPALITIES))
    person |= maybe(rng, 0.2, healthAuthorisation=rng.random() < 0.7, anonymous=rng.random() < 0.7)
    person |= maybe(rng, 0.05, relative=True, drives=True)
    if not person.get("anonymous") and rng.random() < 0.25:
        person["cpr"] = some_cpr(rng, born if rng.random() < 0.9 else born - timedelta(rng.choice([1, 24000, -9000])))
    return person


def dated(rng, day):
    """A day as a date, or as a moment near one of its midnights in some part of the world."""
    if rng.random() < 0.9:
        return {"on": day.isoformat()}
    clock = rng.choice(["00:30:00", "23:30:00", "12:00:00", "21:59:59.5"])
    return {"at": f"{day.isoformat()}T{clock}{rng.choice(['Z', '+01:00', '+02:00', '-05:00'])}"}


def some_history(rng):
    """A history and the day on which it is looked at."""
    base = date.fromisoformat(rng.choice(ANCHORS)) + timedelta(rng.randint(-10, 10))
    day, events, detentions = base, [], 0
    for _ in range(rng.choice([0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 30])):
        kind = rng.choices(TYPES, WEIGHTS)[0]
        detentions += kind == "detention"
        if kind == "detention" and detentions > 3:
            continue
        # A moment may lie on the day before, and 21 days of detention would be 22.
        when = {"on": day.isoformat()} if kind == "detention" else dated(rng, day)
        event = when | {"type": kind} | EVENTS[kind][1](rng, day)
        events.append(event)
        events += what_follows(rng, day, event)
        day += timedelta(rng.choice(STEPS) if rng.random() < 0.8 else rng.randint(0, 20))
    today = day + timedelta(rng.choice([0, 0, 1, 1, 13, 14, 15, 40, 200, 800, -1, -7, -30]))
    edges = sorted(days_that_matter(events))
    if edges and rng.random() < 0.4:
        today = rng.choice(edges)
    if rng.random() < 0.3:
        rng.shuffle(events)
    history = {"format": "fjorten-case-history/1", "events": events}
    if rng.random() < 0.7:
        history["person"] = some_person(rng, base)
    if rng.random() < 0.7:
        history["questions"] = [some_question(rng, today, edges) for _ in range(rng.randint(1, 6))]
    return history, today


def what_follows(rng, day, event):
    """What answers an event, or comes with it, on the day that matters or beside it."""
    kind = event["type"]
    if kind == "service" and rng.random() < 0.2:
        return weeks_of_services(rng, day)
    if kind == "offer" and rng.random() < 0.4:
        offered = date.fromisoformat(event["startsOn"]) + timedelta(rng.choice([-1, 0, 0, 1]))
        return [{"on": offered.isoformat(), "type": "no-show"}]
    if kind == "prescription" and rng.random() < 0.5:
        newer = {"on": later(rng, day, 0, 20), "type": kind} | EVENTS[kind][1](rng, day)
        return [newer | {"drug": event["drug"]}]
    if kind == "outside-duty" and rng.random() < 0.2:
        return [{"on": "2024-09-01", "type": "service", "service": "antabus", "minutes": 10}]
    return []


def days_that_matter(events):
    """The days on and after which something that was written down ends, falls due or is over."""
    for event in events:
        for key, steps in (("on", (0, 7, 13, 14, 15, 30, 31)), ("until", (0, 1)), ("startsOn", (0, 1)),
                           ("dueOn", (0, 1, 42, 43)), ("regionReceivedOn", (14, 15))):
            if key in event:
                yield from (date.fromisoformat(event[key]) + timedelta(step) for step in steps)


def weeks_of_services(rng, day):
    """Services so dense that a week or a month becomes one of day or residential treatment."""
    nights, minutes = rng.random() < 0.5, rng.choice([60, 120, 121, 300])
    gaps = rng.choice([[1], [1, 1, 1, 4], [2, 2, 3], [7]])
    found = []
    for number in range(rng.choice([3, 7, 14, 32])):
        found.append({"on": day.isoformat(), "type": "service", "service": rng.choice(["residential-day", "antabus"]),
                      "minutes": minutes, "overnight": nights and rng.random() < 0.99})
        day += timedelta(gaps[number % len(gaps)])
    return found


def some_question(rng, today, edges):
    ask = rng.choice(list(QUESTIONS))
    early = [edge for edge in edges if edge <= today]
    on = rng.choice(early) if early and rng.random() < 0.5 else today
    return {"ask": ask, "on": on.isoformat()} | QUESTIONS[ask](rng)


# Standards

VALUES = {
    "guarantee.days": lambda rng: rng.choice([7, 10, 13, 14, 20]),
    "guarantee.planInside": lambda rng: True,
    "intake.interviewTargetDays": lambda rng: rng.randint(0, 20),
    "intake.interviewMaxDays": lambda rng: rng.randint(0, 20),
    "visitation.maxDays": lambda rng: rng.randint(0, 30),
    "visitation.outpatientTried": lambda rng: rng.random() < 0.7,
    "target.minAge": lambda rng: rng.randint(10, 20),
    "target.maxAge": lambda rng: rng.randint(24, 70),
    "target.relatives": lambda rng: rng.random() < 0.5,
    "freeChoice.day.allowed": lambda rng: rng.random() < 0.7,
    "freeChoice.residential.allowed": lambda rng: rng.random() < 0.7,
    "freeChoice.day.conditions": lambda rng: ["agreement"],
    "freeChoice.outpatient.unapproved": lambda rng: rng.choice(["denied", "self-pay"]),
    "anonymity.treatmentMinAge": lambda rng: rng.randint(14, 19),
    "anonymity.maxTalksUnder18": lambda rng: rng.randint(0, 3),
    "plan.reviewMaxMonths": lambda rng: rng.randint(1, 7),
    "plan.closeReviewDays": lambda rng: rng.randint(0, 60),
    "course.evaluationDays": lambda rng: rng.randint(1, 100),
    "course.intensityRules": lambda rng: rng.choice(["vbgs-2009", "monthly-contacts"]),
    "discharge.followUpMonths": lambda rng: rng.choice([[1, 6], [6, 1], [2], [1, 3, 12]]),
    "discharge.triggerReasons": lambda rng: rng.sample(REASONS[:-1], 5),
    "discharge.returnWindowMonths": lambda rng: rng.randint(1, 12),
    "grants.statusMonths": lambda rng: rng.randint(1, 4),
    "grants.renewalDays": lambda rng: rng.randint(0, 30),
    "grants.providerMidway": lambda rng: rng.sample(MODALITIES, 2),
    "payment.treatment": lambda rng: rng.choice(["centre", "citizen"]),
    "payment.craving": lambda rng: rng.choice(["centre", "citizen", "individual-assessment"]),
    "payment.cravingCentreMonths": lambda rng: rng.randint(1, 3),
    "complaint.decisionWeeks": lambda rng: rng.randint(1, 6),
    "complaint.closedDays": lambda rng: rng.choice([["labour-day"], ["christmas-eve", "day-after-ascension"]]),
    "records.closedDays": lambda rng: rng.choice([["labour-day", "christmas-eve"], ["constitution-day"]]),
    "retention.socialYears": lambda rng: rng.randint(1, 12),
    "children.homeNotice": lambda rng: rng.random() < 0.7,
    "notifications.authorisationAttention": lambda rng: rng.random() < 0.7,
    "notifications.authorityBy": lambda rng: rng.sample(["consultant", "leader", "medical-consultant"], 2),
    "notifications.policeAfterInformed": lambda rng: rng.random() < 0.7,
    "medicine.nadaNeedsEnrolment": lambda rng: rng.random() < 0.7,
}


def some_standard(rng, shipped):
    """A shipped standard with some of its values changed, added or fallen silent."""
    standard = copy.deepcopy(rng.choice(shipped))
    standard["id"] = "proeve"
    for path in rng.sample(list(VALUES), rng.randint(1, 12)):
        section = standard
        *parts, key = path.split(".")
        for part in parts:
            section = section[part]
        if rng.random() < 0.2:
            section[key] = {"mark": "missing"}
        else:
            section[key] = {"value": VALUES[path](rng), "quote": "prøve", "place": "prøve", "mark": "explicit"}
    make_coherent(standard)
    said = {"quote": "prøve", "place": "prøve", "mark": "explicit"}
    if rng.random() < 0.3:
        standard["milestones"] = [
            {"id": m, "day": rng.randint(1, 20), "metBy": m} | said
            for m in ("enrolment", "application", "decision", "start") if rng.random() < 0.6]
    if rng.random() < 0.4:
        edge = rng.randint(17, 30)
        standard["units"] = [
            {"name": "Ung", "ageBelow": edge} | maybe(rng, 0.5, sites=["Nord", "Stege"]) | said,
            {"name": "Voksen"} | rng.choice([{"ageAbove": edge}, {"ageFrom": edge}, {"ageAbove": edge + 2}]) | said]
    return standard


# A value, and the one it cannot stand without.
NEEDS = [
    ("discharge.followUpMonths", "discharge.triggerReasons"), ("discharge.triggerReasons", "discharge.followUpMonths"),
    ("payment.cravingCentreMonths", "payment.craving"),
] + [(f"freeChoice.{m}.{key}", f"freeChoice.{m}.allowed") for m in MODALITIES for key in ("conditions", "unapproved")]


def make_coherent(standard):
    """Silences what could not stand in a standard beside the rest of it."""
    def at(path):
        *parts, key = path.split(".")
        section = standard
        for part in parts:
            section = section[part]
        return section, key

    def is_set(path):
        section, key = at(path)
        return "value" in section.get(key, {})

    def silence(path):
        section, key = at(path)
        section[key] = {"mark": "missing"}

    for path, needed in NEEDS:
        if is_set(path) and not is_set(needed):
            silence(path)
    if is_set("intake.interviewTargetDays") and is_set("intake.interviewMaxDays"):
        silence("intake.interviewMaxDays")
