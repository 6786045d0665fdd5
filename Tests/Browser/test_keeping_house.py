"""What the house does with itself: cases whose time is over are forgotten, by two people."""

import re
from datetime import date, timedelta

import pytest

OLD = date.today() - timedelta(days=6 * 366)
NAMES = {True: "Asta Askebæger", False: "Valdemar Vattæppe"}
REASON = "Ser efter, om sagen kan slettes."
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
    karin.press("Gem", status=422)
    karin.sees("er mere end 14 dage siden")
    karin.choose("Ja, henvendelsen kom")
    karin.press("Gem")
    number = karin.page.url.rsplit("/", 1)[1]
    karin.go(f"/sager/{number}")
    karin.fill("#minutter", "60")
    karin.page.locator("#ydelse").select_option(label="Individuel samtale")
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
    leif.go(f"/sager/{number}")
    leif.sees(f"Hvorfor åbner du sag {number}?")
    leif.does_not_see(name.lower(), WORDS.lower())
    leif.press("Åbn sagen", status=422)
    leif.choose("Andet")
    leif.fill("#hvorfor", REASON)
    leif.press("Åbn sagen")
    leif.sees(name, WORDS)
    vera = member_of_staff("vera", width, javascript)
    vera.go(f"/adgangslog?sag={number}")
    vera.sees(f"Andet: {REASON}", "Udløste regler")
    vera.press("Åbnede en afsluttet sag og gav en grund")
    vera.sees("Leif Leder", f"Andet: {REASON}")
    leif.press("Sletning")
    leif.sees(number, "Gemmes til og med", "Hændelser og notater")
    assert leif.page.locator("input:checked").count() == 0, "each case is picked by hand"
    leif.choose(number)
    leif.press("Bed om sletning", status=422)
    leif.sees("Vælg, hvorfor sagerne skal slettes")
    leif.choose("Fristen er udløbet, og materialet må kasseres")
    leif.press("Bed om sletning")
    leif.sees("Du har selv bedt om sletningen", number)
    leif.does_not_see("Godkend og slet")
    request = leif.page.url.removeprefix(leif.address)

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
    vera.go("/adgangslog")
    vera.sees("Slettet med sagen")
    leif.go("/sletning")
    leif.press("Kvittering")
    leif.sees("Hvad der blev slettet")


@WIDTHS
def test_a_second_person_may_say_no(member_of_staff, javascript, width):
    number = an_old_case(member_of_staff, NAMES[javascript])
    adam = member_of_staff("adam", width, javascript)
    adam.go("/sletning")
    adam.choose(number)
    adam.choose("Fristen er udløbet, og borgeren har bedt om sletning")
    adam.press("Bed om sletning")
    leif = member_of_staff("leif", width, javascript)
    leif.go(adam.page.url.removeprefix(adam.address))
    leif.press("Afvis")
    leif.sees("Afvist")
    leif.go("/sletning")
    leif.sees(number)
    assert re.search(r"value=.?" + number, leif.page.content())
    leif.choose(number)
    leif.choose("Fristen er udløbet, og materialet er afleveret til arkivet")
    leif.press("Bed om sletning")
    leif.press("Træk anmodningen tilbage")
    leif.sees("Trukket tilbage")


@WIDTHS
def test_the_administrator_sees_how_the_house_is(member_of_staff, javascript, width):
    adam = member_of_staff("adam", width, javascript)
    adam.press("Drift")
    adam.sees("1 ting skal ses efter", "Der bliver ikke lavet sikkerhedskopier af sig selv")
    adam.sees("Kun serveren har adgang", "Loggen er ubrudt", "0001-the-house.sql")
    for login in ("leif", "vera", "karin"):
        other = member_of_staff(login, width, javascript)
        other.go("/drift", status=404)


@WIDTHS
def test_the_day_of_an_enquiry_is_mended(member_of_staff, javascript, width):
    rikke = member_of_staff("rikke", width, javascript)
    rikke.go("/henvendelser/ny")
    rikke.choose("Telefon")
    rikke.choose("Borgeren selv")
    rikke.choose("Ja")
    rikke.fill("#besked", WORDS)
    rikke.press("Gem")
    rikke.sees("14 dage tilbage", "i dag")
    rikke.fill("#ret-dato", "31-02-2026")
    rikke.press("Gem den rigtige dato", status=422)
    rikke.sees("31-02-2026 findes ikke")
    rikke.fill("#ret-dato", written(date.today() - timedelta(days=9)))
    rikke.fill("#ret-tid", "")
    rikke.fill("#ret-hvorfor", "Tastet forkert")
    rikke.press("Gem den rigtige dato")
    rikke.sees("Datoen er rettet til", "for 9 dage siden", "5 dage tilbage", WORDS)
    number = rikke.page.url.rsplit("/", 1)[1]
    karin = member_of_staff("karin", width, javascript)
    karin.go(f"/sager/{number}")
    karin.sees("Rettet den", "Tastet forkert")
    assert karin.page.locator("#tidslinje s").count() == 2, "the old day and its words, struck through"
    rikke.page.locator("#hvad-skete summary").click()
    rikke.choose("Trak sig")
    rikke.press_at("#gem-udfald")
    rikke.sees("Vil borgeren i behandling igen")
    rikke.press("Borgeren ønsker nu behandling")
    rikke.sees("14 dage tilbage")


@WIDTHS
def test_the_log_is_looked_through_by_sample(member_of_staff, javascript, width):
    karin = member_of_staff("karin")
    number = an_old_case(member_of_staff, NAMES[javascript])
    karin.go(f"/sager/{number}")
    vera = member_of_staff("vera", width, javascript)
    vera.stands_at("/adgangslog")
    vera.sees("Karin Konsulent", "åbnede en sag", number)
    vera.does_not_see(NAMES[javascript])
    vera.pick("Handling", "Åbnede en sag")
    vera.fill("#sag", number)
    vera.press("Vis")
    vera.fill("#sag", "ikke et nummer")
    vera.press("Vis", status=422)
    vera.go("/adgangslog")
    vera.press("Stikprøver")
    vera.press("Træk en stikprøve")
    vera.press("Afslut og underskriv", status=422)
    vera.sees("mangler en vurdering, før du kan underskrive")
    groups = vera.page.locator("#linjer tbody tr")
    for place in range(groups.count()):
        groups.nth(place).get_by_label("Undersøg" if place == 0 else "I orden").check()
    vera.press("Afslut og underskriv")
    vera.sees("Vera Revisor", "Undersøg")
    assert vera.page.get_by_role("button", name="Afslut og underskriv").count() == 0
