"""`fjorten explain` and `fjorten standard` as a shell meets them: what stands where, and the exit code."""

import json
import subprocess

import pytest

ENQUIRY = {"on": "2024-02-16", "type": "enquiry", "wish": "treatment", "channel": "phone"}
HISTORY = {"format": "fjorten-case-history/1", "events": [ENQUIRY]}
SHIPPED = ["naestved", "vordingborg-2024", "halsnaes-2023", "lyngby-2024", "kl-2009", "glostrup"]


@pytest.fixture
def fjorten(program, tmp_path):
    (tmp_path / "history.json").write_text(json.dumps(HISTORY))
    (tmp_path / "broken.json").write_text('{"id": 3}')

    def run(*arguments, text=""):
        return subprocess.run(
            [program, *arguments], input=text, capture_output=True, text=True, cwd=tmp_path, timeout=60
        )

    return run


def test_a_verdict_is_printed_for_a_file_and_for_standard_input(fjorten):
    asked = ["explain", "--standard", "lyngby-2024", "--on", "2024-03-05"]
    answers = [
        fjorten(*asked, "history.json"),
        fjorten(*asked, "-", text=json.dumps(HISTORY)),
        fjorten(*asked, text=json.dumps(HISTORY)),
    ]
    for answer in answers:
        assert (answer.returncode, answer.stderr) == (0, "")
        assert json.loads(answer.stdout)["guarantee"][0]["status"] == "overdue"


@pytest.mark.parametrize(
    "arguments, code, words",
    [
        (["--on", "2024-03-05", "history.json"], 64, "--standard"),
        (["--standard", "lyngby-2024", "--on", "2023-02-29", "history.json"], 64, "--on"),
        (["--standard", "lyngby-2024", "--colour", "red"], 64, "--colour"),
        (["--standard", "lyngby-2024", "one.json", "two.json"], 64, "two.json"),
        (["--standard", "lyngby-2024", "none.json"], 66, "none.json cannot be read"),
        (["--standard", "lyngby-2024", "."], 66, "cannot be read"),
        (["--standard", "lyngby-2024", "/dev/zero"], 66, "/dev/zero is larger than 64 MB"),
        (["--standard", "/dev/zero", "history.json"], 66, "/dev/zero is larger than 64 MB"),
        (["--standard", "broken.json", "history.json"], 65, "standard.id: "),
        (["--standard", "lyngby-2024", "broken.json"], 65, "events: missing key"),
    ],
)
def test_what_is_wrong_is_said_on_standard_error_alone(fjorten, arguments, code, words):
    answer = fjorten("explain", *arguments)
    assert answer.returncode == code
    assert answer.stdout == ""
    assert words in answer.stderr


def test_an_unknown_standard_is_answered_with_the_known_ones(fjorten):
    for command in (["explain", "--standard"], ["standard", "show"], ["standard", "check"]):
        answer = fjorten(*command, "lyngby-2042")
        assert (answer.returncode, answer.stdout) == (66, "")
        assert all(known in answer.stderr for known in SHIPPED)


def test_a_verdict_that_could_not_be_written_is_no_success(program):
    with open("/dev/full", "w") as full:
        answer = subprocess.run(
            [program, "explain", "--standard", "naestved"], input=json.dumps(HISTORY).encode(),
            stdout=full, stderr=subprocess.PIPE, timeout=60,
        )
    assert answer.returncode == 74
    assert answer.stderr == b"fjorten: standard output cannot be written\n"


@pytest.mark.parametrize("standard", SHIPPED)
def test_a_copy_under_another_name_is_loaded_without_rebuilding(fjorten, tmp_path, standard):
    shown = fjorten("standard", "show", standard)
    assert shown.returncode == 0
    (tmp_path / "my.json").write_text(shown.stdout.replace(f'"id": "{standard}"', '"id": "my-own"'))
    asked = ["--on", "2024-03-05", "history.json"]
    shipped = fjorten("explain", "--standard", standard, *asked).stdout
    assert fjorten("explain", "--standard", "my.json", *asked).stdout == shipped.replace(standard, "my-own")


def test_a_comparison_says_which_side_is_which_and_shows_changed_words(fjorten, tmp_path):
    shown = fjorten("standard", "show", "lyngby-2024").stdout
    (tmp_path / "my.json").write_text(
        shown.replace('"version": 1', '"version": 2')
        .replace("Alle borgere fra 15 år", "Alle fra 15 år")
        .replace('"returnWindowMonths": { "value": 12', '"returnWindowMonths": { "value": 6')
    )
    answer = fjorten("standard", "diff", "lyngby-2024", "my.json")
    assert (answer.returncode, answer.stderr) == (1, "")
    assert answer.stdout.splitlines() == [
        "\tlyngby-2024, version 1\tmy.json: lyngby-2024, version 2",
        'target.minAge.quote\t"Alle borgere fra 15 år"\t"Alle fra 15 år"',
        "discharge.returnWindowMonths\t12\t6",
    ]
    same = fjorten("standard", "diff", "lyngby-2024", "lyngby-2024")
    assert (same.returncode, same.stdout, same.stderr) == (0, "", "")


def test_a_check_names_what_a_file_leaves_out(fjorten, tmp_path):
    shown = json.loads(fjorten("standard", "show", "lyngby-2024").stdout)
    del shown["version"], shown["grants"], shown["plan"]["reviewMaxMonths"]["mark"]
    (tmp_path / "my.json").write_text(json.dumps(shown))
    answer = fjorten("standard", "check", "my.json", "--on", "2025-05-01")
    assert (answer.returncode, answer.stderr) == (1, "")
    named = [line.split(":")[0] for line in answer.stdout.splitlines() if line.endswith("(incomplete)")]
    assert named == ["standard.version", "standard.plan.reviewMaxMonths", "standard.grants"]
