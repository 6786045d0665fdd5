"""What every browser test stands on: the program, a browser, an album, a centre with staff."""

import os
import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from album import Album
from centre import Centre
from visitor import Visitor

# The centre's day is Denmark's; in the last hours of the evening UTC has another.
os.environ["TZ"] = "Europe/Copenhagen"
time.tzset()

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "lampe-fugl-torv-sne"
STAFF = {
    "karin": ("Karin Konsulent", "consultant"),
    "rikke": ("Rikke Reception", "reception"),
    "leif": ("Leif Leder", "leader"),
    "adam": ("Adam Administrator", "administrator"),
    "vera": ("Vera Revisor", "auditor"),
}


def pytest_addoption(parser):
    parser.addoption("--fjorten", default=".build/debug/fjorten", help="the program under test")


@pytest.fixture(scope="session")
def program(pytestconfig):
    return (ROOT / pytestconfig.getoption("--fjorten")).resolve()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as drive:
        # CI runs as root in a container, where Chromium's own sandbox cannot be made.
        chromium = drive.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def album(browser):
    folder = ROOT / ".build" / "browser"
    shutil.rmtree(folder, ignore_errors=True)
    return Album(folder, browser)


@pytest.fixture
def empty_centre(program, tmp_path):
    """A centre that nobody has been in yet, and that is not serving."""
    centre = Centre(program, ROOT, tmp_path)
    yield centre.prepare()
    if centre.process is not None:
        centre.stop()


@pytest.fixture(scope="module")
def centre(program, tmp_path_factory):
    """A centre that serves, with one member of staff of each kind."""
    centre = Centre(program, ROOT, tmp_path_factory.mktemp("centre")).prepare()
    for login, (name, role) in STAFF.items():
        centre.add_user(login, name, role, PASSWORD)
    yield centre.start()
    if centre.process is not None:
        assert centre.stop() == 0


@pytest.fixture
def visitor(browser, album, centre):
    """Makes persons before a browser, and sees them to the door afterwards."""
    present = []

    def arrive(name, width=375, javascript=True):
        present.append(Visitor(browser, album, centre.address, name, width, javascript))
        return present[-1]

    yield arrive
    for one in present:
        one.leave()


@pytest.fixture
def member_of_staff(visitor):
    """A member of staff who has logged in, on a desk's screen."""

    def log_in(login, width=1280, javascript=True):
        person = visitor(STAFF[login][0], width, javascript)
        person.go("/log-ind")
        person.write("Brugernavn", login)
        person.write("Adgangskode", PASSWORD)
        person.press("Log ind")
        return person

    return log_in
