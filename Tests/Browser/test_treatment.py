"""Treatment, from the assessment to the call after it has ended, as its people do it in a browser."""

import pytest

from conftest import PASSWORD
from test_story import TODAY, note, register_by_telephone

NAME = "Gudrun Gyngestol"
WISH = "Jeg vil kunne sidde i haven uden en flaske."


def answer_on_the_screen(staff):
    """The citizen answers four lines on the screen that was turned to her, and gives it back."""
    staff.pick("Borgeren svarer selv", "Trivsel (4 skalaer)")
    staff.press("Giv borgeren skærmen")
    staff.does_not_see(NAME, "Karin", "Overblik")
    staff.press_at("#videre", status=422)
    for mark in ("3", "4", "5", "6"):
        staff.page.locator(f"input[name=svar][value='{mark}']").check()
        staff.press_at("#videre")
    staff.sees("Tjek dine svar")
    staff.press("Send mine svar")
    staff.sees("Tak for dine svar")
    staff.go("/overblik")
    staff.stands_at("/borgerskaerm")
    staff.fill("#adgangskode", PASSWORD)
    staff.press("Luk skærmen")
    staff.sees("Trivsel (4 skalaer)", "18,0", "Under linjen")


def write_the_plan(staff, number):
    staff.go(f"/sager/{number}/plan")
    staff.press("Skriv planen")
    staff.fill("#egne-ord", WISH)
    staff.press("Gem kladde", status=422)
    staff.fill("#m1-tekst", "Ingen alkohol på hverdage")
    staff.choose("Mindre")
    staff.press("+ Endnu et delmål")
    staff.fill("#m1-d2-tekst", "Ringe til min søster om fredagen")
    staff.page.locator("#m1-i1-hvad").select_option(index=1)
    staff.fill("#ses-igen", "+60")
    staff.press_at("#gem-plan")
    staff.sees("Planen er gemt som kladde", "Kladde, ikke aftalt endnu", WISH)
    staff.press("Aftalt med borgeren")
    staff.press("Planen er aftalt")
    staff.go(f"/sager/{number}/plan")
    staff.sees("Aftalt", "Senest")
    staff.press("Vis for borgeren")
    staff.sees("Din plan", "Du vil drikke mindre", "Ringe til min søster")
    staff.does_not_see(NAME, number)
    staff.fill("#adgangskode", PASSWORD)
    staff.press("Luk skærmen")
    for document in ("Sagsfremstilling og handleplan", "§ 141-handleplan", "Din plan", "Handleplan"):
        staff.go(f"/sager/{number}/plan")
        staff.press(document)
        staff.sees("Ingen alkohol på hverdage")
    staff.go(f"/sager/{number}/plan/rediger")
    staff.fill("#m1-tekst", "Ingen alkohol overhovedet")
    staff.press_at("#gem-plan")
    staff.press("Sammenlign de 2 versioner")
    staff.sees("Version 1", "Version 2", "overhovedet")


@pytest.mark.parametrize(
    "javascript, width", [(True, 1280), (False, 375)], ids=["desk-script", "phone-no-script"]
)
def test_from_the_assessment_to_the_call_afterwards(member_of_staff, javascript, width):
    karin = member_of_staff("karin", width, javascript)
    number = register_by_telephone(karin, TODAY, NAME)
    note(karin, number, "Individuel samtale")
    karin.go(f"/sager/{number}/maalinger")
    karin.press("Skriv udredning")
    karin.fill("#udr-alkohol", "Drikker om aftenen, mest alene.")
    karin.page.locator("#alvor-alkohol").select_option("6")
    karin.press("Gem udredningen")
    karin.go(f"/sager/{number}/akut")
    karin.choose("Har tidligere haft abstinenskramper")
    karin.press("Vurdér")
    karin.sees("Reglerne peger på indlæggelse")
    karin.go(f"/sager/{number}/henvis")
    karin.choose("Psykiatrien")
    karin.fill("#henvist-tekst", "Beder om en vurdering af angst.")
    karin.press("Gem henvisningen")
    karin.go(f"/sager/{number}/maalinger")
    karin.sees("Drikker om aftenen", "betydeligt problem", "Venter på svar")
    karin.press("CIWA-Ar")
    karin.press("Gem målingen", status=422)
    for place in range(1, 11):
        karin.page.locator(f"input[name='svar-{place}'][value='1']").check()
    karin.press("Gem målingen")
    karin.sees("CIWA-Ar er gemt: 10", "Mål igen senest")
    answer_on_the_screen(karin)
    write_the_plan(karin, number)
    karin.go("/opfoelgning")
    karin.sees("Opfølgning", "inden for 14 dage")
    karin.go("/opfoelgning?vis=alle")

    karin.go(f"/sager/{number}/afslut")
    karin.choose("Færdigbehandlet")
    karin.press("Afslut sagen")
    karin.go(f"/sager/{number}/opfoelgning")
    karin.press("Gem opfølgningen", status=422)
    karin.choose("Ja")
    karin.pick("Hvordan går det med alkohol?", "Drikker ikke")
    karin.press("Gem opfølgningen")
    karin.sees("Opfølgningen er gemt")


def test_what_is_about_nobody_is_counted_and_forms_are_data(member_of_staff):
    leif = member_of_staff("leif", 1280)
    leif.go("/raadgivning")
    leif.press("Notér", status=422)
    leif.choose("Undervisning")
    leif.pick("Til hvem?", "Skoler og uddannelser")
    leif.fill("#raad-antal", "24")
    leif.fill("#raad-minutter", "90")
    leif.press("Notér")
    leif.sees("Undervisning er noteret", "24", "1,5")
    leif.press("Fjern")
    leif.sees("taget ud af tallene")
    leif.go("/skemaer")
    leif.sees("AUDIT", "Må gengives, men ikke sælges")
    leif.fill("#skemafil", "{}")
    leif.press("Tilføj skemaet", status=422)
    leif.sees("items: missing key")
