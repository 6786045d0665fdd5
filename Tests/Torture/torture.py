"""Kills, faults and power cuts on the real program.

    torture.py PROGRAM kill --rounds 100
    torture.py PROGRAM power --rounds 200
    torture.py PROGRAM faults
    torture.py PROGRAM steps
    torture.py PROGRAM forgetting
    torture.py PROGRAM backup --rounds 4
    torture.py PROGRAM clock
    torture.py PROGRAM limits
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from house import ROOT, Trial, expect_no_part
from power import Disk
# These import from the house, which says where the browser tests' helpers are.
from backups import backups
from clocks import clocks
from forgetting import forgetting
from limits import limits

HERE = Path(__file__).resolve().parent


def say(*words):
    print(*words, flush=True)


def kill(program: Path, rounds: int, seed: int):
    """SIGKILL at a random moment under load, again and again on the same centre."""
    with tempfile.TemporaryDirectory(prefix="fjorten-kill-") as folder:
        trial = Trial(program, Path(folder), seed)
        total = 0
        for round in range(1, rounds + 1):
            trial.centre.start()
            crowd = trial.crowd()
            time.sleep(trial.chance.uniform(0.2, 1.2))
            trial.centre.kill()
            crowd.stop()
            trial.centre.start()
            trial.expect_whole(crowd.promised)
            total += len(crowd.promised)
            assert trial.centre.stop() == 0
            if round % 10 == 0 or round == rounds:
                say(f"kill: {round} rounds, {total} acknowledged enquiries, all present, none in part")
        assert total > 0, "nobody was acknowledged: the trial proves nothing"


def power(program: Path, rounds: int, seed: int):
    """The power goes under load: what was not synced is lost, kept or torn at random."""
    with tempfile.TemporaryDirectory(prefix="fjorten-power-") as top:
        top = Path(top)
        shim = top / "power.so"
        subprocess.run(
            ["gcc", "-O2", "-shared", "-fPIC", "-o", shim, HERE / "power.c", "-ldl"], check=True)
        total = lost = 0
        folder = top / "0"
        trial = Trial(program, folder, seed)
        for round in range(1, rounds + 1):
            journal = top / "journal"
            journal.unlink(missing_ok=True)
            disk = Disk(trial.centre.folder)
            trial.centre.start(
                "env", f"LD_PRELOAD={shim}", f"POWER_FOLDER={trial.centre.folder}",
                f"POWER_JOURNAL={journal}")
            crowd = trial.crowd()
            time.sleep(trial.chance.uniform(0.2, 1.0))
            trial.centre.kill()
            crowd.stop()
            disk.replay(journal)
            lost += disk.cut(trial.chance)
            shutil.rmtree(trial.centre.folder)
            disk.write(trial.centre.folder)
            trial.centre.log.unlink(missing_ok=True)
            trial.centre.start()
            trial.expect_whole(crowd.promised)
            total += len(crowd.promised)
            assert trial.centre.stop() == 0
            if round % 10 == 0 or round == rounds:
                say(f"power: {round} cuts, {lost} unsynced writes lost or torn, "
                    f"{total} acknowledged enquiries, all present")
        assert total > 0 and lost > 0, "nothing was at stake: the trial proves nothing"


FAULTS = {
    "fsync fails": "fsync,fdatasync:error=EIO:when=30..45",
    "disk full on write": "pwrite64:error=ENOSPC:when=60..140",
    "write fails": "pwrite64:error=EIO:when=60..140",
}


def faults(program: Path, rounds: int, seed: int):
    """The disk says no for a while: clear answers, no acknowledged loss, and then it goes on."""
    for name, injected in FAULTS.items():
        with tempfile.TemporaryDirectory(prefix="fjorten-fault-") as folder:
            trial = Trial(program, Path(folder), seed)
            calls = injected.split(":")[0]
            trial.centre.start(
                "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}",
                "-e", f"inject={injected}")
            crowd = trial.crowd(4)
            until = time.monotonic() + 40
            # Until it has refused, and served again after refusing.
            while time.monotonic() < until and not crowd.statuses.get(503):
                time.sleep(0.1)
            assert trial.centre.get("/"), "a public page must go on"
            after = len(crowd.promised)
            while time.monotonic() < until and len(crowd.promised) < after + 20:
                time.sleep(0.1)
            served_again = len(crowd.promised) > after
            crowd.stop()
            trial.centre.kill()
            strange = set(crowd.statuses) - {303, 503}
            assert not strange, f"{name}: answers {crowd.statuses}"
            assert crowd.statuses.get(503), f"{name}: nobody was told ({crowd.statuses})"
            assert not crowd.lost, f"{name}: {crowd.lost} pages without what was typed"
            assert served_again, f"{name}: it did not come back"
            trial.centre.start()
            trial.expect_whole(crowd.promised)
            assert trial.centre.stop() == 0
            say(f"faults: {name}: {crowd.statuses.get(503)} told to try again, "
                f"what was typed lay in {crowd.kept} pages, "
                f"{len(crowd.promised)} acknowledged, all present")
    full_disk(program, seed)


def full_disk(program: Path, seed: int):
    """A disk of three megabytes fills up, and is given room again."""
    if os.geteuid() != 0:
        return say("faults: a full disk needs root to mount one; left out")
    with tempfile.TemporaryDirectory(prefix="fjorten-full-") as folder:
        small = Path(folder) / "small"
        small.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m,mode=0700", "tmpfs", small], check=False)
        if mounted.returncode != 0:
            return say("faults: no disk can be mounted here; left out")
        try:
            trial = Trial(program, small / "house", seed)
            trial.centre.log = Path(folder) / "serve.log"
            trial.centre.start()
            (small / "ballast").write_bytes(bytes(700_000))
            crowd = trial.crowd(4)
            until = time.monotonic() + 60
            while time.monotonic() < until and not crowd.statuses.get(503):
                time.sleep(0.1)
            assert crowd.statuses.get(503), f"the disk never filled: {crowd.statuses}"
            assert trial.centre.get("/"), "a public page must go on"
            (small / "ballast").unlink()
            after = len(crowd.promised)
            while time.monotonic() < until and len(crowd.promised) < after + 5:
                time.sleep(0.1)
            assert len(crowd.promised) > after, "it did not come back when there was room"
            crowd.stop()
            trial.centre.kill()
            assert not set(crowd.statuses) - {303, 503}, crowd.statuses
            assert not crowd.lost, f"{crowd.lost} pages without what was typed"
            # The proof writes to the log, and the crowd has filled the disk again.
            subprocess.run(["mount", "-o", "remount,size=16m", small], check=True)
            trial.centre.start()
            trial.expect_whole(crowd.promised)
            trial.centre.stop()
            say(f"faults: full disk: {crowd.statuses[503]} told to try again, "
                f"what was typed lay in {crowd.kept} pages, "
                f"{len(crowd.promised)} acknowledged, all present")
        finally:
            subprocess.run(["umount", "-l", small], check=False)


CALLS = "openat,rename,unlink,fsync,fdatasync,pwrite64,write,ftruncate"


def killed_at(number: int, *words) -> bool:
    """Runs a command that is killed at its so-manieth call of the file system; whether it was."""
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={CALLS}",
         "-e", f"inject={CALLS}:signal=KILL:when={number}", *map(str, words)],
        capture_output=True, text=True, timeout=120)
    return done.returncode != 0


def steps(program: Path, rounds: int, seed: int):
    """Every command that changes files is killed at every one of its calls of the file system."""
    with tempfile.TemporaryDirectory(prefix="fjorten-steps-") as top:
        top = Path(top)
        trial = Trial(program, top / "house", seed)
        trial.centre.start()
        crowd = trial.crowd()
        # So many that every command has much to do, on a fast machine too not so many that thousands of trials take
        # an hour.
        until = time.monotonic() + 20
        while len(crowd.promised) < 250 and time.monotonic() < until:
            time.sleep(0.01)
        crowd.stop()
        assert len(crowd.promised) >= 100, f"only {len(crowd.promised)} asked"
        trial.centre.stop()
        data, key = trial.centre.data, Path(f"{trial.centre.data}.key")
        where = ("--data", data, "--root", ROOT)

        def each(name, attempt, check):
            """From the first call on, with a stride that keeps a bounded run bounded."""
            number, count = 1, 0
            while attempt(number):
                check()
                number += max(1, rounds)
                count += 1
            check()
            say(f"steps: {name}: killed at {count} of its calls, whole after each")

        each("key rotate", lambda n: killed_at(n, program, "key", "rotate", *where), trial.verify)

        copies = top / "copies"

        def back_up(number):
            return killed_at(number, program, "backup", *where, copies)

        def expect_copies():
            for copy in copies.glob("fjorten-*"):
                assert (copy / "manifest.json").exists(), f"{copy} is there in part"
                expect_no_part(copy / "fjorten.sqlite")
                shutil.rmtree(copy)

        each("backup", back_up, expect_copies)
        trial.centre.command("backup", *where, copies)
        copy = next(copies.glob("fjorten-*"))
        restored = top / "restored"

        def restore(number):
            shutil.rmtree(restored, ignore_errors=True)
            return killed_at(
                number, program, "restore", copy, "--data", restored, "--key", key, "--root", ROOT)

        def expect_all_or_nothing():
            if (restored / "fjorten.sqlite").exists():
                expect_no_part(restored / "fjorten.sqlite")

        each("restore", restore, expect_all_or_nothing)

        way_out = top / "export"

        def export(number):
            return killed_at(number, program, "export", *where, "--all", way_out)

        def expect_whole_export():
            if way_out.exists():
                assert (way_out / "schema.json").exists(), "the export is there in part"
                shutil.rmtree(way_out)

        each("export", export, expect_whole_export)
        trial.centre.command("export", *where, "--all", way_out)
        imported = top / "imported"

        def bring_in(number):
            shutil.rmtree(imported, ignore_errors=True)
            return killed_at(
                number, program, "import", way_out, "--data", imported, "--key", key,
                "--root", ROOT)

        def expect_import_or_nothing():
            if (imported / "fjorten.sqlite").exists():
                expect_no_part(imported / "fjorten.sqlite")

        each("import", bring_in, expect_import_or_nothing)

        new = top / "new" / "data"

        def migrate(number):
            shutil.rmtree(new.parent, ignore_errors=True)
            new.parent.mkdir()
            return killed_at(number, program, "migrate", "--data", new, "--root", ROOT)

        def expect_finished():
            again = ("--data", new, "--root", ROOT)
            trial.centre.command("migrate", *again)
            trial.centre.command("verify", *again)

        each("migrate", migrate, expect_finished)


def one_house(trial, *words, prepares: bool = True):
    """A trial of one house from beginning to end, in a folder of its own."""
    def run(program: Path, rounds: int, seed: int):
        with tempfile.TemporaryDirectory(prefix="fjorten-torture-") as folder:
            house = Trial(program, Path(folder) / "house", seed, prepares)
            trial(house, *[rounds for _ in words], say)
    return run


TRIALS = {
    "kill": (kill, 100), "power": (power, 200), "faults": (faults, 1), "steps": (steps, 1),
    "forgetting": (one_house(forgetting, "stride", prepares=False), 1),
    "backup": (one_house(backups, "rounds"), 4),
    "clock": (one_house(clocks), 1), "limits": (one_house(limits), 1),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("trials", nargs="*", choices=[*TRIALS, []], default=list(TRIALS))
    parser.add_argument("--rounds", type=int, help="how many; for steps: the stride between calls")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    chosen = parser.parse_args()
    say(f"seed {chosen.seed}")
    for name in chosen.trials or list(TRIALS):
        trial, rounds = TRIALS[name]
        trial(chosen.program.resolve(), chosen.rounds or rounds, chosen.seed)
    say("all of it held")


if __name__ == "__main__":
    sys.exit(main())
