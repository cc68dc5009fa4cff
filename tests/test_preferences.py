"""One plain file: lenient when read, atomic when written."""

import errno
import os
import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal import preferences
from heartjournal.model.problems import CannotWrite, DiskFull
from heartjournal.preferences import Preferences, load, save

SOME = Preferences(
    theme="dark",
    text_scale=1.25,
    language="pt-BR",
    window_width=900,
    window_height=600,
    journal_folder=Path("/home/Zoë/“my” \\ journal\n😀"),
)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "new" / "preferences.toml"
    save(file, SOME)
    assert load(file) == SOME
    save(file, Preferences())
    assert load(file) == Preferences()


def test_only_the_owner_may_read_the_file_and_nothing_else_is_left(tmp_path: Path) -> None:
    file = tmp_path / "preferences.toml"
    save(file, SOME)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["preferences.toml"]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_folder_name_survives_the_file(name: str) -> None:
    folder = Path("/") / name
    text = preferences._toml(Preferences(journal_folder=folder))
    assert tomllib.loads(text)["journal_folder"] == str(folder)


def test_a_folder_that_no_text_can_name_is_not_kept(tmp_path: Path) -> None:
    save(tmp_path / "p.toml", Preferences(theme="light", journal_folder=Path("/a\udcff")))
    assert load(tmp_path / "p.toml") == Preferences(theme="light")


def test_without_a_file_everything_is_as_usual_and_nothing_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    assert load(tmp_path / "none.toml", note=said.append) == Preferences()
    assert said == []


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe", b"[[[", b"a" * 70_000, b"a = " + b"[" * 20_000])
def test_a_bad_file_gives_the_usual_settings_and_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "preferences.toml"
    file.write_bytes(content)
    said: list[str] = []
    assert load(file, note=said.append) == Preferences()
    assert len(said) == 1
    assert load(file) == Preferences()
    assert file.read_bytes() == content


def test_a_folder_in_the_file_s_place_is_a_bad_file(tmp_path: Path) -> None:
    assert load(tmp_path) == Preferences()


def test_a_bad_value_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_text(
        'theme = "pink"\ntext_scale = 1.5\nwindow_width = true\nwindow_height = 700\nsurprise = "kept out"\n'
    )
    assert load(file) == Preferences(text_scale=1.5, window_height=700)


@pytest.mark.parametrize(
    "line",
    [
        "text_scale = nan",
        "text_scale = inf",
        "text_scale = true",
        'text_scale = "1"',
        "text_scale = 9",
        "window_width = 1.5",
        "window_width = -1",
        "window_width = 99999",
        'journal_folder = "relative"',
        'journal_folder = "/a\\u0000b"',
        "journal_folder = 3",
        'language = "../../etc"',
        "language = 1",
        f'language = "{"a" * 40}"',
        "theme = []",
    ],
)
def test_values_of_the_wrong_kind_or_size_are_the_usual_ones(tmp_path: Path, line: str) -> None:
    file = tmp_path / "p.toml"
    file.write_text(line)
    assert load(file) == Preferences()


@pytest.mark.parametrize(("number", "problem"), [(errno.ENOSPC, DiskFull), (errno.EROFS, CannotWrite)])
def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, problem: type[Exception]
) -> None:
    file = tmp_path / "p.toml"
    save(file, SOME)

    def refuse(_descriptor: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(problem):
        save(file, Preferences())
    assert load(file) == SOME
    assert [path.name for path in tmp_path.iterdir()] == ["p.toml"]
