"""`./dev` among stand-ins: what it asks of the system, in which words, what it starts. Nothing is installed here."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
TOOLS = ("sh", "cat", "dirname", "env", "find", "grep", "head", "mkdir", "printf", "tail", "tr")

# Answers for Python: says what the file `lacks` holds when asked for packages, and writes down what it is started with.
PYTHON = """#!/bin/sh
case "$*" in
    *"ground.py ready"*) [ ! -s "$STAGE/lacks" ] ;;
    *"ground.py debs"*) cat "$STAGE/lacks" ;;
    *version_info*) ;;
    *) echo "$*" >>"$STAGE/started"; echo "${PYTHONPATH-unset} ${QT_QPA_PLATFORM-unset}" >>"$STAGE/surroundings" ;;
esac
"""
APT = """#!/bin/sh
echo "$*" >>"$STAGE/apt"
case "$*" in *install*) : >"$STAGE/lacks" ;; esac
"""


@dataclass(frozen=True)
class Answer:
    code: int
    said: str


class Stage:
    """A copy of `dev` with a search path and a Python of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._programs = folder / "programs"
        (folder / ".venv/bin").mkdir(parents=True)
        self._programs.mkdir()
        shutil.copy(CHECKOUT / "dev", folder / "dev")
        for tool in TOOLS:
            found = shutil.which(tool)
            if found:
                (self._programs / tool).symlink_to(found)
        self._program(folder / ".venv/bin/python", PYTHON)
        self._program(self._programs / "python3", PYTHON)
        self._program(self._programs / "apt-get", APT)
        self.is_user(1000)
        self.is_system("Linux")
        self.lacks("")

    def lacks(self, packages: str) -> None:
        (self._folder / "lacks").write_text(packages)

    def is_user(self, number: int) -> None:
        self._program(self._programs / "id", f"#!/bin/sh\necho {number}\n")

    def is_system(self, name: str) -> None:
        self._program(self._programs / "uname", f"#!/bin/sh\necho {name}\n")

    def run(self, *arguments: str, **environment: str) -> Answer:
        done = subprocess.run(
            ["sh", str(self._folder / "dev"), *arguments],
            env={"PATH": str(self._programs), "STAGE": str(self._folder), **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return Answer(done.returncode, done.stdout + done.stderr)

    def noted(self, what: str) -> list[str]:
        """The lines a stand-in wrote down under the name `what`."""
        notes = self._folder / what
        return notes.read_text().splitlines() if notes.exists() else []

    @staticmethod
    def _program(path: Path, text: str) -> None:
        path.write_text(text)
        path.chmod(0o755)


pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [
        ["new"],
        ["list", "--json"],
        ["--journal", "/a/journal", "search", "tired"],
        ["--journal=/a/journal", "--passphrase-fd", "3", "add", "-"],
        ["show", "0190"],
        ["import", "pages"],
        ["--version"],
        ["--help"],
        ["--no-such-option"],
        ["--passphrase-fd", "3"],
    ],
    ids=" ".join,
)
def test_a_verb_of_the_command_line_needs_no_display(stage: Stage, arguments: list[str]) -> None:
    assert stage.run("run", *arguments) == Answer(0, "")
    assert stage.noted("started") == [f"-P -m heartjournal {' '.join(arguments)}"]


@pytest.mark.parametrize("arguments", [[], ["--demo"], ["--journal", "/a/journal"]], ids=" ".join)
def test_the_window_without_a_display_becomes_the_tour(stage: Stage, arguments: list[str]) -> None:
    answer = stage.run("run", *arguments)
    sentence, pictures = answer.said.splitlines()
    assert answer.code == 0
    assert sentence.startswith("There is no display here")
    assert pictures.endswith("/build/tour")
    assert stage.noted("started") == ["-m tests.tour"]
    assert stage.noted("surroundings") == ["unset offscreen"]


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_the_window_opens_where_there_is_a_display(stage: Stage, display: str) -> None:
    assert stage.run("run", "--demo", **{display: "any"}) == Answer(0, "")
    assert stage.noted("started") == ["-P -m heartjournal --demo"]


def test_a_mac_always_has_a_display(stage: Stage) -> None:
    stage.is_system("Darwin")
    stage.run("run")
    assert stage.noted("started") == ["-P -m heartjournal"]


def test_what_leaks_in_from_outside_is_dropped(stage: Stage) -> None:
    stage.run("run", "list", PYTHONPATH="/elsewhere", PYTHONHOME="/elsewhere")
    assert stage.noted("surroundings") == ["unset unset"]


def test_a_person_without_root_gets_one_line_to_type(stage: Stage) -> None:
    stage.lacks("libgl1\nstrace")
    answer = stage.run("test")
    lines = [line for line in answer.said.splitlines() if "sudo" in line]
    assert answer.code == 1
    assert len(lines) == 1
    assert lines[0].endswith("sudo apt-get install --no-install-recommends libgl1 strace")
    assert stage.noted("apt") == stage.noted("started") == []


def test_root_gets_the_packages_installed_after_the_lists(stage: Stage) -> None:
    stage.is_user(0)
    stage.lacks("libgl1\nstrace")
    assert stage.run("test", "-q").code == 0
    assert stage.noted("apt") == ["update -qq", "install -y -qq --no-install-recommends libgl1 strace"]
    assert stage.noted("started") == ["-m pytest -q"]


def test_the_whole_suite_reports_branches_and_a_part_of_it_does_not(stage: Stage) -> None:
    stage.run("test")
    stage.run("test", "--long")
    stage.run("test", "tests/model")
    assert stage.noted("started") == [
        "-m pytest -n auto --dist worksteal --cov --cov-report=term:skip-covered",
        "-m pytest -n auto --dist worksteal --cov --cov-report=term:skip-covered --long",
        "-m pytest tests/model",
    ]


def test_an_unknown_verb_shows_how_to_ask(stage: Stage) -> None:
    answer = stage.run("fly")
    assert answer.code == 2
    assert "./dev run" in answer.said


def test_help_is_the_answer_to_nothing(stage: Stage) -> None:
    assert "./dev test" in stage.run().said
    assert stage.run("help").code == 0
