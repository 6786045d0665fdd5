"""The program may open few files, or the kernel has no room for another visitor; and more people come than that."""

import shutil
import socket
import time
from urllib.parse import urlsplit

FILES = 48
# What accept(2) says when there is no room, or when whoever rang is gone.
REFUSALS = ("ENOMEM", "ENOBUFS", "ENFILE", "ECONNABORTED")
REFUSED_FROM, REFUSED_TO = 4, 24


def limits(trial, say):
    few_files(trial, say)
    for refusal in REFUSALS:
        no_room(trial, refusal, say)


def few_files(trial, say):
    centre = trial.centre
    centre.start("bash", "-c", f'ulimit -n {FILES}; exec "$@"', "few-files")
    place = urlsplit(centre.address)
    crowd = trial.crowd(4)
    idle = []
    try:
        time.sleep(1)
        for _ in range(3 * FILES):
            try:
                idle.append(socket.create_connection((place.hostname, place.port), timeout=1))
            except OSError:
                break
        time.sleep(2)
        assert centre.process.poll() is None, "it died of too many visitors"
        for one in idle:
            one.close()
        before, until = len(crowd.promised), time.monotonic() + 60
        while len(crowd.promised) < before + 10 and time.monotonic() < until:
            time.sleep(0.1)
        assert len(crowd.promised) >= before + 10, "it did not come back when they had gone"
    finally:
        crowd.stop()
    strange = set(crowd.statuses) - {303, 503}
    assert not strange, f"answers {crowd.statuses}"
    centre.kill()
    centre.start()
    trial.expect_whole(crowd.promised)
    assert centre.stop() == 0
    say(f"limits: {FILES} files, {len(idle)} idle visitors: {len(crowd.promised)} acknowledged, all present")


def no_room(trial, refusal: str, say):
    """Nobody can be let in for a while; then everybody is, and the centre has not noticed."""
    centre = trial.centre
    told = centre.folder / f"strace-{refusal}"
    told.mkdir()
    centre.start(
        "strace", "-ff", "-qq", "-o", told / "thread", "-e", "trace=accept4", "-e",
        f"inject=accept4:error={refusal}:when={REFUSED_FROM}..{REFUSED_TO}")

    def threads() -> list[list[bool]]:
        """For each thread that lets people in: whether each of its calls was refused."""
        calls = [
            ["(INJECTED)" in line for line in file.read_text().splitlines() if "accept4(" in line]
            for file in told.iterdir()]
        return [of_one for of_one in calls if of_one]

    def is_over(calls: list[list[bool]]) -> bool:
        """A thread was refused as often as strace does it to each, and no thread's latest call was in vain."""
        return (any(sum(of_one) > REFUSED_TO - REFUSED_FROM for of_one in calls)
                and not any(of_one[-1] for of_one in calls))

    crowd = trial.crowd(4)
    try:
        until = time.monotonic() + 90
        while not is_over(calls := threads()) and time.monotonic() < until:
            time.sleep(0.1)
        count = sum(map(sum, calls))
        assert is_over(calls), f"{refusal}: {[(sum(of_one), of_one[-5:]) for of_one in calls]}"
        before = len(crowd.promised)
        while len(crowd.promised) < before + 10 and time.monotonic() < until:
            time.sleep(0.1)
        assert len(crowd.promised) >= before + 10, f"{refusal}: it did not come back"
    finally:
        crowd.stop()
    strange = set(crowd.statuses) - {303, 503}
    assert not strange, f"{refusal}: answers {crowd.statuses}"
    centre.kill()
    shutil.rmtree(told)
    centre.start()
    trial.expect_whole(crowd.promised)
    assert centre.stop() == 0
    say(f"limits: accept4 said {refusal} {count} times: {len(crowd.promised)} acknowledged, all present")
