"""A week is planned, a caller gets a real time while she is on the line, a citizen moves hers; and what a telephone reads."""

from datetime import datetime, timedelta, timezone

import icalendar
import pytest

from test_story import TODAY, ask_for_help, register_by_telephone

CALLER = "Balder Brusehoved"
CITIZEN = "Gerda Gyngestol"
PHONE = "12 71 72 73"


@pytest.fixture(scope="module")
def planned(centre, browser, album):
    """Karin works from eight to twelve every weekday, and takes first talks all the time."""
    from conftest import PASSWORD
    from visitor import Visitor

    leif = Visitor(browser, album, centre.address, "Leif Leder", 1280)
    leif.go("/log-ind")
    leif.write("Brugernavn", "leif")
    leif.write("Adgangskode", PASSWORD)
    leif.press("Log ind")
    leif.go("/kalender/arbejdstid")
    leif.go("/kalender/arbejdstid/karin")
    leif.fill("#fra-dag", "i dag")
    for weekday in range(1, 6):
        leif.fill(f"#arbejde-{weekday}", "8-12")
        leif.fill(f"#foerste-{weekday}", "8-12" if weekday != 3 else "7-12")
    leif.press("Gem arbejdsugen", status=422)
    leif.sees("Første samtaler skal ligge inden for arbejdstiden")
    leif.fill("#foerste-3", "8-12")
    leif.press("Gem arbejdsugen")
    leif.sees("Arbejdsugen for Karin Konsulent er gemt")
    leif.leave()


def booked_day(staff):
    """The day of the next time, as the page of the case says it."""
    words = staff.page.locator("#booket strong").inner_text().split()
    months = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august"]
    months += ["september", "oktober", "november", "december"]
    return datetime(int(words[4]), months.index(words[3]) + 1, int(words[2].strip(".")))


@pytest.mark.parametrize("javascript, width", [(True, 1280), (False, 375)], ids=["script", "no"])
def test_a_caller_gets_a_time_while_she_is_on_the_line(
    planned, member_of_staff, javascript, width
):
    rikke = member_of_staff("rikke", width, javascript)
    number = register_by_telephone(rikke, TODAY, CALLER)
    assert rikke.page.locator("input[name=tilbud-ledig]").count() == 3
    # With the keyboard alone: a space chooses, Enter books.
    rikke.page.locator("#tilbud-ledig").focus()
    rikke.page.keyboard.press("Space")
    with rikke.page.expect_navigation():
        rikke.page.keyboard.press("Enter")
    rikke.sees("er tilbudt", "Næste tid", "hos Karin Konsulent")
    day = booked_day(rikke)
    rikke.go("/henvendelser?vis=alle")
    rikke.sees(f"tid {day:%d-%m}")

    karin = member_of_staff("karin", width, javascript)
    karin.go(f"/kalender?dag={day:%d-%m-%Y}")
    karin.sees("B.B.", "første samtale", "Ledig")
    karin.does_not_see("Brusehoved")
    karin.go(f"/kalender?hvem=alle&dag={day:%d-%m-%Y}")
    karin.sees("B.B.")
    karin.go("/min-dag")
    karin.go(f"/sager/{number}")
    karin.press("Flyt")
    karin.page.locator("input[name=flyt-ledig]").nth(5).check()
    karin.choose("Borgeren")
    karin.press("Flyt aftalen")
    karin.sees("Aftalen er flyttet til")
    karin.press("Alle aftaler")
    karin.sees("flyttet", "aftalt")
    karin.go(f"/sager/{number}/tid?hvad=samtale")
    karin.page.locator("input[name=aftal-ledig]").first.check()
    karin.fill("#aftal-antal", "3")
    karin.press("Book tiden")
    karin.sees("3 samtaler er aftalt")


def test_what_a_telephone_reads_is_a_calendar(planned, member_of_staff):
    rikke = member_of_staff("rikke")
    number = register_by_telephone(rikke, TODAY, CALLER)
    rikke.page.locator("input[name=tilbud-ledig]").first.check()
    rikke.press("Book tiden")
    day = booked_day(rikke)
    karin = member_of_staff("karin")
    karin.go(f"/sager/{number}")
    file = karin.page.request.get(f"{karin.address}/sager/{number}/aftale.ics")
    assert file.headers["content-type"].startswith("text/calendar")
    event = icalendar.Calendar.from_ical(file.body()).walk("VEVENT")[0]
    start = event.decoded("dtstart").astimezone(timezone.utc)
    assert abs((start - day.replace(tzinfo=timezone.utc)).total_seconds()) < 86_400
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=1)
    assert str(event["summary"]) == "Aftale"

    karin.go("/kalender/abonnement")
    karin.press("Lav en adresse")
    words = karin.page.locator("#bekraeftelse").inner_text().split()
    path = next(word for word in words if "/abonnement/" in word).split("/abonnement/")[1]
    feed = karin.page.request.get(f"{karin.address}/abonnement/{path}")
    talks = icalendar.Calendar.from_ical(feed.body()).walk("VEVENT")
    assert start in [talk.decoded("dtstart").astimezone(timezone.utc) for talk in talks]
    assert CALLER.split()[1] not in feed.text() and number not in feed.text()
    karin.press("Luk adressen")
    assert karin.page.request.get(f"{karin.address}/abonnement/{path}").status == 403


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no"])
def test_a_citizen_chooses_moves_and_gives_up_her_time(planned, visitor, javascript):
    citizen = visitor("borger", 375, javascript)
    ask_for_help(citizen, CITIZEN, PHONE)
    citizen.press("Vælg en tid")
    citizen.stands_at("/se-din-aftale/aftale")
    citizen.press("Book tiden", status=422)
    citizen.page.locator("#own-tid").check()
    citizen.press("Book tiden")
    citizen.sees("Tiden er din")
    citizen.press("Flyt tiden")
    citizen.page.locator("input[name=own-tid]").last.check()
    citizen.press("Flyt tiden")
    citizen.sees("Tiden er flyttet")
    citizen.press("Aflys tiden")
    citizen.press("Aflys tiden")
    citizen.sees("Tiden er aflyst", "Vælg en tid")


def test_the_centre_says_of_itself_what_the_administrator_writes(member_of_staff, visitor):
    adam = member_of_staff("adam")
    for part in ("oplysninger", "tider", "steder", "team", "lukkedage", "tekster"):
        adam.go(f"/administration/centret/{part}")
    adam.fill("#forside-besked", "Telefonen er lukket i dag.")
    adam.press("Gem")
    adam.sees("Tekster på hjemmesiden er gemt")
    adam.go("/administration/centret/steder")
    adam.fill("#sted-navn-0", "Havnen")
    adam.fill("#sted-vej-0", "")
    adam.press("Gem", status=422)
    adam.fill("#sted-vej-0", "Kaj 3")
    adam.fill("#sted-by-0", "0999 Eksempelby")
    adam.fill("#lokaler-0", "Lokale 1\nLokale 2")
    adam.press("Gem")
    adam.sees("Havnen", "Lokale 1, Lokale 2")
    citizen = visitor("borger", 320, False)
    citizen.go("/")
    citizen.sees("Telefonen er lukket i dag.")


def test_a_group_meets_and_attendance_is_written(planned, member_of_staff):
    rikke = member_of_staff("rikke")
    number = register_by_telephone(rikke, TODAY, CALLER)
    karin = member_of_staff("karin")
    karin.go("/kalender/skriv")
    karin.press("Gem", status=422)
    karin.choose("Gruppe")
    karin.fill("#post-titel", "Aftenholdet")
    karin.fill("#post-dato", "i dag")
    karin.fill("#post-tid", "0005")
    karin.fill("#post-minutter", "5")
    karin.press("Gem")
    karin.go(f"/kalender?dag={TODAY:%d-%m-%Y}")
    karin.press("0.05-0.10")
    karin.fill("#sag", number)
    karin.press("Skriv på holdet")
    karin.choose("Kom")
    karin.press("Gem fremmøde")
    karin.sees("Fremmødet er gemt på 1 sag", "afholdt")
