"""A person before a browser: goes, types, chooses, presses; every page she passes goes into the album."""

import re

from playwright.sync_api import expect


class Visitor:
    def __init__(self, browser, album, address: str, name: str, width: int = 375,
                 javascript: bool = True):
        self.context = browser.new_context(
            java_script_enabled=javascript, viewport={"width": width, "height": 800},
            locale="da-DK", base_url=address, accept_downloads=True,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.name = name
        self.album = album
        self.javascript = javascript
        self.strangers = []
        self.context.on("request", self._watch)
        self.address = address

    def _watch(self, request):
        if not request.url.startswith((self.address, "data:", "about:")):
            self.strangers.append(request.url)

    def go(self, path: str, status: int = 200):
        answer = self.page.goto(path)
        return self._seen(answer, status)

    def press(self, words: str, status: int = 200):
        """Presses the button or follows the link that says so, and looks at the page it leads to."""
        with self.page.expect_navigation() as moved:
            self._button(words).first.click()
        return self._seen(moved.value, status)

    def press_again_and_again(self, words: str, times: int):
        """The impatient thumb: sends the same form many times at once, and waits for one answer."""
        with self.page.expect_navigation():
            self._button(words).first.click(click_count=times, delay=5)
        self.page.wait_for_load_state()

    def _button(self, words: str):
        exact = re.compile(rf"^\s*{re.escape(words)}", re.IGNORECASE)
        return self.page.get_by_role("button", name=exact).or_(
            self.page.get_by_role("link", name=exact)
        )

    def choose(self, words: str):
        """A radio button or a box, by what stands beside it."""
        control = self.page.get_by_label(re.compile(rf"^\s*{re.escape(words)}", re.IGNORECASE))
        control.first.check()

    def write(self, label: str, text: str):
        self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}", re.IGNORECASE)).first.fill(text)

    def fill(self, place: str, text: str):
        """A field by its id; what is folded away is unfolded first, as she would."""
        field = self.page.locator(place)
        fold = self.page.locator("details:not([open])").filter(has=field)
        if fold.count():
            fold.first.locator("summary").first.click()
        field.fill(text)

    def press_at(self, place: str, status: int = 200):
        with self.page.expect_navigation() as moved:
            self.page.locator(place).click()
        return self._seen(moved.value, status)

    def pick(self, label: str, option: str):
        self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}", re.IGNORECASE)).first.select_option(
            label=option
        )

    def sees(self, *words: str):
        """Whatever else stands there, these words do; spaces and line ends count as one space."""
        for word in words:
            shown = re.sub(r"\s+", " ", self.page.locator("body").inner_text())
            assert word.lower() in shown.lower(), f"{self.name} does not see “{word}” in: {shown}"

    def does_not_see(self, *words: str):
        shown = self.page.locator("body").inner_text().lower()
        for word in words:
            assert word.lower() not in shown, f"{self.name} sees “{word}”"

    def stands_at(self, path: str):
        assert self.page.url.removeprefix(self.address).split("?")[0] == path, self.page.url

    def back(self):
        self.page.go_back()

    def leave(self):
        self.context.close()
        assert self.strangers == [], f"a page called {self.strangers}"

    def _seen(self, answer, status: int):
        assert answer is not None
        assert answer.status == status, f"{answer.url}: {answer.status}"
        script = "med script" if self.javascript else "uden script"
        self.album.keep(
            self.page, answer.body(), self.javascript, f"{self.name} {script} {self.page.title()}"
        )
        return answer


__all__ = ["Visitor", "expect"]
