"""The preferences in the window: a change holds at once, is written once, and says so when it cannot be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartjournal import preferences
from heartjournal.model.problems import CannotWrite, KnownProblem
from heartjournal.preferences import Preferences
from heartjournal.ui.preference_store import PreferenceStore

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_a_change_is_in_the_file_before_anybody_hears_of_it(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "preferences.toml"
    store = PreferenceStore(Preferences(), save=lambda present: preferences.save(file, present))
    heard: list[Preferences] = []
    store.changed.connect(lambda: heard.append(preferences.load(file)))
    store.change(theme="dark", text_scale=1.3)
    assert heard == [Preferences(theme="dark", text_scale=1.3)]
    assert store.present == heard[0]


def test_an_unchanged_value_writes_nothing_and_tells_nobody(qtbot: QtBot) -> None:
    written: list[Preferences] = []
    store = PreferenceStore(Preferences(theme="dark"), save=written.append)
    with qtbot.assertNotEmitted(store.changed):
        store.change(theme="dark")
    assert written == []


def test_a_change_that_cannot_be_written_holds_until_the_end_and_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a file").touch()
    file = tmp_path / "a file" / "preferences.toml"
    store = PreferenceStore(Preferences(), save=lambda present: preferences.save(file, present))
    told: list[KnownProblem] = []
    store.troubled.connect(told.append)
    with qtbot.waitSignal(store.changed):
        store.change(text_scale=1.5)
    assert store.present.text_scale == 1.5
    (problem,) = told
    assert isinstance(problem, CannotWrite)


def test_a_field_there_is_none_of_is_a_mistake_of_ours(qtbot: QtBot) -> None:
    store = PreferenceStore(Preferences(), save=lambda _present: None)
    with pytest.raises(TypeError):
        store.change(password="never")
