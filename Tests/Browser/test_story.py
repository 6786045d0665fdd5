"""The main job, end to end: from a citizen's form to a kept guarantee, as its people do it in a browser."""

import csv
import gzip
import io
import re
from datetime import date, timedelta

import pytest

NAMES = {True: "Viola Vandkande", False: "Sigurd Sækkevogn"}
PHONES = {True: "12 41 42 43", False: "12 51 52 53"}
WORDS = "Jeg har gemt flaskerne bag tørretumbleren siden påske."
NOTE = "Fortalte om tørretumbleren. Ringer til sin søster hver aften."
CALLER = "Torvald Trillebør"
CALLER_PHONE = "12 61 62 63"
CALLER_WORDS = "Ringer fra en parkeringsplads ved stranden."
TODAY = date.today()
BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])


def written(day: date) -> str:
    return day.strftime("%d-%m-%Y")


def ask_for_help(person, name, phone):
    person.go("/faa-hjaelp")
    person.press("Start")
    person.choose("Mig selv")
    person.press("Fortsæt")
    person.choose("18 år eller mere")
    person.press("Fortsæt")
    person.choose("Jeg vil gerne i gang med behandling")
    person.write("Vil du skrive lidt om det?", WORDS)
    person.press("Fortsæt")
    person.choose("Ring til mig")
    person.write("Telefonnummer", phone)
    person.write("Hvad skal vi kalde dig?", name)
    person.press("Fortsæt")
    person.press("Send")
    return " ".join(person.page.locator("#kode").inner_text().split())


def newest_case(staff) -> str:
    """The number in the first line of the queue, sorted so that the newest stands first."""
    staff.go("/henvendelser?vis=alle&sort=modtaget&vej=ned")
    line = staff.page.locator("#koe tbody tr").first.inner_text()
    return re.search(r"\d{4}-\d{4,}", line)[0]


def register_by_telephone(staff, received: date, name="", wish="Ja") -> str:
    staff.go("/henvendelser/ny")
    staff.fill("#dato", written(received))
    # The hour of today must have come, also when this runs at night.
    staff.fill("#tid", "0930" if received < TODAY else "0000")
    staff.choose("Telefon")
    staff.choose("Borgeren selv")
    staff.choose(wish)
    staff.fill("#navn", name)
    staff.fill("#telefon", CALLER_PHONE)
    staff.fill("#besked", CALLER_WORDS)
    if received < TODAY - timedelta(days=14):
        staff.press("Gem", status=422)
        staff.choose("Ja, henvendelsen kom")
    staff.press("Gem")
    return staff.page.url.rsplit("/", 1)[1]


def note(staff, number, service, text=NOTE, day=TODAY):
    staff.go(f"/sager/{number}")
    staff.fill("#minutter", "60")
    staff.page.locator("#ydelse").select_option(label=service)
    staff.fill("#notat-dato", written(day))
    staff.fill("#notat", text)
    staff.press("Gem notat")


def status_on_the_overview(staff, number) -> str:
    """What the row says; on a telephone each cell has its heading before it."""
    staff.go("/overblik?vis=alle")
    row = staff.page.locator("table tbody tr").filter(has_text=number)
    return " ".join(row.inner_text().split())


@pytest.mark.parametrize(
    "javascript, width", [(True, 1280), (False, 375)], ids=["desk-script", "phone-no-script"]
)
def test_from_the_form_to_a_kept_guarantee(visitor, member_of_staff, javascript, width):
    name, phone = NAMES[javascript], PHONES[javascript]
    citizen = visitor("borger", 375, javascript)
    code = ask_for_help(citizen, name, phone)

    karin = member_of_staff("karin", width, javascript)
    karin.stands_at("/overblik")
    number = newest_case(karin)
    assert "14 dage tilbage · ingen tid" in status_on_the_overview(karin, number)
    karin.go("/henvendelser")
    karin.press(f"Tag sagen {number}")
    karin.go(f"/sager/{number}")
    karin.sees(name, phone, WORDS, "Karin Konsulent")
    assert name not in karin.page.title() and name not in karin.page.url

    day = TODAY + timedelta(days=7)
    karin.fill("#tilbud-dato", "+7")
    # The same consultant has one talk an hour.
    hour = 10 if javascript else 11
    karin.fill("#tilbud-tid", f"{hour}00")
    karin.press("Gem tiden")
    karin.sees(f"kl. {hour}.00")
    assert f"14 dage tilbage · tid {day:%d-%m}" in status_on_the_overview(karin, number)

    citizen.go("/se-din-aftale")
    citizen.write("Din kode", code)
    citizen.press("Se aftale")
    citizen.sees(f"kl. {hour}.00", "Du har ret til at begynde senest")

    note(karin, number, "Individuel samtale")
    karin.sees("Opfyldt på dag 0", NOTE, "Individuel samtale 60 min (kom)")
    assert "Opfyldt på dag 0" in status_on_the_overview(karin, number)


def test_an_enquiry_by_telephone_counts_from_the_day_it_came(member_of_staff):
    rikke = member_of_staff("rikke")
    number = register_by_telephone(rikke, TODAY - timedelta(days=5), CALLER)
    rikke.sees("9 dage tilbage · ingen tid", CALLER)
    karin = member_of_staff("karin")
    note(karin, number, "Informationssamtale")
    karin.sees("9 dage tilbage")
    note(karin, number, "Individuel samtale")
    karin.sees("Opfyldt på dag 5")


@BOTH
def test_what_was_written_wrong_is_undone_or_mended(member_of_staff, javascript):
    karin = member_of_staff("karin", 1280 if javascript else 375, javascript)
    number = register_by_telephone(karin, TODAY, CALLER)
    karin.sees(f"Henvendelsen er gemt som sag {number}")
    note(karin, number, "Individuel samtale", "Skrevet på den forkerte.")
    karin.sees(f"Notatet er gemt på sag {number}")
    karin.press("Fortryd")
    karin.sees("Det er fjernet", "Fjernet den", "Fortrudt med det samme")
    karin.go(f"/sager/{number}")
    karin.does_not_see("Det er fjernet")
    note(karin, number, "Individuel samtale", "Talte om søsteren.")
    karin.page.locator("#tidslinje").get_by_role("link", name="Ret ").first.click()
    karin.fill("#notat", NOTE)
    karin.press("Gem rettelsen", status=422)
    karin.sees("Skriv, hvorfor det rettes")
    assert karin.page.locator("#notat").input_value() == NOTE
    karin.fill("#hvorfor-rettet", "Der manglede noget")
    karin.press("Gem rettelsen")
    karin.sees("Rettet den", "Karin Konsulent: Der manglede noget", NOTE)
    assert karin.page.locator("#tidslinje s").count() == 4, "both notes stay, struck through"


def test_too_late_says_how_many_days(member_of_staff):
    karin = member_of_staff("karin")
    number = register_by_telephone(karin, TODAY - timedelta(days=20), CALLER)
    assert "Overskredet 6 dage · ingen tid" in status_on_the_overview(karin, number)
    note(karin, number, "Individuel samtale")
    karin.sees("Overskredet 6 dage · begyndt på dag 20")


OUTCOMES = [
    ("Kom ikke", TODAY - timedelta(days=20), "Overskredet 6 dage"),
    ("Ønskede selv en senere tid", TODAY, "14 dage tilbage"),
    ("Trak sig", TODAY, "Frafaldet"),
    ("Ikke omfattet: indlagt", TODAY, "Ikke omfattet"),
]


@pytest.mark.parametrize("words, received, status", OUTCOMES, ids=[one[0] for one in OUTCOMES])
def test_what_became_of_an_offer_is_recorded(member_of_staff, words, received, status):
    rikke = member_of_staff("rikke")
    number = register_by_telephone(rikke, received, CALLER)
    rikke.fill("#tilbud-dato", "i dag")
    rikke.fill("#tilbud-tid", "10.30")
    rikke.press("Gem tiden")
    rikke.page.locator("#hvad-skete summary").click()
    rikke.choose(words)
    rikke.press_at("#gem-udfald")
    rikke.go(f"/henvendelser/{number}")
    rikke.sees(status)


def test_a_time_after_the_last_day_needs_a_reason(member_of_staff):
    rikke = member_of_staff("rikke")
    register_by_telephone(rikke, TODAY, CALLER)
    rikke.fill("#tilbud-dato", "+20")
    rikke.fill("#tilbud-tid", "10.30")
    rikke.press("Gem tiden", status=422)
    rikke.sees("Tiden ligger efter fristen")
    assert rikke.page.locator("#tilbud-tid").input_value() == "10.30"
    rikke.fill("#tilbud-hvorfor", "Ingen ledig tid før.")
    rikke.press("Gem tiden")
    rikke.sees("kl. 10.30")


def test_wrong_answers_at_the_desk_come_back_with_what_was_typed(member_of_staff):
    rikke = member_of_staff("rikke")
    rikke.go("/henvendelser/ny")
    rikke.fill("#dato", "31-02-2026")
    rikke.fill("#telefon", "1234")
    rikke.fill("#besked", CALLER_WORDS)
    rikke.press("Gem", status=422)
    rikke.sees("Der er problemer", "31-02-2026 findes ikke", "Telefonnummeret skal have 8 tal")
    assert rikke.page.locator("#dato").input_value() == "31-02-2026"
    assert rikke.page.locator("#besked").input_value() == CALLER_WORDS


def test_a_double_submit_at_the_desk_makes_one_case(member_of_staff, centre):
    rikke = member_of_staff("rikke")
    before = centre.count("enquiry")
    rikke.go("/henvendelser/ny")
    rikke.choose("Ja")
    rikke.press_again_and_again("Gem", 3)
    assert centre.count("enquiry") == before + 1


def test_nobody_sees_what_her_role_may_not(member_of_staff, visitor):
    karin = member_of_staff("karin")
    number = newest_case(karin)
    note(karin, number, "Individuel samtale")
    for login in ("rikke", "adam", "vera"):
        other = member_of_staff(login)
        other.go(f"/sager/{number}", status=404)
        other.sees("Siden findes ikke")
        other.does_not_see(NOTE, CALLER)
    guest = visitor("gæst")
    guest.go(f"/sager/{number}")
    guest.stands_at("/log-ind")
    guest.does_not_see(NOTE, CALLER, number)


def test_a_wrong_password_is_refused_and_logging_off_closes_the_door(visitor, member_of_staff):
    stranger = visitor("fremmed", 1280)
    stranger.go("/log-ind")
    stranger.write("Brugernavn", "leif")
    stranger.write("Adgangskode", "gættet forkert")
    stranger.press("Log ind", status=422)
    stranger.sees("Brugernavn og adgangskode passer ikke sammen")
    assert stranger.page.get_by_label("Brugernavn").input_value() == "leif"
    karin = member_of_staff("karin")
    karin.press("Log af")
    karin.sees("Du er logget af")
    karin.back()
    karin.go("/overblik")
    karin.stands_at("/log-ind")


def test_the_administrator_takes_the_figures_home(member_of_staff):
    adam = member_of_staff("adam")
    adam.go("/rapporter/garanti")
    first = written(TODAY - timedelta(days=60))
    adam.fill("#fra", first)
    adam.fill("#til", written(TODAY))
    adam.press("Vis periode")
    with adam.page.expect_download() as download:
        adam.page.get_by_role("link", name="Hent listen (CSV)").click()
    assert download.value.suggested_filename.endswith(".csv")
    held = download.value.path().read_bytes()
    assert held.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(held.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len({len(row) for row in rows}) == 1, "every row has every column"
    outcomes = {row[4] for row in rows[1:]}
    assert {"Overholdt", "Overskredet", "Overskredet, åben", "Frafaldet", "Ikke omfattet"} <= outcomes
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell
    text = held.decode()
    for name in (*NAMES.values(), CALLER, "Vandkande", "Trillebør", *PHONES.values()):
        assert name not in text


@BOTH
def test_the_other_pages_of_the_staff(member_of_staff, javascript):
    leif = member_of_staff("leif", 375, javascript)
    for path in ("/overblik", "/overblik?vis=mine", "/henvendelser", "/rapporter/garanti"):
        leif.go(path)
    adam = member_of_staff("adam", 1280, javascript)
    adam.go("/administration/brugere")
    adam.sees("Karin Konsulent", "behandler")
    adam.go("/rapporter/garanti?fra=31-02-2026", status=422)


def test_what_was_typed_can_be_read_in_no_file(centre):
    words = [
        *NAMES.values(), "Vandkande", "Sækkevogn", CALLER, "Trillebør", *PHONES.values(),
        CALLER_PHONE, "tørretumbleren", "parkeringsplads", "sin søster",
    ]
    assert centre.count("service") > 0
    for kind in ((), ("--gzip",)):
        centre.command(
            "backup", "--data", centre.data, "--root", centre.root, *kind,
            centre.folder / f"copies-{len(kind)}")
    for zipped in list(centre.folder.rglob("*.gz")):
        zipped.with_suffix(".opened").write_bytes(gzip.decompress(zipped.read_bytes()))
    assert any(".opened" in path.name for path in centre.files())
    assert centre.files_with(*words) == []
