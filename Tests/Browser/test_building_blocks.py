"""Every component in every state, photographed as people see it: small, large, dark, in forced colours, on paper."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from album import AXE
from caller import Caller
from conftest import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build" / "building-blocks"
ADDRESS = "http://byggeklodser.test/"
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
LOOKS = {
    "lys": {},
    "moerk": {"color_scheme": "dark"},
    "tvungne-farver": {"forced_colors": "active"},
    "tvungne-farver-moerk": {"forced_colors": "active", "color_scheme": "dark"},
}
# What the site's own answers carry: a component that needed more would fail here first.
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:"


@pytest.fixture(scope="module")
def source(centre):
    """The living page, as a member of staff gets it."""
    staff = Caller(centre.address)
    staff.send(
        "/log-ind", staff.hidden("/log-ind") | {"brugernavn": "karin", "adgangskode": PASSWORD})
    FOLDER.mkdir(parents=True, exist_ok=True)
    return staff.page("/hjaelp/byggeklodser").encode()


@pytest.fixture
def blocks(browser, centre, source):
    """Opens the page in one look; axe needs to get past the policy, the page does not."""
    contexts = []

    def answer(route):
        name = route.request.url.removeprefix(ADDRESS)
        if not name:
            route.fulfill(
                body=source, content_type="text/html; charset=utf-8",
                headers={"Content-Security-Policy": POLICY},
            )
        elif Path(urlsplit(name).path).suffix in KINDS:
            kind = KINDS[Path(urlsplit(name).path).suffix]
            route.fulfill(body=centre.get("/" + name), content_type=kind)
        else:
            route.abort()

    def open_in(look: str, width: int = 1280, height: int = 800):
        contexts.append(browser.new_context(
            locale="da-DK", viewport={"width": width, "height": height}, **LOOKS[look]
        ))
        page = contexts[-1].new_page()
        page.refused = []
        page.on("console", lambda line: page.refused.append(line.text))
        page.route("**/*", answer)
        page.goto(ADDRESS)
        return page

    yield open_in
    for one in contexts:
        one.close()


def test_the_building_blocks_are_accessible_and_valid_in_every_width(blocks, source, album):
    page = blocks("lys", 375)
    album.keep(page, source, True, "byggeklodser lys")
    assert page.refused == [], "the site's policy refused something"


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_is_accessible(blocks, look):
    page = blocks(look)
    page.evaluate(AXE)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=FOLDER / f"{look}-{width}.png", full_page=True)
        found = page.evaluate("axe.run()")["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []


def test_text_can_be_spaced_out_and_enlarged_without_running_out(blocks):
    page = blocks("lys", 320, 640)
    page.evaluate("""for (const rule of [
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }",
        "p { margin-bottom: 2em !important; }"]) document.styleSheets[0].insertRule(rule)""")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320, f"{wide} px"


def test_what_has_focus_is_not_hidden_by_the_identity_bar(blocks):
    for width in (1280, 1200, 768, 320):
        page = blocks("lys", width)
        # A long case under its bar, with something to stop at in every line.
        page.evaluate("""() => document.querySelector(".identity").parentElement.append(
            ...Array.from({ length: 60 }, (_, n) => {
                const line = document.createElement("p");
                line.innerHTML = `<a class="stop" href="#hvem">Linje ${n}</a>`;
                return line;
            }))""")
        page.locator(".stop").nth(55).focus()
        for _ in range(50):
            page.keyboard.press("Shift+Tab")
            covered = page.evaluate("""() => {
                const bar = document.querySelector(".identity");
                const feet = [bar, bar.querySelector(".who")]
                    .filter((part) => part.getClientRects().length)
                    .map((part) => part.getBoundingClientRect())
                    .filter((box) => box.top <= 1).map((box) => box.bottom);
                return document.activeElement.getBoundingClientRect().top < Math.max(0, ...feet);
            }""")
            assert not covered, f"at {width} px: {page.evaluate('document.activeElement.textContent')}"


def test_on_paper_tables_stay_tables_and_buttons_are_gone(blocks):
    page = blocks("lys")
    paper = page.pdf(prefer_css_page_size=True)
    (FOLDER / "papir.pdf").write_bytes(paper)
    page.emulate_media(media="print")
    assert page.locator("#tabel-a").evaluate("e => getComputedStyle(e).display") == "table"
    for hidden in (".button", ".search", ".menu", ".field", ".paging nav", ".filters"):
        shown = page.locator(hidden).evaluate_all(
            "all => all.filter((e) => e.getClientRects().length).length"
        )
        assert shown == 0, hidden
    # The tag's words are black on white: a printer leaves grounds out.
    assert page.locator(".status.late").first.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
