"""A code from an app, as a telephone sees it: the QR code is read off the screen by zbar, the codes made by pyotp."""

import subprocess
import time

import pyotp
import pytest

from conftest import PASSWORD


@pytest.mark.parametrize(
    "javascript, width, login", [(True, 1280, "leif"), (False, 375, "karin")],
    ids=["desk", "phone-no-script"],
)
def test_an_app_is_put_to_use_and_asked_for_at_the_next_login(
        centre, visitor, member_of_staff, tmp_path, javascript, width, login):
    staff = member_of_staff(login, width, javascript)
    staff.go("/min-adgang")
    staff.press("Kode fra en app")
    picture = tmp_path / "qr.png"
    staff.page.locator("#qr").screenshot(path=picture)
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True)
    app = pyotp.parse_uri(read.stdout.strip())
    assert app.name == login and app.issuer == "Fjorten"
    assert staff.page.locator("#noegle").inner_text().replace(" ", "") == app.secret
    staff.write("Koden i appen", "000000")
    staff.press_at("#tag-i-brug", status=422)
    staff.write("Koden i appen", app.now())
    staff.press_at("#tag-i-brug")
    codes = staff.page.locator("#noedkoder code").all_inner_texts()
    assert len(set(codes)) == 8
    staff.press("Jeg har gemt dem")

    again = visitor(f"{login} igen", width, javascript)
    again.go("/log-ind")
    again.write("Brugernavn", login)
    again.write("Adgangskode", PASSWORD)
    again.press("Log ind")
    again.sees("Skriv koden fra din app")
    again.write("Kode", "000000")
    again.press("Log ind", status=422)
    again.write("Kode", app.at(time.time()))
    again.press("Log ind")
    again.stands_at("/overblik")

    lost = visitor(f"{login} uden telefon", width, javascript)
    lost.go("/log-ind")
    lost.write("Brugernavn", login)
    lost.write("Adgangskode", PASSWORD)
    lost.press("Log ind")
    lost.write("Kode", codes[0])
    lost.press("Log ind")
    lost.go("/min-adgang")
    lost.sees("Du er her nu")
    assert not centre.files_with(app.secret, codes[1])
