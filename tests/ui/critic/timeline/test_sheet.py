"""The timeline as a picture and on paper: every lane on it, light, with the person's words or without them."""

from __future__ import annotations

import subprocess
import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtWidgets import QWidget

from heartjournal.ui.critic.picture import Picture
from heartjournal.ui.critic.timeline import canvas
from heartjournal.ui.critic.timeline.drawing import drawing_of
from heartjournal.ui.printing import Printout, keep_pdf, pdf_of
from heartjournal.ui.printing.preview import Preview
from heartjournal.ui.theme import Mode
from heartjournal.ui.theme.print_look import print_look
from tests.ui.critic.timeline.weeks import lane, show, timeline

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.ui.critic.timeline import TimelineSheet, TimelineView
    from heartjournal.ui.critic.timeline.drawing import LaneDrawing
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme

A4 = QPageSize(QPageSize.PageSizeId.A4)


def words_on(folder: Path, theme: Theme, *printed: Printout | TimelineSheet) -> list[str]:
    """The words of each sheet, read by another program."""
    path = folder / "timeline.pdf"
    keep_pdf(pdf_of(printed, print_look(theme.tokens), paper=A4), path)
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [" ".join(sheet.split()) for sheet in text.split("\f") if sheet.strip()]


@pytest.mark.platform("linux")
def test_every_lane_is_printed_once_and_each_sheet_names_its_months(
    view: TimelineView, theme: Theme, tmp_path: Path
) -> None:
    lanes = [lane(number, {3: 1}, words=f"Phrase number {number}.") for number in range(1, 31)]
    show(view, timeline(*lanes))
    sheets = words_on(tmp_path, theme, view.sheet(title="Inner critic"))
    assert len(sheets) == 3
    assert sheets[0].startswith("Inner critic")
    assert all("June" in sheet and "Nov" in sheet for sheet in sheets)
    whole = " ".join(sheets)
    assert all(whole.count(f"Phrase number {number}.") == 1 for number in range(1, 31))


@pytest.mark.platform("linux")
def test_a_timeline_is_printed_beside_letters(view: TimelineView, theme: Theme, tmp_path: Path) -> None:
    show(view, timeline(lane(1, {3: 1}, reframes={9: "I let one thing slip."})))
    letter = Printout("A letter", "", ("My dear,",))
    first, second = words_on(tmp_path, theme, letter, view.sheet(title="Inner critic"))
    assert first == "A letter My dear, 1"
    assert "I let one thing slip." in second


@pytest.mark.platform("linux")
def test_without_words_nothing_that_a_person_wrote_is_on_paper(
    view: TimelineView, theme: Theme, tmp_path: Path
) -> None:
    show(view, timeline(lane(1, {3: 1}, reframes={9: "I let one thing slip."})))
    sheet = view.sheet(title="Inner critic", with_words=False)
    (printed,) = words_on(tmp_path, theme, sheet)
    assert "people" not in printed + sheet.words
    assert "slip" not in printed + sheet.words


def test_the_print_pane_shows_its_first_sheet_and_says_its_words(
    view: TimelineView, theme: Theme, qtbot: QtBot
) -> None:
    show(view, timeline(lane(1, {3: 2})))
    preview = Preview(theme, print_look(theme.tokens))
    qtbot.addWidget(preview)
    preview.resize(500, 700)
    preview.show_printouts((view.sheet(title="Inner critic"),))
    assert preview.count == 1
    assert preview.accessibleDescription().splitlines() == [
        "Inner critic",
        "I always let people down, twice, last on Wednesday 10 June",
    ]
    image = preview.grab().toImage()
    fog = theme.color("criticMark").rgb()
    assert any(image.pixelColor(x, y).rgb() == fog for x in range(image.width()) for y in range(image.height()))


def test_a_picture_holds_every_lane_and_is_light_whatever_the_window_wears(view: TimelineView, theme: Theme) -> None:
    paper, fog = theme.color("paper"), theme.color("criticMark")
    show(view, timeline(*(lane(number, {3: 1}) for number in range(1, 21))))
    size = view.picture().size(1240)
    light = view.picture().painted(size)
    theme.set_mode(Mode.DARK)
    theme.set_text_scale(1.75)
    assert view.picture().painted(size) == light
    assert light.pixelColor(2, 2) == paper
    marks = [y for y in range(size.height()) if any(light.pixelColor(x, y) == fog for x in range(350, 500))]
    lines = [y for y, before in zip(marks, [-9, *marks], strict=False) if y > before + 9]
    assert len(lines) == 20


def test_a_picture_without_words_has_none_and_the_marks_still(view: TimelineView, theme: Theme) -> None:
    show(view, timeline(lane(1, {3: 1}, reframes={9: "I let one thing slip."})))
    size = view.picture().size(716)
    with_words, without = view.picture().painted(size), view.picture(with_words=False).painted(size)

    def holds(image: object, role: str) -> bool:
        color = theme.color(role).rgb()
        return any(
            image.pixelColor(x, y).rgb() == color  # type: ignore[attr-defined]  # a QImage
            for x in range(716)
            for y in range(40, size.height())
        )

    assert holds(with_words, "ink")
    assert not holds(without, "ink")
    assert holds(without, "criticMark")


def test_a_picture_of_nothing_is_paper(view: TimelineView, theme: Theme) -> None:
    image = view.picture().painted(QSize(200, 50))
    assert {image.pixelColor(x, y).rgb() for x in range(200) for y in range(50)} == {theme.color("paper").rgb()}


def test_a_sheet_says_no_private_word_in_its_repr(view: TimelineView) -> None:
    show(view, timeline(lane(1, {3: 1})))
    assert "people" not in repr(view.sheet(title="Inner critic"))
    assert "people" not in repr(view.lanes.canvas.drawing(0))


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The threads on which lanes are worked out, one for each lane."""
    threads: list[int] = []

    def noted(*given: Any) -> LaneDrawing:
        threads.append(threading.get_ident())
        return drawing_of(*given)

    monkeypatch.setattr(canvas, "drawing_of", noted)
    return threads


def test_a_picture_is_painted_off_the_thread_of_the_window_and_holds_every_lane(
    surroundings: Surroundings, view: TimelineView, qtbot: QtBot, tmp_path: Path, worked_out: list[int]
) -> None:
    show(view, timeline(*(lane(number, {3: 1}) for number in range(1, 41))))
    view.lanes.viewport().grab()
    here = threading.get_ident()
    assert here in worked_out, "what is on the screen is"
    view.hide()
    worked_out.clear()
    room = QWidget()
    qtbot.addWidget(room)
    keeping = Picture(surroundings, view, parent=room)
    with qtbot.waitSignal(keeping.told):
        keeping.save_to(tmp_path / "timeline.png")
    assert len(worked_out) == 40
    assert here not in worked_out
    saved = QImage(str(tmp_path / "timeline.png"))
    assert saved == view.picture().painted(view.picture().size(saved.width()))


def test_to_offer_many_lanes_for_printing_only_those_of_the_first_sheet_are_worked_out(
    view: TimelineView, theme: Theme, qtbot: QtBot, worked_out: list[int]
) -> None:
    show(view, timeline(*(lane(number, {3: 1}) for number in range(1, 101))))
    preview = Preview(theme, print_look(theme.tokens))
    qtbot.addWidget(preview)
    preview.resize(500, 700)
    view.lanes.viewport().grab()
    worked_out.clear()
    preview.show_printouts((view.sheet(title="Inner critic"),))
    assert preview.count > 3
    preview.grab()
    assert 0 < len(worked_out) < 100 / 3
