"""The program may open few files, and more people come than it has room for."""

import socket
import time
from urllib.parse import urlsplit

FILES = 48


def limits(trial, say):
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
