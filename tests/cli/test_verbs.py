"""The commands, each on a real encrypted journal."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartjournal import paths
from heartjournal.journal import open_journal
from heartjournal.preferences import Preferences, save
from tests.cli.terminal import PASSPHRASE, Terminal
from tests.clock import FixedClock

DIARY = Path(__file__).parents[1] / "data" / "diaries" / "maclane-1901"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def test_a_journal_is_made_and_used(empty_terminal: Terminal) -> None:
    made = empty_terminal.type("new")
    assert (made.code, made.text) == (0, f"Your journal is in {empty_terminal.folder}\n")
    assert len(empty_terminal.asked) == 2
    added = empty_terminal.type("add", typed_in=b"Hello\n")
    assert re.fullmatch(UUID + "\n", added.text)
    assert empty_terminal.type("show", added.text.strip()).output == b"Hello\n"


def test_a_journal_made_by_a_script_says_where_it_is(empty_terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "passphrase").write_bytes(f"{PASSPHRASE}\n".encode())
    with (tmp_path / "passphrase").open("rb") as file:
        made = empty_terminal.type("--passphrase-fd", str(file.fileno()), "new", "--json")
    assert json.loads(made.text) == {"journal": str(empty_terminal.folder)}
    assert empty_terminal.asked == []
    assert empty_terminal.type("list").code == 0


def test_a_second_journal_is_never_made_over_the_first(terminal: Terminal) -> None:
    before = {path: path.read_bytes() for path in terminal.folder.iterdir()}
    said = terminal.type("new")
    assert (said.code, said.output) == (1, b"")
    assert "already" in said.errors
    assert terminal.asked == []
    assert {path: path.read_bytes() for path in terminal.folder.iterdir()} == before


@pytest.mark.parametrize(("answers", "word"), [(("a", "b"), "differ"), (("", ""), "empty")])
def test_a_passphrase_that_was_not_meant_makes_no_journal(
    empty_terminal: Terminal, answers: tuple[str, str], word: str
) -> None:
    empty_terminal.answers = answers
    said = empty_terminal.type("new")
    assert said.code == 1
    assert word in said.errors
    assert not empty_terminal.folder.exists()


@pytest.mark.parametrize(
    "command", [("add",), ("import", str(DIARY)), ("list",), ("search", "a"), ("show", "01234567")]
)
def test_without_a_journal_no_passphrase_is_asked_for(empty_terminal: Terminal, command: tuple[str, ...]) -> None:
    said = empty_terminal.type(*command, typed_in=b"Hello")
    assert said.code == 1
    assert "no journal" in said.errors
    assert empty_terminal.asked == []
    assert not empty_terminal.folder.exists()


def test_a_wrong_passphrase_gets_the_calm_message(terminal: Terminal) -> None:
    terminal.answers = ("something else",)
    said = terminal.type("list")
    assert (said.code, said.output) == (1, b"")
    assert "isn't the passphrase" in said.errors


def test_a_journal_open_in_the_window_is_left_alone(terminal: Terminal, clock: FixedClock) -> None:
    journal = open_journal(terminal.folder, PASSPHRASE, clock=clock)
    try:
        said = terminal.type("list")
    finally:
        journal.close()
    assert said.code == 1
    assert said.errors == "The journal is open in the window; lock it first.\n"
    assert terminal.type("list").code == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
@given(st.text().filter(str.strip))
def test_a_text_goes_in_and_comes_out_byte_for_byte(terminal: Terminal, text: str) -> None:
    added = terminal.type("add", typed_in=text.encode()).text.strip()
    assert terminal.type("show", added).output == text.encode()
    (section,) = json.loads(terminal.type("show", "--json", added).text)["sections"]
    assert section["body"] == text


def test_a_file_is_added_to_the_byte(terminal: Terminal, tmp_path: Path) -> None:
    raw = "\ufeff\u00a0 e\u0301 👩‍👧\r\n\t\u2028\n\n".encode() + b"\0x"
    (tmp_path / "page").write_bytes(raw)
    added = terminal.type("add", str(tmp_path / "page")).text.strip()
    assert terminal.type("show", added).output == raw


def test_a_page_is_of_now_unless_a_date_is_named(terminal: Terminal, clock: FixedClock) -> None:
    clock.set("2026-11-13 01:30")
    now = json.loads(terminal.type("add", "--json", typed_in=b"a").text)
    assert now["day"] == "2026-11-12"
    assert json.loads(terminal.type("show", "--json", now["id"]).text)["happened_at"] == "2026-11-13T01:30:00+00:00"
    day = json.loads(terminal.type("add", "--json", "--date", "2020-02-29", typed_in=b"a").text)
    assert json.loads(terminal.type("show", "--json", day["id"]).text)["happened_at"] is None
    moment = json.loads(terminal.type("add", "--json", "--date", "2026-07-01T21:40+02:00", typed_in=b"a").text)
    shown = json.loads(terminal.type("show", "--json", moment["id"]).text)
    assert (shown["day"], shown["happened_at"], shown["zone"]) == ("2026-07-01", "2026-07-01T21:40:00+02:00", "+02:00")


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "12.11.2026"])
def test_a_date_that_is_none_is_not_understood(terminal: Terminal, day: str) -> None:
    said = terminal.type("add", "--date", day, typed_in=b"a")
    assert (said.code, said.output) == (2, b"")
    assert "--date" in said.errors
    assert terminal.type("list").output == b""


@pytest.mark.parametrize(
    ("typed_in", "word"),
    [(b"", "empty"), (b" \n", "empty"), (b"\xff", "UTF-8"), (b"a" * (5 * 1024 * 1024 + 1), "5 MB")],
)
def test_a_text_that_cannot_be_a_page_is_refused(terminal: Terminal, typed_in: bytes, word: str) -> None:
    said = terminal.type("add", typed_in=typed_in)
    assert (said.code, said.output) == (1, b"")
    assert word in said.errors
    assert terminal.asked == []


def test_a_file_that_is_not_there_is_said(terminal: Terminal, tmp_path: Path) -> None:
    for missing in (tmp_path / "none", tmp_path):
        said = terminal.type("add", str(missing))
        assert said.code == 1
        assert "cannot be read" in said.errors


def test_a_real_diary_imported_twice_is_there_once(terminal: Terminal) -> None:
    first = terminal.type("import", str(DIARY))
    assert (first.code, first.text) == (0, "brought in\t64\nalready here\t0\nrefused\t0\n")
    second = terminal.type("import", str(DIARY))
    assert (second.code, second.text) == (0, "brought in\t0\nalready here\t64\nrefused\t0\n")
    pages = json.loads(terminal.type("list", "--json").text)["pages"]
    assert len(pages) == 64
    assert [page["day"] for page in pages] == sorted((page["day"] for page in pages), reverse=True)
    shown = terminal.type("show", pages[0]["id"]).output
    assert shown == (DIARY / f"{pages[0]['day']}.md").read_bytes().split(b"---\n\n", 1)[1]


def test_every_page_of_a_real_diary_comes_back_to_the_byte(terminal: Terminal, clock: FixedClock) -> None:
    terminal.type("import", str(DIARY))
    journal = open_journal(terminal.folder, PASSPHRASE, clock=clock)
    try:
        for line in journal.pages.lines():
            (section,) = journal.pages.entry(line.id).sections
            raw = (DIARY / f"{line.day.isoformat()}.md").read_bytes()
            assert section.body.encode() == raw.split(b"---\n\n", 1)[1]
    finally:
        journal.close()


def test_a_refused_file_is_named_and_the_others_come_in(terminal: Terminal, tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    diary.mkdir()
    (diary / "2026-11-12.md").write_text("Hello")
    (diary / "no day\x1b[31m.md").write_text("Hello")
    said = terminal.type("import", str(diary))
    assert (said.code, said.text) == (1, "brought in\t1\nalready here\t0\nrefused\t1\n")
    assert "no day\ufffd[31m.md: It has no date" in said.errors
    files = json.loads(terminal.type("import", "--json", str(diary)).text)["files"]
    assert [(file["outcome"], file["day"]) for file in files] == [("already_here", "2026-11-12"), ("refused", None)]


def test_a_folder_without_pages_and_a_path_to_nothing_are_said(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path, word in ((tmp_path / "empty", "no Markdown file"), (tmp_path / "none", "cannot be read")):
        said = terminal.type("import", str(path))
        assert (said.code, said.output) == (1, b"")
        assert word in said.errors


def test_a_search_finds_beginnings_and_says_where(terminal: Terminal) -> None:
    added = terminal.type("add", typed_in="The café by the river.".encode()).text.strip()
    terminal.type("add", typed_in=b"Something else.")
    said = terminal.type("search", "by", "riv")
    assert said.code == 0
    assert said.text == f"{added}\t2026-11-12\tThe café by the river.\n"
    (hit,) = json.loads(terminal.type("search", "--json", "riv").text)["hits"]
    assert [piece["text"] for piece in hit["snippet"] if piece["hit"]] == ["river"]
    assert terminal.type("search", "nothing").output == b""


@pytest.mark.parametrize("words", ['"', "a OR", "NEAR(", "* -", "body:a", "'; DROP TABLE entry", "\0"])
def test_no_search_words_are_too_strange(terminal: Terminal, words: str) -> None:
    terminal.type("add", typed_in=b"Hello")
    said = terminal.type("search", "--", words)
    assert said.code == 0
    assert said.errors == ""


def test_a_page_cannot_act_on_the_terminal_from_a_list(terminal: Terminal) -> None:
    hostile = "clear \x1b[2J\x9b31m \x07 \u202eback\u2028line\ttab"
    terminal.type("add", typed_in=hostile.encode())
    for command in (("list",), ("search", "clear")):
        line = terminal.type(*command).text
        assert line.endswith("\n")
        assert line.count("\t") == 2
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e]", line)


def test_part_of_an_id_is_enough_when_only_one_page_has_it(terminal: Terminal, clock: FixedClock) -> None:
    added = terminal.type("add", typed_in=b"one").text.strip()
    assert terminal.type("show", added[:8].upper()).output == b"one"
    other = terminal.type("add", typed_in=b"two").text.strip()
    several = terminal.type("show", added[:8])
    assert (several.code, several.output) == (1, b"")
    assert "Several pages" in several.errors
    assert terminal.type("show", other.replace("-", "")).output == b"two"
    assert terminal.type("show", "ffffffff").code == 1
    assert terminal.type("show", "ffffffff-ffff-ffff-ffff-ffffffffffff").code == 1
    for malformed in ("0123456", "page one", "g" * 8, added + "0", ""):
        assert terminal.type("show", malformed).code == 2


def test_a_page_in_the_trash_is_shown_by_its_whole_id(terminal: Terminal, clock: FixedClock) -> None:
    added = json.loads(terminal.type("add", "--json", typed_in=b"gone").text)["id"]
    journal = open_journal(terminal.folder, PASSPHRASE, clock=clock)
    try:
        (line,) = journal.pages.lines()
        journal.pages.trash(line.id)
    finally:
        journal.close()
    assert terminal.type("list").output == b""
    assert terminal.type("show", added[:13]).code == 1
    assert json.loads(terminal.type("show", "--json", added).text)["trashed_at"] is not None


def test_the_journal_chosen_in_the_window_is_the_one_meant(terminal: Terminal) -> None:
    terminal.type("add", typed_in=b"Hello")
    save(paths.preferences_file(), Preferences(journal_folder=terminal.folder))
    try:
        assert b"Hello" in terminal.type_all("list").output
    finally:
        paths.preferences_file().unlink()
    assert "no journal" in terminal.type_all("list").errors
