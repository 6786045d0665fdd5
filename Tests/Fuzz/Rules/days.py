"""The Danish calendar as the second reading needs it: months, holidays, working days, local dates."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
ROLLS = {"constitution-day", "christmas-eve", "new-years-eve"}


def plus_months(day, months):
    """The same day number, else the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(1)).day
    return date(year, month + 1, min(day.day, last))


def plus_years(day, years):
    return plus_months(day, 12 * years)


def plus(day, days):
    return day + timedelta(days)


@lru_cache(None)
def easter(year):
    """Gauss's rule with the two exceptions of the Gregorian calendar."""
    k = year // 100
    m = (15 + (3 * k + 3) // 4 - (8 * k + 13) // 25) % 30
    n = (4 + k - k // 4) % 7
    a, b, c = year % 19, year % 4, year % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if e == 6 and (d == 29 or d == 28 and (11 * m + 11) % 30 < 19):
        e = -1
    return plus(date(year, 3, 22), d + e)


@lru_cache(None)
def holidays(year):
    """The statutory holidays; Store Bededag through 2023."""
    sunday = easter(year)
    moved = [-3, -2, 0, 1, 39, 49, 50] + ([26] if year <= 2023 else [])
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    return fixed | {plus(sunday, days) for days in moved}


def is_holiday(day):
    return day in holidays(day.year)


def is_closed(day, further):
    named = {
        "constitution-day": (6, 5),
        "christmas-eve": (12, 24),
        "new-years-eve": (12, 31),
        "labour-day": (5, 1),
    }
    if day.isoweekday() > 5 or is_holiday(day):
        return True
    if "day-after-ascension" in further and day == plus(easter(day.year), 40):
        return True
    return any(name in further and (day.month, day.day) == when for name, when in named.items())


def rolled(day, further):
    while is_closed(day, further):
        day = plus(day, 1)
    return day


def plus_working_days(day, count, further):
    for _ in range(count):
        day = rolled(plus(day, 1), further)
    return day


def local_date(moment):
    """The date in Copenhagen of an RFC 3339 moment."""
    parsed = datetime.fromisoformat(moment.upper().replace("Z", "+00:00"))
    return parsed.astimezone(COPENHAGEN).date()


def age(born, day):
    """Whole years; who is born on 29 February turns on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
