"""What protects the citizen: a consent and what is told under it, a complaint, and her own records in a bundle."""

import zipfile
from datetime import date, timedelta

import pytest

NAMES = {True: "Karla Kaffekande", False: "Otto Opvask"}
RECIPIENT = "Lægerne på Skovduevej"
WORDS = "Fortalte om nabohaven og den gamle cykel."
SECRET = "Hendes søster ringede og bad om ikke at blive nævnt."
WAYS = pytest.mark.parametrize(
    "javascript, width", [(True, 1280), (False, 375)], ids=["desk-script", "phone-no-script"]
)


def written(day: date) -> str:
    return day.strftime("%d-%m-%Y")


def a_case(karin, name: str) -> str:
    karin.go("/henvendelser/ny")
    karin.fill("#dato", written(date.today()))
    karin.fill("#tid", "0001")
    karin.choose("Telefon")
    karin.choose("Borgeren selv")
    karin.choose("Ja")
    karin.fill("#navn", name)
    karin.press("Gem")
    return karin.page.url.rsplit("/", 1)[1]


def note(karin, number: str, words: str):
    karin.go(f"/sager/{number}")
    karin.page.locator("#ydelse").select_option(label="Ingen ydelse, kun notat")
    karin.fill("#notat", words)
    karin.press("Gem notat")


@WAYS
def test_a_consent_a_complaint_and_the_records_handed_over(
    member_of_staff, browser, album, tmp_path, javascript, width
):
    karin = member_of_staff("karin", width, javascript)
    number = a_case(karin, NAMES[javascript])
    note(karin, number, WORDS)
    note(karin, number, SECRET)

    # Consent: given, used, taken back; then nothing more is told.
    karin.press("Samtykker")
    karin.sees("Der er intet samtykke")
    karin.press("Nyt samtykke")
    karin.press("Gem samtykket", status=422)
    karin.sees("Vælg, hvem der må få noget at vide")
    karin.pick("Hvem må få noget at vide?", "Egen læge")
    karin.write("Navn", RECIPIENT)
    karin.write("Hvad må vi fortælle?", "At jeg går i behandling")
    karin.write("Hvad skal det bruges til?", "Så lægen ved det")
    karin.choose("Skriftligt")
    karin.press("Gem samtykket")
    karin.sees("Samtykket er gemt", f"Egen læge: {RECIPIENT}", "Til og med")
    karin.press("Skriv, at noget er givet videre")
    karin.pick("Hvem har fået noget at vide?", f"Egen læge: {RECIPIENT}")
    karin.write("Hvad har de fået?", "Et brev om forløbet")
    karin.choose("Brev")
    karin.press("Gem")
    karin.sees("Et brev om forløbet", "Samtykke givet")
    karin.press("Træk tilbage")
    karin.press("Træk samtykket tilbage")
    karin.sees("Samtykket er trukket tilbage")
    karin.press("Skriv, at noget er givet videre")
    karin.pick("Hvem har fået noget at vide?", f"Egen læge: {RECIPIENT}")
    karin.write("Hvad har de fået?", "Et brev til")
    karin.choose("Brev")
    karin.press("Gem", status=422)
    karin.sees("Samtykket blev trukket tilbage")

    # A complaint: written down, answered by the leader, learned from.
    karin.go(f"/sager/{number}/klager")
    karin.sees("Sådan klager borgeren", "Styrelsen for Patientklager")
    karin.press("Skriv en klage ned")
    karin.choose("Hvordan man er blevet mødt")
    karin.write("Hvad siger klagen?", "Ingen ringede tilbage")
    karin.choose("Telefon")
    karin.write("Vi svarer senest", "+14")
    karin.press("Gem klagen")
    karin.sees("Klagen er skrevet ned", "Ingen ringede tilbage")
    leif = member_of_staff("leif", width, javascript)
    leif.go("/klager")
    leif.sees(number)
    leif.press(number)
    leif.press("Skriv svaret")
    leif.choose("Borgeren fik ret")
    leif.write("Hvad svarede vi", "Vi beklager og har ringet.")
    leif.write("Hvad lærer vi af det?", f"Ring altid tilbage samme dag ({number}).")
    leif.press("Gem svaret")
    leif.sees("Svaret er gemt", "Svaret i tide")
    leif.go("/klager")
    leif.sees(f"Ring altid tilbage samme dag ({number}).")

    # The records: asked for, gone through, packed, handed over.
    karin.go(f"/sager/{number}/aktindsigt")
    karin.sees("Ingen har bedt om aktindsigt")
    karin.press("Ny anmodning")
    karin.press("Gem anmodningen")
    karin.sees("Anmodningen er gemt", "Senest")
    karin.page.locator("#gennemgang summary").first.click()
    row = karin.page.locator("#poster [role=row]").filter(has_text=SECRET)
    with karin.page.expect_navigation():
        row.get_by_role("link", name="Undtag").click()
    karin.choose("Hensyn til andre")
    karin.write("Hvorfor?", "Oplysninger om en pårørende (forvaltningsloven § 15 b)")
    karin.press("Undtag")
    karin.sees("Det er undtaget", "Tag med igen")
    with karin.page.expect_download() as download:
        karin.page.locator("#hent-mappen").click()
    packed = tmp_path / "mappe.zip"
    download.value.save_as(packed)
    with zipfile.ZipFile(packed) as bundle:
        assert bundle.testzip() is None
        bundle.extractall(tmp_path / "mappe")
        names = bundle.namelist()
        assert {"sagen.html", "samtykker.html", "adgangslog.html", "sagshistorie.json"} <= set(names)
        for name in names:
            assert "søster" not in bundle.read(name).decode(), name
        assert WORDS in bundle.read("sagen.html").decode()
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="da-DK")
    page = context.new_page()
    for name in (name for name in names if name.endswith(".html")):
        file = tmp_path / "mappe" / name
        page.goto(file.as_uri())
        album.keep(page, file.read_bytes(), True, f"mappen {name}")
    context.close()

    karin.press("Svar")
    karin.choose("Noget er undtaget")
    karin.choose("I hånden")
    karin.write("Kvittering", "Borgeren selv, viste pas")
    karin.press("Gem svaret")
    karin.sees("Svaret er gemt", "Besvaret i tide", "Borgeren selv, viste pas")
