"""From words to an exit code, and never a traceback."""

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from heartjournal import __version__
from heartjournal.cli import WindowRequest, run, verbs
from heartjournal.cli.streams import Streams, ask_on_terminal
from heartjournal.model.problems import CannotRead
from tests.cli.terminal import PASSPHRASE, Terminal
from tests.clock import FixedClock


def test_no_words_open_the_window(empty_terminal: Terminal) -> None:
    assert empty_terminal.type_all().code == 7
    assert empty_terminal.type().code == 7
    assert empty_terminal.type_all("--demo").code == 7
    assert empty_terminal.windows == [
        WindowRequest(),
        WindowRequest(empty_terminal.folder),
        WindowRequest(demo=True),
    ]


def test_opening_the_window_loads_no_verb() -> None:
    script = (
        "import sys; from heartjournal.cli import run; from heartjournal.model.clock import SystemClock\n"
        "run([], clock=SystemClock(), open_window=lambda _: 0)\n"
        "late = {'argparse', 'json', 'heartjournal.journal', 'heartjournal.exchange', 'markdown', 'platformdirs'}\n"
        "print(sorted(late & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"


def test_the_version_and_help_go_to_the_output(empty_terminal: Terminal) -> None:
    assert empty_terminal.type_all("--version").text == f"heartjournal {__version__}\n"
    for words in (("--help",), ("add", "--help")):
        said = empty_terminal.type_all(*words)
        assert (said.code, said.errors) == (0, "")
        assert said.text.startswith("usage: heartjournal")


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("--nonsense",),
        ("list", "more"),
        ("search",),
        ("search", " "),
        ("show",),
        ("import",),
        ("--journal",),
        ("--journal", "", "list"),
        ("--journal", "a\0b", "list"),
        ("--passphrase-fd", "x", "list"),
        ("--passphrase-fd", "-1", "list"),
        ("--passphrase-fd", "9999999", "list"),
        ("--passphrase-fd", "3"),
        ("--passphrase-fd", "0", "add"),
        ("--passphrase-fd", "0", "add", "-"),
        ("--demo", "list"),
        ("--demo", "--journal", "x"),
        ("--pass", "3", "list"),
        ("list", "--js"),
    ],
)
def test_a_command_that_makes_no_sense_is_answered_with_two(empty_terminal: Terminal, words: tuple[str, ...]) -> None:
    said = empty_terminal.type_all(*words)
    assert (said.code, said.output) == (2, b"")
    assert said.errors.startswith("heartjournal: ")
    assert said.errors.count("\n") == 1
    assert empty_terminal.windows == []


def test_what_was_typed_wrongly_cannot_act_on_the_terminal(empty_terminal: Terminal) -> None:
    assert "\x1b" not in empty_terminal.type_all("\x1b[2J").errors


@pytest.mark.parametrize(
    ("handed", "code"),
    [
        (PASSPHRASE.encode(), 0),
        (PASSPHRASE.encode() + b"\n", 0),
        (PASSPHRASE.encode() + b"\n\n", 1),
        (b" " + PASSPHRASE.encode(), 1),
        (b"", 1),
        (b"\xff\n", 1),
        (b"a" * 70_000, 1),
    ],
)
def test_a_passphrase_is_read_to_the_end_and_loses_one_newline(terminal: Terminal, handed: bytes, code: int) -> None:
    reader, writer = os.pipe()

    def hand_over() -> None:
        with os.fdopen(writer, "wb", buffering=0) as pipe:
            for start in range(0, len(handed), 1000):
                pipe.write(handed[start : start + 1000])

    thread = threading.Thread(target=hand_over)
    thread.start()
    try:
        said = terminal.type("--passphrase-fd", str(reader), "list")
        while os.read(reader, 65536):
            pass
    finally:
        thread.join()
        os.close(reader)
    assert said.code == code
    assert bool(said.errors) == bool(code)
    assert terminal.asked == []


def test_a_descriptor_that_is_not_open_is_said(terminal: Terminal) -> None:
    said = terminal.type("--passphrase-fd", "999", "list")
    assert said.code == 1
    assert "999" in said.errors


def test_an_empty_passphrase_from_a_descriptor_makes_no_journal(empty_terminal: Terminal) -> None:
    with Path(os.devnull).open("rb") as nothing:
        assert empty_terminal.type("--passphrase-fd", str(nothing.fileno()), "new").code == 1
    assert not empty_terminal.folder.exists()


def test_a_mistake_of_ours_shows_no_private_word(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a private word")

    monkeypatch.setattr(verbs, "open_journal", fail)
    said = terminal.type("list")
    assert said.code == 1
    assert "private" not in said.errors
    assert "ZeroDivisionError" in said.errors
    assert said.errors.count("\n") == 1


def test_an_interrupt_ends_quietly(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(verbs, "open_journal", interrupt)
    assert terminal.type("list").code == 130


def test_what_the_window_raises_is_the_window_s_own(clock: FixedClock) -> None:
    def fail(_: WindowRequest) -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(["--demo"], clock=clock, open_window=fail)


def ask(_: str) -> str:
    return PASSPHRASE


def test_a_reader_that_went_away_ends_it_without_a_word(terminal: Terminal, clock: FixedClock) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    errors = io.StringIO()
    with os.fdopen(writer, "wb") as output:
        streams = Streams(io.BytesIO(b"Hello"), output, errors, ask)
        code = run(["--journal", str(terminal.folder), "add"], clock=clock, open_window=lambda _: 0, streams=streams)
    assert (code, errors.getvalue()) == (1, "")
    assert b"Hello" in terminal.type("list").output


@pytest.mark.skipif(sys.platform != "linux", reason="the device that is always full")
def test_an_output_that_is_full_is_said(clock: FixedClock) -> None:
    errors = io.StringIO()
    with Path("/dev/full").open("wb") as full:
        streams = Streams(io.BytesIO(), full, errors, ask)
        assert run(["--version"], clock=clock, open_window=lambda _: 0, streams=streams) == 1
    assert errors.getvalue().count("\n") == 1


def test_without_a_terminal_the_passphrase_cannot_be_asked_for() -> None:
    script = (
        "from heartjournal.cli.streams import ask_on_terminal\n"
        "from heartjournal.model.problems import CannotRead\n"
        "try:\n    ask_on_terminal('? ')\nexcept CannotRead as problem:\n    print(problem)"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        check=True,
    )
    assert "--passphrase-fd" in found.stdout
    assert found.stderr == ""


def test_a_terminal_that_hangs_up_is_a_known_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang_up(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("heartjournal.cli.streams.getpass", hang_up)
    with pytest.raises(CannotRead):
        ask_on_terminal("? ")


def test_closed_standard_streams_are_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    streams = Streams.standard()
    streams.write("nothing")
    streams.tell("nothing")
    assert streams.input.read() == b""
    streams.output.close()
    streams.errors.close()


def test_as_a_process_it_speaks_utf_8_whatever_the_locale(terminal: Terminal) -> None:
    terminal.type("add", typed_in="Zoë 🌙".encode())
    with (terminal.folder.parent / "passphrase").open("w+b") as file:
        file.write(PASSPHRASE.encode() + b"\n")
        file.seek(0)
        found = subprocess.run(
            [
                sys.executable,
                "-m",
                "heartjournal",
                "--journal",
                terminal.folder,
                "--passphrase-fd",
                str(file.fileno()),
                "list",
            ],
            pass_fds=(file.fileno(),),
            env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
            capture_output=True,
            check=False,
        )
    assert found.stderr == b""
    assert found.stdout.endswith("\tZoë 🌙\n".encode())
