"""How dense the treatment was, read a second time: by ISO week or by month, as the standard's rule set says."""

from collections import defaultdict
from datetime import timedelta

from clocks import STARTS

COUNTED = STARTS + ("assessment", "nada", "medical-consultation", "motivational-talk", "urine-test")
LONG = 120
GAP = 14


def week_of(day):
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def intensity(case):
    rules = case.standard("course.intensityRules")
    if rules is None:
        return {}  # no law defines intensity, and a silent standard borrows no other's definition
    services = [f for f in case.facts if f.is_attended(*COUNTED) and f.get("minutes", 0) > 0]
    by_week, by_month = defaultdict(list), defaultdict(list)
    for service in services:
        by_week[week_of(service.on)].append(service)
        by_month[service.on.strftime("%Y-%m")].append(service)
    gaps = [(later.on, (later.on - earlier.on).days) for earlier, later in zip(services, services[1:])]
    delivered = [f.on for f in case.of("service") if f.get("attended", True)]
    if rules == "monthly-contacts":
        return {d.strftime("%Y-%m"): ("none", False) for d in delivered} | monthly(by_week, by_month, gaps)
    after_gap = {week_of(day) for day, gap in gaps if gap > GAP}
    return {week_of(d): ("none", False) for d in delivered} | {
        week: (("ad-hoc", False) if week in after_gap else by_days(found)) for week, found in by_week.items()}


def nights(services):
    return {s.on for s in services if s.get("overnight", False)}


def by_days(services):
    """A week by the days on which something was delivered, how long they were, and whether a warning stands on it."""
    minutes = defaultdict(int)
    for service in services:
        minutes[service.on] += service.get("minutes")
    long = sum(1 for m in minutes.values() if m > LONG)
    short = len(minutes) - long
    if len(minutes) == 7 and len(nights(services)) == 7:
        return "residential", False
    if len(minutes) <= 2:
        return "outpatient", False
    if long >= 3:
        return "day", len(minutes) > 5
    return "day" if long == 2 and short >= 2 else "outpatient-day", False


def by_contacts(services):
    """A week by the number of services; None where it is neither day nor residential."""
    if len(nights(services)) == 7:
        return "residential", False
    return ("day", len(services) > 5) if len(services) >= 3 else None


def monthly(by_week, by_month, gaps):
    found = {week: by_contacts(services) for week, services in by_week.items()}
    weeks = {week: kind for week, kind in found.items() if kind}
    months = {month: of_month(month, services, weeks, gaps) for month, services in by_month.items()}
    return months | weeks


def whole_weeks(day):
    first = day.replace(day=1)
    monday = first + timedelta(-first.weekday() % 7)
    while (monday + timedelta(6)).month == first.month:
        yield week_of(monday)
        monday += timedelta(7)


def of_month(month, services, weeks, gaps):
    kinds = {weeks.get(week, (None,))[0] for week in whole_weeks(services[0].on)}
    if None not in kinds:
        return "residential" if kinds == {"residential"} else "day", False
    widest = max((gap for day, gap in gaps if day.strftime("%Y-%m") == month), default=0)
    if len(services) < 2 or widest > GAP:
        return "below-outpatient", False
    return "outpatient", len(services) > 8 and not any(week_of(s.on) in weeks for s in services)
