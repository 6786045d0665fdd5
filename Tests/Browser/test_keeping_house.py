"""What the house does with itself: cases whose time is over are forgotten, by two people."""

import re
from datetime import date, timedelta

import pytest

OLD = date.today() - timedelta(days=6 * 366)
NAMES = {True: "Asta Askebæger", False: "Valdemar Vattæppe"}
WORDS = "Har sat nøglen under den tredje urtepotte."
WIDTHS = pytest.mark.parametrize(
    "javascript, width", [(True, 1280), (False, 375)], ids=["desk-script", "phone-no-script"]
)


def written(day: date) -> str:
    return day.strftime("%d-%m-%Y")


def an_old_case(member_of_staff, name: str) -> str:
    """Somebody rang, came once and was done, six years ago; it is written down now."""
    karin = member_of_staff("karin")
    karin.go("/henvendelser/ny")
    karin.fill("#dato", written(OLD))
    karin.fill("#tid", "0930")
    karin.choose("Telefon")
    karin.choose("Borgeren selv")
    karin.choose("Ja")
    karin.fill("#navn", name)
    karin.fill("#besked", WORDS)
    karin.press("Gem")
    number = karin.page.url.rsplit("/", 1)[1]
    karin.go(f"/sager/{number}")
    karin.page.locator("#ydelse").select_option(label="Individuel samtale")
    karin.fill("#minutter", "60")
    karin.fill("#notat-dato", written(OLD + timedelta(days=7)))
    karin.fill("#notat", WORDS)
    karin.press("Gem notat")
    karin.page.locator("#afslut summary").click()
    karin.choose("Færdigbehandlet")
    karin.fill("#slut-dato", written(OLD + timedelta(days=14)))
    karin.press("Afslut sagen")
    return number


@WIDTHS
def test_one_asks_another_says_yes_and_the_case_is_gone(member_of_staff, centre, javascript, width):
    name = NAMES[javascript]
    number = an_old_case(member_of_staff, name)

    leif = member_of_staff("leif", width, javascript)
    leif.press("Sletning")
    leif.sees(number, "Gemmes til og med", "Hændelser og notater")
    leif.press("Bed om sletning", status=422)
    leif.sees("Vælg, hvorfor sagerne skal slettes")
    leif.choose("Fristen er udløbet, og materialet må kasseres")
    leif.press("Bed om sletning")
    leif.sees("Du har selv bedt om sletningen", number)
    leif.does_not_see("Godkend og slet")
    request = leif.page.url.removeprefix(leif.address)

    vera = member_of_staff("vera", width, javascript)
    vera.go(request)
    vera.sees(number, "Venter på en anden person")
    vera.does_not_see("Godkend og slet", name)

    adam = member_of_staff("adam", width, javascript)
    adam.go("/sletning")
    adam.press("Se anmodningen")
    adam.press("Godkend og slet 1 sag")
    adam.sees("Kvittering for sletning", "Leif Leder", "Adam Administrator", number)
    assert name not in adam.page.content()

    karin = member_of_staff("karin", width, javascript)
    karin.go(f"/sager/{number}", status=404)
    leif.go("/sletning")
    leif.press("Kvittering")
    leif.sees("Hvad der blev slettet")


@WIDTHS
def test_a_second_person_may_say_no(member_of_staff, javascript, width):
    number = an_old_case(member_of_staff, NAMES[javascript])
    adam = member_of_staff("adam", width, javascript)
    adam.go("/sletning")
    adam.choose("Fristen er udløbet, og borgeren har bedt om sletning")
    adam.press("Bed om sletning")
    leif = member_of_staff("leif", width, javascript)
    leif.go(adam.page.url.removeprefix(adam.address))
    leif.press("Afvis")
    leif.sees("Afvist")
    leif.go("/sletning")
    leif.sees(number)
    assert re.search(r"value=.?" + number, leif.page.content())
    leif.choose("Fristen er udløbet, og materialet er afleveret til arkivet")
    leif.press("Bed om sletning")
    leif.press("Træk anmodningen tilbage")
    leif.sees("Trukket tilbage")
