"""`fjorten serve` as a machine meets it: its addresses, its log, its end."""

import json
import os
import resource
import selectors
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUEST = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"


@pytest.fixture
def serve(program, tmp_path):
    """Starts the program on a data folder of its own; whatever still runs is ended."""
    running = []

    def start(*words, **how):
        command = [program, "serve", "--data", tmp_path / "data", "--root", ROOT, *words]
        running.append(subprocess.Popen(list(map(str, command)), cwd=tmp_path, **how))
        return running[-1]

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=30)


@pytest.fixture
def refused(serve):
    """What a start that must fail says."""

    def start(*words):
        process = serve(*words, stderr=subprocess.PIPE, text=True)
        said = process.communicate(timeout=60)[1]
        assert process.returncode != 0
        return said

    return start


def address(lines) -> tuple:
    """Reads a log until it says where the centre listens."""
    for line in lines:
        if b'"listening"' in line:
            host, port = json.loads(line)["address"].rsplit(":", 1)
            return host, int(port)
    raise AssertionError("the centre did not start")


def front_page(where) -> int:
    try:
        with urllib.request.urlopen(f"http://{where[0]}:{where[1]}/", timeout=10) as answer:
            answer.read()
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


def test_a_file_in_the_way_of_the_socket_is_left_alone(refused, tmp_path):
    key = tmp_path / "data.key"
    key.write_bytes(b"the master key")
    said = refused("--listen", f"unix:{key}")
    assert f"{key} is there and is no socket" in said
    assert key.read_bytes() == b"the master key"


def test_an_address_that_cannot_be_had_is_said_before_a_centre_is_made(refused, tmp_path):
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        assert "in use" in refused("--listen", f"127.0.0.1:{port}")
        assert "in use" in refused("--listen", "127.0.0.1:0", "--metrics", f"127.0.0.1:{port}")
    assert list(tmp_path.iterdir()) == []


def test_the_figures_are_for_this_machine_alone(refused, tmp_path):
    assert "for this machine alone" in refused("--listen", "127.0.0.1:0", "--metrics", "0.0.0.0:0")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_to_stop_is_obeyed_in_good_order(serve, how):
    process = serve("--listen", "127.0.0.1:0", stderr=subprocess.PIPE)
    address(process.stderr)
    process.send_signal(how)
    assert b'"stopped"' in process.communicate(timeout=30)[1]
    assert process.returncode == 0


def test_a_reader_of_the_log_who_goes_away_takes_nobody_along(serve):
    process = serve("--listen", "127.0.0.1:0", stderr=subprocess.PIPE)
    where = address(process.stderr)
    process.stderr.close()
    for _ in range(20):
        assert front_page(where) == 200
    process.terminate()
    assert process.wait(timeout=30) == 0


def test_a_log_that_nobody_reads_keeps_nobody_waiting(serve):
    process = serve("--listen", "127.0.0.1:0", stderr=subprocess.PIPE)
    where = address(process.stderr)
    with closing(socket.create_connection(where, timeout=10)) as line:
        for _ in range(4_000):
            line.sendall(b"GET /favicon.svg HTTP/1.1\r\nHost: a\r\n\r\n")
            answer = b""
            while b"</svg>" not in answer:
                heard = line.recv(65536)
                assert heard
                answer += heard
    process.terminate()
    log = process.communicate(timeout=30)[1]
    assert process.returncode == 0
    kept = [json.loads(line) for line in log.splitlines()]
    dropped = sum(line["count"] for line in kept if line["message"] == "log lines dropped")
    assert sum(line["message"] == "request" for line in kept) + dropped >= 3_900


@pytest.mark.parametrize("trusted", [False, True])
def test_a_proxy_on_a_loopback_address_is_believed_where_that_is_said(serve, trusted):
    words = ["--trust-forwarded"] if trusted else []
    process = serve("--listen", "127.0.0.1:0", *words, stderr=subprocess.PIPE)
    host, port = address(process.stderr)
    request = urllib.request.Request(
        f"http://{host}:{port}/", headers={"X-Forwarded-Proto": "https"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert ("Strict-Transport-Security" in answer.headers) == trusted


def test_with_few_descriptors_everybody_hears_something_from_the_first_moment(serve):
    few = 64
    process = serve(
        "--listen", "127.0.0.1:0", stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (few, few)))
    where = address(process.stderr)
    lines, heard = [], {}
    with selectors.DefaultSelector() as waiting:
        for number in range(120):
            line = socket.socket()
            line.bind((f"127.0.0.{20 + number % 50}", 0))
            line.connect(where)
            line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            waiting.register(line, selectors.EVENT_READ)
            lines.append(line)
        until = time.monotonic() + 5
        while waiting.get_map() and time.monotonic() < until:
            for key, _ in waiting.select(timeout=0.1):
                try:
                    heard[key.fileobj] = key.fileobj.recv(65536)[:12]
                except ConnectionResetError:
                    heard[key.fileobj] = b"reset"
                waiting.unregister(key.fileobj)
    for line in lines:
        line.close()
    answers = [heard.get(line, b"nothing") for line in lines]
    assert answers.count(b"nothing") == 0
    assert answers.count(b"HTTP/1.1 200") >= 20
    until = time.monotonic() + 5
    while (status := front_page(where)) == 503 and time.monotonic() < until:
        time.sleep(0.1)
    assert status == 200, "those who left made room"


def test_a_restart_under_socket_activation_loses_nobody(program, tmp_path, serve):
    """The socket stays with whoever started the program, as it does with systemd."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)
    where = listener.getsockname()
    log = open(tmp_path / "log", "ab")

    def start():
        # exec keeps the number of the process, which systemd writes into LISTEN_PID.
        words = f'exec 3<&{listener.fileno()}; LISTEN_PID=$$ LISTEN_FDS=1 exec "$@"'
        return subprocess.Popen(
            ["bash", "-c", words, "bash", program, "serve", "--data", tmp_path / "data", "--root", ROOT],
            pass_fds=[listener.fileno()], stderr=log)

    process = start()
    answers, ends = [], time.monotonic() + 6
    children = []
    for _ in range(4):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            count = bad = 0
            while time.monotonic() < ends:
                try:
                    with closing(socket.create_connection(where, timeout=20)) as line:
                        # As on a network, where the request comes a moment after the connection.
                        time.sleep(0.02)
                        line.sendall(REQUEST)
                        bad += not line.recv(65536).startswith(b"HTTP/1.1 200")
                except OSError:
                    bad += 1
                count += 1
            os.write(writer, f"{count} {bad}".encode())
            os._exit(0)
        os.close(writer)
        children.append((child, reader))
    for _ in range(3):
        time.sleep(1.5)
        process.terminate()
        assert process.wait(timeout=30) == 0
        process = start()
    for child, reader in children:
        answers.append(tuple(map(int, os.read(reader, 100).split())))
        os.close(reader)
        os.waitpid(child, 0)
    process.terminate()
    assert process.wait(timeout=30) == 0
    listener.close()
    assert sum(count for count, _ in answers) > 100
    assert sum(bad for _, bad in answers) == 0
