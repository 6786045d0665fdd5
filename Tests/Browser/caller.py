"""A person without a browser: fills the citizen's form over plain HTTP, so that many can do it at once."""

import http.client
import itertools
import re
from html import unescape
from urllib.parse import urlencode, urlsplit

HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')
ANSWERS = [
    ("/faa-hjaelp/hvem", {"hvem": "selv"}),
    ("/faa-hjaelp/alder", {"alder": "18"}),
    ("/faa-hjaelp/situation", {"oenske": "behandling", "besked": "Jeg vil gerne begynde nu."}),
    ("/faa-hjaelp/kontakt", {"kontakt": "ring", "telefon": "12 34 56 78", "diskret": "ja"}),
]


# Guests are counted by household: each caller comes from a loopback address of her own.
NUMBERS = itertools.count(1)


def household() -> str:
    number = next(NUMBERS)
    return f"127.{1 + number // 62500 % 250}.{number // 250 % 250}.{1 + number % 250}"


class Caller:
    """Keeps her cookies and her connection, as a browser would."""

    def __init__(self, address: str):
        self.host = urlsplit(address).netloc
        self.connection = http.client.HTTPConnection(
            self.host, timeout=30, source_address=(household(), 0))
        self.cookies = {}
        self.last = None

    def ask(self, method: str, path: str, fields: dict | None = None):
        headers = {"Sec-Fetch-Site": "same-origin"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if fields is not None:
            body = urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.last = (path, answer.status, text)
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer, text

    def page(self, path: str) -> str:
        answer, text = self.ask("GET", path)
        assert answer.status == 200, f"GET {path}: {answer.status}"
        return text

    def send(self, path: str, fields: dict) -> str:
        """Sends a form and answers with where it leads."""
        answer, text = self.ask("POST", path, fields)
        assert answer.status == 303, f"POST {path}: {answer.status} {text[:300]}"
        return answer.headers["Location"]

    def hidden(self, path: str) -> dict:
        """What the form on a page carries unseen."""
        return {name: unescape(value) for name, value in HIDDEN.findall(self.page(path))}

    def answer_everything(self) -> dict:
        """All questions answered; what she gets is the form that only wants sending."""
        self.page("/faa-hjaelp")
        for path, fields in ANSWERS:
            self.send(path, self.hidden(path) | fields)
        return self.hidden("/faa-hjaelp/tjek")

    def receipt(self, path: str) -> str:
        """The four words."""
        words = re.search(r'id="kode"[^>]*>(.*?)</p>', self.page(path), re.S)
        assert words, "the receipt shows no code"
        return " ".join(re.sub(r"<[^>]*>", " ", words[1]).split())

    def ask_for_help(self) -> str:
        return self.receipt(self.send("/faa-hjaelp/tjek", self.answer_everything()))
