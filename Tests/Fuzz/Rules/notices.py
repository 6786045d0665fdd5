"""What staff should see, read a second time: the codes that a verdict must carry."""

from datetime import date

from answers import admits, concern_is_open, contract_is_missing
from case import ages, cpr_birth_date, cpr_sex
from days import age, is_holiday, plus, plus_months, plus_years
from deadlines import health_days, last_day_to_complain


def notices(case, clocks):
    found = returned(case, clocks)
    found += implausible_cpr(case)
    found += gaps(case, clocks)
    found += late_complaints(case)
    if case.death:
        return sorted(set(found))
    std = case.standard
    if std("children.homeNotice") and child_at_home(case):
        found.append("child-at-home")
    if concern_is_open(case):
        found.append("child-duty-to-notify")
    if contract_is_missing(case):
        found.append("pregnancy-offer-missing")
    person = case.person()
    if std("notifications.authorisationAttention") and person.get("healthAuthorisation"):
        found.append("authorisation-attention")
    if person.get("anonymous", False):
        asked = any(q["ask"] == "dispense" for q in case.history.get("questions", []))
        if asked or case.of("prescription"):
            found.append("anonymous-no-medicine")
    if holiday_dose(case):
        found.append("holiday-dose")
    return sorted(set(found))


def returned(case, clocks):
    months = case.standard("discharge.returnWindowMonths")
    if months is None:
        return []
    found = []
    for clock in clocks:
        before = [f for f in case.of("discharge") if f.place < clock.wish.place]
        if before and before[-1].get("reason") != "deceased" and clock.received <= plus_months(before[-1].on, months):
            found.append("returned-within-window")
    return found


def implausible_cpr(case):
    person = case.person()
    if "cpr" not in person:
        return []
    born, sex = cpr_birth_date(person["cpr"]), cpr_sex(person["cpr"])
    against = [
        born > case.today,
        plus_years(born, 110) < case.today,
        person.get("born", born.isoformat()) != born.isoformat(),
        person.get("birthYear", born.year) != born.year,
        person.get("sex", sex) != sex,
    ]
    return ["cpr-implausible"] if any(against) else []


def gaps(case, clocks):
    found = []
    for clock in clocks:
        its = ages(case.person(), clock.received)
        if case.standard.units and its and not any(admits(u, a) for u in case.standard.units for a in its):
            found.append("standard-gap")
    return found


def child_at_home(case):
    """Whether a child under 18 is at home, each as it was last described; two alike may be twins."""
    children = []
    for fact in case.of("child"):
        known = (fact.get("born"), fact.get("relation"))
        moved = next((c for c in children if c[0] == known and c[1] != fact.get("home")), None)
        if moved:
            moved[1] = fact.get("home")
        else:
            children.append([known, fact.get("home")])
    return any(home and age(date.fromisoformat(born), case.today) < 18 for (born, _), home in children)


def late_complaints(case):
    decision, found = None, []
    for fact in case.of("decision", "complaint"):
        if fact.type == "decision":
            decision = fact
        elif fact.get("about") == "decision" and decision:
            last = last_day_to_complain(case.standard, decision)
            found += ["late-complaint"] if last and fact.on > last else []
        elif fact.get("about") == "health":
            found += ["late-complaint"] if fact.on > min(health_days(case.standard, fact)) else []
    return found


def holiday_dose(case):
    """An antabus service, or the next one by its weekdays, on a holiday, until the day after it."""
    doses = [f.on for f in case.of("service") if f.get("service") == "antabus"]
    if not doses:
        return False
    weekdays = {day.isoweekday() for day in doses}
    following = next(plus(doses[-1], n) for n in range(1, 8) if plus(doses[-1], n).isoweekday() in weekdays)
    return any(is_holiday(day) and case.today <= plus(day, 1) for day in doses + [following])
