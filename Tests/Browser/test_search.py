"""Finding the person who calls back: one box, nothing of her in an address or a log."""

import pytest

from test_story import CALLER_PHONE, register_by_telephone, TODAY

NAME = "Ågot Sølvpil"


@pytest.mark.parametrize(
    "javascript, width", [(True, 1280), (False, 375), (True, 375)],
    ids=["desk", "phone-no-script", "phone"],
)
def test_the_reception_finds_who_calls_back_in_one_box(centre, member_of_staff, javascript, width):
    staff = member_of_staff("rikke", width=width, javascript=javascript)
    number = register_by_telephone(staff, TODAY, NAME)
    staff.go("/soeg")
    for typed in ("aagot s", "SØLVPIL", CALLER_PHONE, number):
        staff.fill("#ord", typed)
        staff.press_at("#soeg-nu")
        assert staff.page.url.endswith("/soeg"), "what was typed is in the address"
        assert staff.page.locator("#fundet tbody tr").filter(has_text=number).count() == 1
    assert "sig ikke, om borgeren er kendt her" in staff.page.locator("#tavshed").inner_text()
    staff.fill("#ord", "findesikke")
    staff.press_at("#soeg-nu")
    assert "Ingen fundet" in staff.page.locator("#fundet").inner_text()
    staff.press_at("#soeg-nu")
    staff.fill("#ord", "")
    staff.press_at("#soeg-nu", status=422)
    staff.fill("#ord", "sølvpil")
    staff.press_at("#soeg-nu")
    staff.page.locator("#fundet tbody a").filter(has_text=number).click()
    staff.page.wait_for_url(f"**/henvendelser/{number}")
    assert not centre.files_with("Ågot", "Sølvpil", "aagot", "findesikke")


def test_the_digit_two_leads_to_the_box_and_the_cursor_stands_in_it(member_of_staff):
    staff = member_of_staff("karin")
    assert staff.page.locator("#hoved-ord").get_attribute("accesskey") == "2"
    staff.page.keyboard.press("Alt+2")
    assert staff.page.evaluate("document.activeElement.id") == "hoved-ord"
    staff.page.keyboard.type("findesikke")
    with staff.page.expect_navigation():
        staff.page.keyboard.press("Enter")
    staff.stands_at("/soeg")
    staff.sees("Ingen fundet")


def test_who_reads_no_journals_has_no_box(member_of_staff):
    staff = member_of_staff("adam")
    assert staff.page.locator("#hoved-ord").count() == 0
    staff.go("/soeg", status=404)
