"""What is due, read a second time. Each rule yields (what, due, state, binding)."""

from datetime import date

from clocks import LIMIT, OUTSIDE_DUTY_SINCE
from days import ROLLS, plus, plus_months, plus_working_days, plus_years, rolled

NEVER = None


def of_end(due, today):
    """A right or a period: open until and on its day, then passed."""
    return "open" if today <= due else "passed"


def of_act(due, done, today, ended=None):
    """An act: met or missed; undone at the end of a course it is missed if it was due before that, else cancelled."""
    if done:
        return "met" if done.on <= due else "missed"
    if ended:
        return "missed" if due < ended else "cancelled"
    return "open" if today <= due else "overdue"


def deadlines(case, clocks, ends):
    rules = [
        by_clock(case, clocks), reviews(case, ends), follow_ups(case), return_window(case), grants(case, ends),
        complaints(case), records(case), retention(case), consents(case), pregnancy(case), region(case),
    ]
    found = [deadline for rule in rules for deadline in rule]
    # Of what the standard is silent about, one entry says so.
    silent = {d for d in found if d[2] == "not-set"}
    found = [d for d in found if d not in silent] + list(silent)
    return sorted((what, due.isoformat() if due else "", state, binding) for what, due, state, binding in found)


# Beside a clock


def by_clock(case, clocks):
    for clock in clocks:
        yield from beside(case, clock)


def beside(case, clock):
    std = case.standard

    def first(test):
        """The first act that answers the clock's own wish: after it (on its day in any order), before its end."""
        return next((f for f in case.facts
                     if f.on >= clock.received and not clock.is_over_before(f) and test(f)), None)

    def act(what, due, done, binding):
        if not done and clock.is_elsewhere:
            return what, due, "cancelled", binding
        return what, due, of_act(due, done, case.today, clock.ended_on), binding

    talk = first(lambda f: f.is_attended("assessment", "information-talk"))
    days = std("intake.interviewTargetDays")
    days = std("intake.interviewMaxDays") if days is None else days
    if days is None:
        yield "intake-interview", NEVER, "not-set", "standard"
    else:
        yield act("intake-interview", plus(clock.received, days), talk, "standard")
    if std("visitation.maxDays") is not None:
        done = first(lambda f: f.is_attended("assessment") or f.type == "decision")
        yield act("visitation", plus(clock.received, std("visitation.maxDays")), done, "standard")
    if std("guarantee.planInside"):
        yield act("plan-in-guarantee", clock.last_day, first(lambda f: f.type == "plan-agreed"), "standard")
    if (std("guarantee.days") or LIMIT) < LIMIT:
        yield act("guarantee-promise", plus(clock.received, std("guarantee.days")), clock.start, "standard")
    for stone in std.milestones:
        done = clock.start if stone["metBy"] == "start" else first(lambda f: f.type == stone["metBy"])
        yield act(f"milestone:{stone['id']}", plus(clock.received, stone["day"] - 1), done, "internal")
    if std("course.evaluationDays") is not None and clock.start:
        done = first(lambda f: f.type == "plan-reviewed" and f.place > clock.start.place)
        yield act("course-evaluation", plus(clock.start.on, std("course.evaluationDays")), done, "standard")


# The plan


def reviews(case, ends):
    months = case.standard("plan.reviewMaxMonths")
    since = None
    ending = {end.place for end in ends}
    for fact in case.facts:
        if fact.type == "plan-agreed":
            if months is None:
                yield "plan-review", NEVER, "not-set", "standard"
                continue
            if since:
                # "A new plan-agreed starts anew": the interval before it is not waited for any more.
                yield "plan-review", plus_months(since.on, months), "cancelled", "standard"
            since = fact
        elif since and fact.type == "plan-reviewed":
            due = plus_months(since.on, months)
            yield "plan-review", due, of_act(due, fact, case.today), "standard"
            since = fact
        elif since and fact.place in ending:
            due = plus_months(since.on, months)
            yield "plan-review", due, of_act(due, None, case.today, fact.on), "standard"
            since = None
    if since:
        due = plus_months(since.on, months)
        yield "plan-review", due, of_act(due, None, case.today), "standard"


# After discharge


def follow_ups(case):
    discharges = case.of("discharge")
    months = case.standard("discharge.followUpMonths")
    reasons = case.standard("discharge.triggerReasons")
    for discharge, later in zip(discharges, discharges[1:] + [None]):
        reason = discharge.get("reason")
        if reason == "deceased":
            continue
        if months is None:
            if not case.death:
                yield "follow-up:1", NEVER, "not-set", "standard"
                yield "follow-up:6", NEVER, "not-set", "standard"
            continue
        if reasons is not None and reason not in reasons:
            continue
        reached = [f for f in case.of("follow-up") if f.get("reached") and f.place > discharge.place
                   and (later is None or f.place < later.place)]
        for number, month in enumerate(sorted(months)):
            done = reached[number] if number < len(reached) else None
            if done or not case.death:
                due = plus_months(discharge.on, month)
                yield f"follow-up:{month}", due, of_act(due, done, case.today), "standard"


def return_window(case):
    last = case.last("discharge")
    if not last or case.death:
        return
    months = case.standard("discharge.returnWindowMonths")
    if months is None:
        yield "return-window", NEVER, "not-set", "standard"
    else:
        due = plus_months(last.on, months)
        yield "return-window", due, of_end(due, case.today), "standard"


# Grants


def grants(case, ends):
    std = case.standard
    status, renewal = std("grants.statusMonths"), std("grants.renewalDays")
    for grant in case.of("decision"):
        if grant.get("outcome") != "granted":
            continue
        end = next((f for f in ends if f.place > grant.place), None)
        until = grant.day("until")

        def act(what, due, binding, test):
            done = next((f for f in case.facts if f.place > grant.place and (not end or f.place < end.place)
                         and test(f)), None)
            return what, due, of_act(due, done, case.today, end and end.on), binding

        if status is not None:
            yield act("grant-status", plus_months(grant.on, status), "internal", lambda f: f.type == "plan-reviewed")
        if renewal is not None and until:
            yield act("grant-renewal", plus(until, -renewal), "internal", lambda f: f.type == "application")
        if until and (status is not None or renewal is not None):
            yield "grant-expiry", until, of_end(until, case.today), "internal"
        if grant.get("modality") in (std("grants.providerMidway") or []) and until and until >= grant.on:
            half = plus(grant.on, (until - grant.on).days // 2)
            yield act("provider-midway", half, "standard",
                      lambda f: f.is_attended("cross-sector-meeting", "provider-contact"))


# Complaints


def closed_for_citizens(std):
    named = std("complaint.closedDays")
    return ROLLS if named is None else set(named)


def last_day_to_complain(std, decision):
    weeks = std("complaint.decisionWeeks")
    if decision.get("outcome") != "refused" or weeks is None:
        return None
    closed = closed_for_citizens(std)
    by_letter = decision.get("delivery") == "letter"
    received = plus_working_days(decision.on, 6, closed) if by_letter else decision.on
    return rolled(plus(received, 7 * weeks), closed)


def health_days(std, complaint):
    """The two last days: two years from when it was known, five from when it happened."""
    known = complaint.day("knownOn") or complaint.day("happenedOn") or complaint.on
    happened = complaint.day("happenedOn") or complaint.day("knownOn") or complaint.on
    closed = closed_for_citizens(std)
    return rolled(plus_years(known, 2), closed), rolled(plus_years(happened, 5), closed)


def complaints(case):
    for decision in case.of("decision"):
        if decision.get("outcome") == "refused":
            due = last_day_to_complain(case.standard, decision)
            yield "complaint-decision", due, of_end(due, case.today) if due else "not-set", "standard"
    for complaint in case.of("complaint"):
        if complaint.get("about") == "health":
            known, happened = health_days(case.standard, complaint)
            yield "complaint-health", known, of_end(known, case.today), "law"
            yield "complaint-health-absolute", happened, of_end(happened, case.today), "law"


# Records


def open_requests(case):
    """Each request with its answer: an answer goes to the oldest that is open."""
    pairs, waiting = [], []
    for fact in case.of("records-request", "records-answer"):
        if fact.type == "records-request":
            pairs.append([fact, None])
            waiting.append(pairs[-1])
        elif waiting:
            waiting.pop(0)[1] = fact
    return pairs


def records(case):
    closed = set(case.standard("records.closedDays") or [])
    for request, answer in open_requests(case):
        due = plus_working_days(request.on, 7, closed)
        yield "records-answer", due, of_act(due, answer, case.today), "law"


def retention(case):
    years = {"physician": 10, "nurse": 5, "other-health": 5, "social": case.standard("retention.socialYears")}
    pending, ended = [], None
    for fact in case.of("pending", "pending-ended"):
        if fact.type == "pending":
            pending.append(fact)
            continue
        its = next((p for p in pending if "kind" not in fact.keys or p.get("kind") == fact.get("kind")), None)
        if its:
            pending.remove(its)
            ended = fact
    for author, kept in years.items():
        last = next((f for f in reversed(case.of("entry")) if f.get("by") == author), None)
        if not last:
            continue
        what, binding = f"retention:{author}", "standard" if author == "social" else "law"
        if kept is None:
            yield what, NEVER, "not-set", binding
        elif pending:
            yield what, NEVER, "open", binding
        else:
            discharge = case.last("discharge") if author == "social" else None
            due = plus_years(max(last.on, discharge.on) if discharge else last.on, kept)
            due = max(due, ended.on) if ended else due
            yield what, due, of_end(due, case.today), binding


# Consent


def given_consents(case):
    """Each consent with its last valid day and whether it was revoked while it held."""
    found = []
    for fact in case.of("consent", "consent-revoked"):
        if fact.type == "consent":
            last = plus_years(fact.on, 1)
            found.append([fact, min(last, fact.day("until") or date.max), False])
        for one in found:
            if fact.type == "consent-revoked" and one[0].get("id") == fact.get("id") and fact.on <= one[1]:
                one[2] = True
    return found


def consents(case):
    for consent, last, revoked in given_consents(case):
        state = "cancelled" if revoked else of_end(last, case.today)
        yield f"consent-expiry:{consent.get('id')}", last, state, "law"


# Pregnancy, and the region


def pregnancy(case):
    due_on, last = None, None
    contracts = []
    for fact in case.of("pregnancy", "pregnancy-contract"):
        if fact.type == "pregnancy":
            due_on = fact.day("dueOn")
        elif fact.get("answer") == "accepted" and due_on:
            last = [due_on, False]
            contracts.append(last)
        elif fact.get("answer") == "terminated" and last:
            last[1] = True
    for due, terminated in contracts:
        yield "pregnancy-contract-end", due, "cancelled" if terminated else of_end(due, case.today), "law"
    for detention in case.of("detention"):
        until = detention.day("until")
        yield "detention-end", until, of_end(until, case.today), "law"


def region(case):
    for fact in case.of("outside-duty"):
        received = fact.day("regionReceivedOn")
        if received and received >= OUTSIDE_DUTY_SINCE:
            due = plus(received, LIMIT)
            yield "region-guarantee", due, of_end(due, case.today), "law"
