"""Asks at a steady rate, whatever the answers do, and tells how long people waited.

    steady.py URL RATE SECONDS [HEADER]

Each request has its moment on a timetable; the wait is counted from that moment, so that a server that stands still for
a second is charged with everybody who would have come in it. A print of three numbers: p50 and p99 in milliseconds, and
how many were not answered 200.
"""

import http.client
import sys
import threading
import time
import urllib.parse


def main():
    url, rate, seconds = urllib.parse.urlsplit(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    headers = dict(h.split(": ", 1) for h in sys.argv[4:])
    callers = 16
    total = int(rate * seconds)
    began = time.monotonic() + 0.2
    waits, failures, lock = [], [], threading.Lock()

    def call(first):
        link = http.client.HTTPConnection(url.hostname, url.port, timeout=30)
        mine, broken = [], 0
        for number in range(first, total, callers):
            due = began + number / rate
            time.sleep(max(0, due - time.monotonic()))
            try:
                link.request("GET", url.path or "/", headers=headers)
                answer = link.getresponse()
                answer.read()
                broken += answer.status != 200
            except (OSError, http.client.HTTPException):
                broken += 1
                link.close()
            mine.append(time.monotonic() - due)
        with lock:
            waits.extend(mine)
            failures.append(broken)

    threads = [threading.Thread(target=call, args=(n,)) for n in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    waits.sort()
    print(f"{waits[len(waits) // 2] * 1000:.1f} {waits[len(waits) * 99 // 100] * 1000:.1f} {sum(failures)}")


main()
