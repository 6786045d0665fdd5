"""May this be done? The questions of a history, read a second time. Each rule gives (allowed, value)."""

from datetime import date

from case import ages
from days import plus, plus_months
from deadlines import given_consents, open_requests

CONSENT_AGE = 15
PREGNANCY_DAYS_AFTER = 42


def answers(case):
    found = []
    for question in case.history.get("questions", []):
        then = case.on(date.fromisoformat(question["on"]))
        allowed, value = RULES[question["ask"]](then, question)
        found.append((question["ask"], question["on"], allowed, value))
    return found


def target_group(case, _):
    std = case.standard
    if case.person().get("relative", False):
        return True, "in" if std("target.relatives") else "manual"
    least, most = std("target.minAge"), std("target.maxAge")
    if least is None and most is None:
        return True, "in"
    enquiry = case.last("enquiry")
    inside = {(least or 0) <= age <= (most or 999) for age in
              ages(case.person(), enquiry.on if enquiry else case.today)}
    if len(inside) != 1:
        return True, "manual"
    return (True, "in") if inside == {True} else (False, "outside")


def admits(unit, age):
    return (age < unit.get("ageBelow", 999) and age > unit.get("ageAbove", -999) and age >= unit.get("ageFrom", -999))


def unit(case, question):
    site = question.get("site")
    units = [u for u in case.standard.units if site is None or not u.get("sites") or site in u["sites"]]
    names = {next((u["name"] for u in units if admits(u, age)), None) for age in ages(case.person(), case.today)}
    name = names.pop() if len(names) == 1 else None
    return (True, name) if name else (False, "gap")


def anonymous_counselling(case, _):
    most = case.standard("anonymity.maxTalksUnder18")
    is_minor = {age < 18 for age in ages(case.person(), case.today)} == {True}
    if most is None or not is_minor:
        return True, None
    talks = [f for f in case.of("service") if f.get("attended", True)
             and case.person(on=f.on).get("anonymous", False)]
    return len(talks) < most, None


def anonymous_treatment(case, _):
    least = case.standard("anonymity.treatmentMinAge")
    least = CONSENT_AGE if least is None else least
    old = {age >= least for age in ages(case.person(), case.today)}
    return old != {False}, None


def free_choice(case, question):
    std, kind = case.standard, question["modality"]
    own = f"freeChoice.{kind}"
    if case.person().get("relative", False) and not std("freeChoice.relatives"):
        return False, "denied"
    conditions = std(f"{own}.conditions") or []
    if kind != "outpatient" and not (std(f"{own}.allowed") and question.get("granted") == kind):
        return False, "denied"
    if not (question["approved"] and question["listed"]):
        return (True, "self-pay") if std(f"{own}.unapproved") == "self-pay" else (False, "denied")
    if kind == "outpatient" or "agreement" in conditions:
        if not question["municipal"] and question["municipalAgreements"] < 1:
            return False, "denied"
    return True, "allowed"


def send_application(case, question):
    found = [f for f in case.of("application") if f.get("modality") == question["modality"]]
    if not found:
        return False, None
    if not case.standard("visitation.outpatientTried"):
        return True, None
    return bool(found[-1].get("outpatientTried") or found[-1].get("exceptionReason", "").strip()), None


def send_documents(case, question):
    return any(question["recipient"] in consent.get("scope") and case.today <= last and not revoked
               for consent, last, revoked in given_consents(case)), None


def dispense(case, question):
    drug = question["drug"]
    if case.person().get("anonymous", False):
        return False, None
    orders = [f for f in case.of("prescription") if f.get("drug") == drug]
    # A newer prescription replaces the older.
    if not orders or (orders[-1].day("until") or case.today) < case.today:
        return False, None
    if any(f.get("drug") == drug and f.get("given") and f.on == case.today for f in case.of("dispensed")):
        return False, None
    return drug != "antabus" or question["sober"] == "yes", None


def give_nada(case, question):
    last = case.last("enrolment", "discharge")
    enrolled = last is not None and last.type == "enrolment"
    return question["staffTrained"] and (enrolled or not case.standard("medicine.nadaNeedsEnrolment")), None


def payment(case, question):
    item = question["item"]
    value = case.standard(f"payment.{item}")
    months = case.standard("payment.cravingCentreMonths")
    if item == "craving" and months is not None:
        first = next((f for f in case.of("dispensed") if f.get("drug") == "craving" and f.get("given")), None)
        # Where no dispensing is written down, the service in which it was given is one.
        first = first or next((f for f in case.facts if f.is_attended("craving-medicine")), None)
        if first is None or case.today < plus_months(first.on, months):
            value = "centre"
    if item == "treatment":
        # Free by law, whatever a standard says.
        value = "centre"
    return value == "centre", value


def unanswered_complaint(case):
    waiting = []
    for fact in case.of("complaint", "decision", "pending-ended"):
        if fact.type == "complaint":
            waiting.append(fact)
        elif fact.type == "decision":
            waiting = [c for c in waiting if c.get("about") != "decision"]
        elif fact.get("kind", "complaint") == "complaint":
            waiting = waiting[1:]
    return bool(waiting)


def concern_is_open(case):
    last = case.last("child-concern", "child-notified")
    return last is not None and last.type == "child-concern"


def contract_is_missing(case):
    last = case.last("pregnancy", "pregnancy-contract")
    if last is None or last.type != "pregnancy" or last.on.year < 2017:
        return False
    return case.today <= plus(last.day("dueOn"), PREGNANCY_DAYS_AFTER)


def close_case(case, _):
    if case.death:
        return True, None
    owed = [contract_is_missing(case), concern_is_open(case), unanswered_complaint(case),
            any(answer is None for _, answer in open_requests(case)), review_is_missing(case)]
    return not any(owed), None


def review_is_missing(case):
    within = case.standard("plan.closeReviewDays")
    plan, review = case.last("plan-agreed"), case.last("plan-reviewed")
    if within is None or plan is None:
        return False
    return review is None or review.place < plan.place and review.on < plus(case.today, -within)


def notify_authority(case, question):
    may = question["role"] in (case.standard("notifications.authorityBy") or [])
    return may and case.person().get("healthAuthorisation") is True, None


def notify_police(case, _):
    informed = any(f.get("about") == "driving" for f in case.of("informed"))
    return bool(case.standard("notifications.policeAfterInformed")) and informed, None


def acute(_, question):
    signs = ("previousDelirium", "previousSeizures", "suicidal", "neurological")
    danger = any(question.get(sign) for sign in signs) or question.get("promille", 0) > 3
    return True, "admission" if danger else "outpatient"


RULES = {
    "target-group": target_group,
    "unit": unit,
    "anonymous-counselling": anonymous_counselling,
    "anonymous-treatment": anonymous_treatment,
    "free-choice": free_choice,
    "send-application": send_application,
    "send-documents": send_documents,
    "dispense": dispense,
    "give-nada": give_nada,
    "payment": payment,
    "close-case": close_case,
    "notify-authority": notify_authority,
    "notify-police": notify_police,
    "acute": acute,
}
