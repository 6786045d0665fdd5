"""The fourteen days, read a second time: every clock of a case, how it ended, and what it is called."""

from datetime import date

from days import plus

LIMIT = 14
OUTSIDE_DUTY_SINCE = date(2024, 9, 1)
STARTS = (
    "individual-session", "group-session", "couple-session", "family-session", "withdrawal-treatment",
    "antabus", "craving-medicine", "day-treatment", "residential-day",
)


def begins_treatment(fact):
    return fact.is_attended(*STARTS) or fact.is_attended("assessment") and fact.get("planBegun", False)


def asks_for_treatment(fact):
    if fact.type == "treatment-wish":
        return True
    return fact.type == "enquiry" and fact.get("wish") == "treatment" and fact.get("by", "self") != "relative"


class Clock:
    """One clock, from the wish to whatever ended it or its course."""

    def __init__(self, wish):
        self.wish = wish
        self.received = wish.on
        self.last_day = plus(wish.on, LIMIT)
        self.start = None
        self.offer = None
        self.own_choice = False
        self.missed_offer = False
        self.withdrawn = False
        self.not_covered = False
        # What ended the wish or the course, and on which day; no fact where a law came into force.
        self.end = None
        self.ended_on = None
        self.is_elsewhere = False

    def close(self, fact, on):
        self.end, self.ended_on = fact, on

    def is_over_before(self, fact):
        """Whether a fact comes too late to belong to the wish or its course."""
        if self.end is not None:
            return fact.place > self.end.place
        return self.ended_on is not None and fact.on >= self.ended_on

    def in_time(self, day):
        return day <= self.last_day

    def status(self, today):
        if self.withdrawn:
            return "withdrawn"
        if self.not_covered:
            return "not-covered"
        if self.start and self.in_time(self.start.on):
            return "met"
        if self.in_time(today):
            return "running"
        if self.own_choice:
            return "own-choice"
        if self.missed_offer:
            return "offered-no-show"
        return "late" if self.start else "overdue"

    def verdict(self, today):
        status = self.status(today)
        found = {
            "received": self.received.isoformat(), "lastDay": self.last_day.isoformat(), "status": status,
            "counted": status in ("met", "late", "overdue"),
        }
        if self.start:
            found["startedOn"] = self.start.on.isoformat()
            found["daysWaited"] = (self.start.on - self.received).days
            found["stoppedBy"] = self.start.get("service")
        if status == "running":
            found["daysLeft"] = (self.last_day - today).days
        if status in ("met", "late"):
            found["daysLate"] = max(0, (self.start.on - self.last_day).days)
        if status == "overdue":
            found["daysLate"] = ((self.ended_on or today) - self.last_day).days
        return found


class OutsideDuty:
    """Which reasons put the duty elsewhere; in force from 2024-09-01, and what began before counts from there."""

    def __init__(self):
        self.reasons = set()

    def take(self, fact):
        if fact.type == "outside-duty":
            self.reasons.add(fact.get("reason"))
        elif "reason" in fact.keys:
            self.reasons.discard(fact.get("reason"))
        else:
            self.reasons.clear()


class Walk:
    """Goes through the facts once, in their order."""

    def __init__(self, case):
        self.case = case
        self.clocks = []
        self.open = None  # the clock whose start is waited for, or whose course lasts
        self.went_elsewhere = None  # the clock that became not covered, until treatment or a new wish comes
        self.outside = OutsideDuty()
        self.law_began = False
        self.last_end = -1
        self.ends = []  # what ended a course or a wish: every discharge, and a withdrawal that answers to a wish

    def go(self):
        for fact in self.case.facts:
            self.reach(fact.on)
            self.take(fact)
        self.reach(self.case.today)
        return self.clocks

    def reach(self, day):
        if not self.law_began and day >= OUTSIDE_DUTY_SINCE:
            self.law_began = True
            self.look_outside(None, OUTSIDE_DUTY_SINCE)

    def take(self, fact):
        if fact.type in ("outside-duty", "outside-duty-ended"):
            self.outside.take(fact)
            self.look_outside(fact, fact.on)
        elif asks_for_treatment(fact):
            self.wish(fact)
        elif begins_treatment(fact):
            self.start(fact)
        elif fact.type == "offer" and self.waits:
            self.open.offer = fact
        elif fact.type == "offer-declined":
            self.declined(fact)
        elif fact.type == "no-show" or fact.type == "service" and not fact.get("attended", True):
            self.no_show(fact)
        elif fact.type == "withdrawal":
            self.withdrawal(fact)
        elif fact.type == "discharge":
            self.discharge(fact)

    @property
    def waits(self):
        return self.open is not None and self.open.start is None

    def look_outside(self, fact, on):
        if self.law_began and self.outside.reasons and self.waits and self.open.in_time(on):
            self.open.not_covered = self.open.is_elsewhere = True
            self.open.close(fact, on)
            self.went_elsewhere, self.open = self.open, None

    def wish(self, fact):
        if self.open or self.case.person(on=fact.on).get("relative", False):
            return
        self.open, self.went_elsewhere = Clock(fact), None
        self.clocks.append(self.open)
        self.look_outside(fact, fact.on)
        # "A start on the enquiry's own day counts whatever the order in the file."
        for earlier in self.case.facts:
            if earlier.on == fact.on and self.last_end < earlier.place < fact.place and begins_treatment(earlier):
                self.start(earlier)

    def start(self, fact):
        if self.waits:
            self.open.start = fact
        self.went_elsewhere = None

    def declined(self, fact):
        if self.waits and self.open.offer and fact.get("reason") == "own-choice":
            self.open.own_choice |= self.offered_in_time(self.open.offer)

    def no_show(self, fact):
        offer = self.open.offer if self.waits else None
        if offer and fact.on >= offer.day("startsOn"):
            self.open.missed_offer |= self.offered_in_time(offer)

    def offered_in_time(self, offer):
        return self.open.in_time(offer.on) and self.open.in_time(offer.day("startsOn"))

    def withdrawal(self, fact):
        """Closes the clock that waits; one that became not covered it makes withdrawn, when it comes in time."""
        if self.waits:
            self.open.withdrawn = self.open.in_time(fact.on)
            self.end(fact)
        elif self.went_elsewhere and self.went_elsewhere.in_time(fact.on):
            self.went_elsewhere.withdrawn = True
            self.ends.append(fact)

    def discharge(self, fact):
        if self.waits and self.open.in_time(fact.on):
            is_death = fact.get("reason") == "deceased"
            self.open.not_covered = is_death
            self.open.withdrawn = not is_death
        if self.open:
            self.end(fact)
        else:
            self.ends.append(fact)

    def end(self, fact):
        self.open.close(fact, fact.on)
        self.open = None
        self.ends.append(fact)
        self.last_end = fact.place
