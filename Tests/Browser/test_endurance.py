"""What was acknowledged is there, however the centre ended; many at once cost little; load breaks nothing."""

import http.client
import re
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from caller import Caller
from conftest import PASSWORD

CROWD = 64
FSYNCS_MAX = 32


@pytest.fixture
def own_centre(empty_centre):
    """A centre for one test alone, not yet serving."""
    return empty_centre


def test_sixty_four_registrations_at_once_share_their_fsyncs(own_centre):
    trace = own_centre.folder / "fsync.trace"
    own_centre.start(
        "strace", "-f", "-qq", "-ttt", "-e", "trace=fsync,fdatasync", "-e", "signal=none",
        "-o", str(trace),
    )
    callers = [Caller(own_centre.address) for _ in range(CROWD)]
    with ThreadPoolExecutor(CROWD) as crowd:
        forms = list(crowd.map(Caller.answer_everything, callers))
        together = threading.Barrier(CROWD)

        def send(caller, form):
            together.wait()
            return caller.send("/faa-hjaelp/tjek", form)

        began = time.time()
        answers = list(crowd.map(send, callers, forms))
        ended = time.time()
    assert answers == ["/faa-hjaelp/kvittering"] * CROWD
    assert own_centre.count("enquiry") == CROWD
    codes = {caller.receipt("/faa-hjaelp/kvittering") for caller in callers}
    assert len(codes) == CROWD
    lines = trace.read_text().splitlines()
    times = [float(line.split()[1]) for line in lines if "sync(" in line]
    fsyncs = sum(began <= at <= ended for at in times)
    assert 0 < fsyncs < FSYNCS_MAX, f"{fsyncs} fsyncs for {CROWD} registrations"


@pytest.mark.parametrize("round", range(3))
def test_what_was_acknowledged_survives_a_kill(own_centre, round):
    own_centre.start()
    acknowledged, tried = [], []
    over = threading.Event()

    def ask():
        while not over.is_set():
            tried.append(1)
            try:
                acknowledged.append(Caller(own_centre.address).ask_for_help())
            except (OSError, http.client.HTTPException):
                return

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(1.5 + 0.37 * round)
    own_centre.kill()
    over.set()
    for thread in threads:
        thread.join()
    assert len(acknowledged) > 8, "the test asked too little of it"
    own_centre.start()
    assert len(acknowledged) <= own_centre.count("enquiry") <= len(tried)
    for code in acknowledged[-3:]:
        caller = Caller(own_centre.address)
        form = caller.hidden("/se-din-aftale") | {"kode": code}
        answer, text = caller.ask("POST", "/se-din-aftale", form)
        if answer.status == 303:
            text = caller.page(answer.headers["Location"])
        assert "Vi fik din besked" in text


@pytest.mark.parametrize("path", ["/", "/overblik"])
def test_sixty_four_readers_meet_no_error(centre, path):
    caller = Caller(centre.address)
    form = caller.hidden("/log-ind")
    caller.send("/log-ind", form | {"brugernavn": "leif", "adgangskode": PASSWORD})
    cookies = "; ".join(f"{name}={value}" for name, value in caller.cookies.items())
    said = subprocess.run(
        ["wrk", "-t2", f"-c{CROWD}", "-d3s", "-H", f"Cookie: {cookies}", centre.address + path],
        capture_output=True, text=True, check=True, timeout=60,
    ).stdout
    assert "Socket errors" not in said and "Non-2xx" not in said, said
    assert int(re.search(r"(\d+) requests in", said)[1]) > CROWD, said


def test_a_second_start_finds_everything_and_a_stop_is_clean(own_centre):
    own_centre.start()
    code = Caller(own_centre.address).ask_for_help()
    assert own_centre.stop() == 0
    own_centre.start()
    assert own_centre.count("enquiry") == 1
    assert code
    assert own_centre.stop() == 0
