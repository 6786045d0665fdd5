"""What stands around the staff's pages, and the lists: every task also without scripts and on a telephone."""

from datetime import datetime, timedelta

import pytest

from test_story import register_by_telephone

# The centre counts Danish days, wherever the test runs.
TODAY = datetime.now().date()
BOTH = pytest.mark.parametrize(
    "javascript, width", [(True, 1280), (False, 375)], ids=["desk-script", "phone-no-script"]
)


@BOTH
def test_a_citizen_is_found_from_any_page_and_her_details_are_mended(
    member_of_staff, javascript, width
):
    rikke = member_of_staff("rikke", width, javascript)
    name = f"Ditte Dueholm{'' if javascript else ' Berg'}"
    number = register_by_telephone(rikke, TODAY - timedelta(days=3), name)
    rikke.sees("Modtaget", "Sidste dag er")
    rikke.go("/findes-ikke", status=404)
    rikke.sees("Siden findes ikke", "Gå til Overblik", "Rikke Reception (reception)")
    rikke.fill("#hoved-ord", number[-4:])
    rikke.press("Søg")
    rikke.sees("1 resultat", name)
    rikke.page.locator("#fundet tbody a").filter(has_text=number).click()
    rikke.press("Ret oplysninger")
    rikke.fill("#p-telefon", "2030405")
    rikke.press("Gem oplysningerne", status=422)
    rikke.sees("Telefonnummeret skal have 8 tal. Du har skrevet 7")
    rikke.fill("#p-telefon", "20304050 hos mormor")
    rikke.fill("#p-cpr", "070761-4285")
    rikke.choose("Borgeren har sagt ja til, at cpr-nummeret bliver skrevet")
    rikke.press("Gem oplysningerne")
    rikke.sees("Oplysningerne om borgeren er gemt", "20304050 hos mormor", "070761-••••")
    rikke.does_not_see("4285")
    rikke.press("Vis hele cpr-nummeret")
    rikke.sees("070761-4285", "skrevet i adgangsloggen")


@BOTH
def test_the_lists_are_narrowed_sorted_and_led_to(member_of_staff, javascript, width):
    rikke = member_of_staff("rikke", width, javascript)
    for days in (1, 12, 20):
        register_by_telephone(rikke, TODAY - timedelta(days=days), f"Egon {days}")
    rikke.go("/overblik")
    rikke.press_at("#antal-overskredet a")
    rikke.sees("Fristen er overskredet", "Overskredet 6 dage · ingen tid")
    rikke.does_not_see("2 dage tilbage")
    rikke.press_at(".chips li a")
    rikke.sees("2 dage tilbage · ingen tid")
    rikke.go("/henvendelser?vis=alle&kilde=phone&oenske=treatment&sort=modtaget&vej=ned")
    rikke.sees("Kilde: telefon", "Ønske: ønsker behandling")
    rikke.go("/hjaelp/tastatur")
    rikke.sees("Alt + 2", "Søg", "Alt + 9")
