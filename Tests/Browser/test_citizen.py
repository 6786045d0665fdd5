"""Somebody asks for help, on a telephone, with scripts and without."""

import re
from pathlib import Path

import pytest
from album import NARROWEST

CODE_WORDS = Path(__file__).parents[2] / "Sources" / "Centre" / "Intake" / "CodeWords.swift"
NAME = "Bodil Byggeklods"
PHONE = "12 98 76 54"
WORDS = "Jeg drikker hver aften, og jeg kan ikke sove <uden> det & skammer mig."
BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])


def four_words(person) -> str:
    return " ".join(person.page.locator("#kode").inner_text().split())


def answer_to_the_check_page(person):
    person.go("/")
    person.press("Jeg vil have hjælp")
    # The door has asked already whom it is about.
    person.press("Start")
    person.stands_at("/faa-hjaelp/alder")
    person.choose("18 år eller mere")
    person.press("Fortsæt")
    person.choose("Jeg vil gerne i gang med behandling")
    person.write("Vil du skrive lidt om det?", WORDS)
    person.press("Fortsæt")
    person.choose("Ring til mig")
    person.write("Telefonnummer", PHONE)
    person.choose("Formiddag")
    person.write("Hvad skal vi kalde dig?", NAME)
    person.press("Fortsæt")


@BOTH
def test_asks_for_help_and_comes_back_with_the_code(visitor, javascript):
    person = visitor("borger", javascript=javascript)
    answer_to_the_check_page(person)
    person.sees("Tjek dine svar", "Mig selv", WORDS, NAME, PHONE, "Vi ringer senest")
    person.press("Send")
    person.stands_at("/faa-hjaelp/kvittering")
    code = four_words(person)
    assert len(code.split()) == 4
    person.sees("Tak. Vi har fået din besked.", "Du har ret til at begynde i behandling senest")
    person.does_not_see(NAME, PHONE)
    person.go("/faa-hjaelp/kvittering")
    assert four_words(person) == code, "the receipt survives a bookmark"

    later = visitor("borger senere", javascript=javascript)
    later.go("/se-din-aftale")
    later.write("Din kode", code.upper().replace(" ", "-"))
    later.press("Se aftale")
    later.sees("Vi fik din besked", "Du har ret til at begynde senest", "Du har ingen tid lige nu")
    later.does_not_see(NAME, PHONE, "drikker hver aften")


def test_who_calls_herself_is_not_told_to_wait_for_a_call(visitor):
    person = visitor("borger der selv ringer")
    answer_to_the_check_page(person)
    person.go("/faa-hjaelp/kontakt")
    person.choose("Jeg kontakter selv jer")
    person.press("Fortsæt")
    person.press("Send")
    code = four_words(person)
    person.go("/se-din-aftale")
    person.write("Din kode", code)
    person.press("Se aftale")
    person.sees("når det passer dig. Sig din kode.")
    person.does_not_see("vi kontakter dig", "kan du ikke komme")


def test_an_address_of_a_form_opened_alone_says_so_in_danish(visitor, member_of_staff):
    for person in (visitor("gæst"), member_of_staff("karin")):
        person.go("/sager/2026-0001/hvorfor", status=405)
        person.sees("Siden kan ikke åbnes", "Adressen hører til en formular")


def test_the_widest_words_of_all_fit_the_narrowest_screen(visitor):
    """A code is drawn at random, so the receipt of one run shows nothing of the next."""
    words = CODE_WORDS.read_text().split('"""')[3].split()
    assert len(words) == 1024
    person = visitor("borger med lange ord", NARROWEST)
    answer_to_the_check_page(person)
    person.press("Send")
    wide = person.page.evaluate(
        """words => {
            const shown = [...document.querySelectorAll("#kode span")];
            const width = word => {
                shown[0].textContent = word;
                return shown[0].getBoundingClientRect().width;
            };
            shown[0].style.justifySelf = "start";
            const widest = words.map(word => [width(word), word]).sort((a, b) => b[0] - a[0]);
            shown[0].style.justifySelf = "";
            shown.forEach((span, place) => span.textContent = widest[place][1]);
            return [widest.slice(0, 4), document.documentElement.scrollWidth];
        }""",
        words,
    )
    assert wide[1] <= NARROWEST, wide


@BOTH
def test_wrong_answers_come_back_with_what_was_typed(visitor, javascript):
    person = visitor("borger med fejl", javascript=javascript)
    person.go("/faa-hjaelp")
    person.press("Start")
    person.press("Fortsæt", status=422)
    person.sees("Der er problemer", "Vælg, hvem du vil have hjælp til")
    assert person.page.title().startswith("Fejl: ")
    person.choose("Mig selv")
    person.press("Fortsæt")
    person.press("Fortsæt")
    person.write("Vil du skrive lidt om det?", WORDS)
    person.press("Fortsæt", status=422)
    person.sees("Vælg, hvad du ønsker")
    assert person.page.get_by_label("Vil du skrive lidt om det?").input_value() == WORDS
    person.choose("Jeg vil først tale med nogen")
    person.press("Fortsæt")
    person.choose("Ring til mig")
    person.write("Telefonnummer", "12 34 5")
    person.write("Hvad skal vi kalde dig?", NAME)
    person.press("Fortsæt", status=422)
    person.sees("Telefonnummeret skal have 8 tal. Du har skrevet 5")
    assert person.page.get_by_label("Telefonnummer").input_value() == "12 34 5"
    assert person.page.get_by_label(re.compile("Hvad skal vi kalde dig")).input_value() == NAME
    person.write("Telefonnummer", "+45 12 34 56 78")
    person.press("Fortsæt")
    person.sees("Tjek dine svar", "12 34 56 78")


def test_back_works_and_an_answer_can_be_mended(visitor):
    person = visitor("borger der fortryder")
    answer_to_the_check_page(person)
    person.back()
    person.stands_at("/faa-hjaelp/kontakt")
    assert person.page.get_by_label("Telefonnummer").input_value() == PHONE
    person.press("Fortsæt")
    person.press("Ret alder")
    person.choose("Det vil jeg ikke sige")
    person.press("Fortsæt")
    person.stands_at("/faa-hjaelp/tjek")
    person.sees("Det vil jeg ikke sige", NAME)


def test_relatives_get_advice_and_no_clock(visitor):
    person = visitor("pårørende")
    person.go("/")
    person.press("Jeg er bekymret for en anden")
    person.go("/faa-hjaelp/hvem")
    person.choose("En, jeg holder af")
    person.press("Fortsæt")
    person.press("Fortsæt")
    person.choose("Jeg vil gerne tale med nogen om det")
    person.press("Fortsæt")
    person.choose("Jeg kontakter selv jer")
    person.press("Fortsæt")
    person.press("Send")
    person.sees("Tak. Vi har fået din besked.", "Ring til os på")
    person.does_not_see("Du kan begynde i behandling senest")


def test_an_impatient_thumb_makes_one_enquiry(visitor, centre):
    before = centre.count("enquiry")
    person = visitor("utålmodig borger")
    answer_to_the_check_page(person)
    form = person.page.locator("#send-formular input[type=hidden]").evaluate_all(
        "fields => Object.fromEntries(fields.map(one => [one.name, one.value]))"
    )
    person.press_again_and_again("Send", 3)
    person.stands_at("/faa-hjaelp/kvittering")
    code = four_words(person)
    again = person.context.request.post(
        "/faa-hjaelp/tjek", form=form, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert again.ok
    person.go("/faa-hjaelp/kvittering")
    assert four_words(person) == code
    assert centre.count("enquiry") == before + 1


INFORMATION = [
    "/", "/paaroerende", "/unge", "/saadan-foregaar-det", "/dine-rettigheder", "/akut",
    "/personoplysninger", "/tilgaengelighed", "/se-din-aftale", "/faa-hjaelp",
]


@pytest.mark.parametrize("path", INFORMATION)
def test_the_public_pages_are_small_and_call_nobody(visitor, centre, path):
    person = visitor("læser")
    person.go(path)
    person.sees("Ring ")
    assert centre.weight(path) <= 4 * 1024, "the page, beside 10 KB of style and script"


def test_a_page_that_is_not_there_says_so(visitor):
    person = visitor("læser på afveje")
    person.go("/findes-ikke", status=404)
    person.sees("Siden findes ikke", "Gå til forsiden")


def test_a_wrong_code_opens_nothing(visitor):
    person = visitor("borger med forkert kode")
    person.go("/se-din-aftale")
    person.press("Se aftale", status=422)
    person.sees("Skriv de fire ord i din kode")
    person.write("Din kode", "helt andre ord her")
    person.press("Se aftale", status=422)
    person.sees("Vi kan ikke finde koden")


def test_leaving_leads_to_a_page_on_which_nobody_looks_twice(visitor):
    person = visitor("borger der må gå")
    answer_to_the_check_page(person)
    answer = person.context.request.get("/forlad", max_redirects=0)
    assert answer.status == 303
    assert not answer.headers["location"].startswith(person.address)
    person.go("/faa-hjaelp/hvem")
    assert person.page.locator("input[name=hvem]:checked").count() == 0, "the draft is gone"
