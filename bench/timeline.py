"""The timeline of ten years: how long a frame of it takes, and how long it is from what was read to what is seen."""

from __future__ import annotations

import os
import random
import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from bench.corpus import PASSPHRASE, StandingClock, vocabulary
from bench.measure import Row, middle, percentile
from heartjournal.critic.own_phrases import own_key
from heartjournal.journal import LEAST_COST, create_journal, open_journal
from heartjournal.model.clock import Moment
from heartjournal.model.entry import Draft, Section
from heartjournal.model.identity import natural_identity
from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport
from heartjournal.model.phrase import Phrase, Reframe
from heartjournal.model.timeline import Axis, DayCount, Lane, Timeline, Unit, axis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from heartjournal.journal import Journal
    from heartjournal.ui.critic.timeline import TimelineView
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme

UNTIL: Final = date(2026, 11, 12)
_DAYS: Final = 3652
_LANES: Final = 12
_MANY: Final = 300
_MARKS: Final = 10_000
_ROUNDS: Final = 200
_OPENINGS: Final = 7
_SCROLLED: Final = 7
_PAGES: Final = 1_000
_PHRASES_A_PAGE: Final = 10


def rows(folder: Path) -> tuple[Row, ...]:
    """Twelve lanes of ten years, 10,000 marks of a day each, in a window of its own size; and the opening of it.

    And the opening of three hundred lanes of ten years from what a journal keeps, with the reading.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application, theme = _dressed()
    days, months, many = _seen(_LANES, Unit.DAY), _seen(_LANES, None), _seen(_MANY, None)
    by_day, by_month, of_many = (_view(theme, timeline, over) for timeline, over in (days, months, many))
    floor_widget = _floor(theme, by_day, days)
    frames: dict[str, list[float]] = {"floor": [], "days": [], "months": [], "many": []}
    for number in range(_ROUNDS + 10):
        taken = {
            "floor": _seconds(floor_widget.repaint),
            "days": _seconds(by_day.lanes.viewport().repaint),
            "months": _seconds(by_month.lanes.viewport().repaint),
            "many": _panned(of_many, number),
        }
        for name, seconds in taken.items():
            if number >= 10:
                frames[name].append(seconds)
    opening = [_opened(theme, *months) for _ in range(_OPENINGS)]
    _make_journal(folder / "journal")
    journal = open_journal(folder / "journal", PASSPHRASE, clock=StandingClock())
    from_journal = [_read_and_opened(theme, journal) for _ in range(_OPENINGS)]
    journal.close()
    floor = percentile(frames["floor"], 95)
    return (
        Row("timeline, 10 years, 10,000 marks, frame p95", floor, percentile(frames["days"], 95), 3.0),
        Row("timeline, the same by month, frame p95", floor, percentile(frames["months"], 95), 3.0),
        Row("timeline, 300 lanes, panning p95", floor, percentile(frames["many"], 95), 3.0),
        Row("timeline, opening to painted, against 100 ms", 100.0, middle(opening), 1.0, "already read"),
        _row_of_reading(from_journal),
    )


def _dressed() -> tuple[QApplication, Theme]:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  the other measures need no window

    from heartjournal.resources.theme import theme_tokens  # noqa: PLC0415  see above
    from heartjournal.ui.theme import Mode, Theme  # noqa: PLC0415  see above
    from heartjournal.ui.theme.theme import STYLE_ARGUMENTS  # noqa: PLC0415  see above

    application = QApplication(["bench", *STYLE_ARGUMENTS])
    theme = Theme(theme_tokens(), mode=Mode.LIGHT, reduced_motion=True)
    theme.dress(application)
    return application, theme


def _seen(lanes: int, unit: Unit | None) -> tuple[Timeline, Axis]:
    """Lanes that share the marks, each of a day and count of its own; and the axis they are shown on."""
    chance = random.Random(4)  # noqa: S311  the same marks in every run
    since = UNTIL - timedelta(days=_DAYS - 1)
    each = _MARKS // lanes
    made = tuple(_lane(chance, number, each, since) for number in range(lanes))
    pages = tuple(DayCount(since + timedelta(days=day), 1) for day in range(_DAYS) if chance.random() < 0.8)
    return Timeline(since, UNTIL, made, pages), axis(since, UNTIL, unit=unit)


def _lane(chance: random.Random, number: int, marks: int, since: date) -> Lane:
    days = sorted(chance.sample(range(_DAYS), marks))
    counts = tuple(DayCount(since + timedelta(days=day), chance.choice((1, 1, 1, 2, 3))) for day in days)
    phrase = Phrase(UUID(int=number + 1), since, f"I always let people down, in the way of number {number}")
    reframes = (Reframe(UUID(int=1000 + number), since + timedelta(days=1500), "I let one thing slip."),)
    answers = tuple(DayCount(since + timedelta(days=day + 1), 1) for day in days[:-1:40])
    return Lane(phrase, marks, counts[0].day, counts[-1].day, counts, answers=answers, reframes=reframes)


def _view(theme: Theme, timeline: Timeline, over: Axis) -> TimelineView:
    from heartjournal.ui.critic.timeline import TimelineView  # noqa: PLC0415  the other measures need no window

    view = TimelineView(_surroundings(theme))
    view.resize(view.sizeHint().width() + 150, 980)
    view.show_timeline(timeline, axis=over, today=UNTIL)
    _show(view)
    return view


def _surroundings(theme: Theme) -> Surroundings:
    from heartjournal.model.clock import SystemClock  # noqa: PLC0415  see above
    from heartjournal.preferences import Preferences  # noqa: PLC0415  see above
    from heartjournal.ui.preference_store import PreferenceStore  # noqa: PLC0415  see above
    from heartjournal.ui.surroundings import Surroundings  # noqa: PLC0415  see above
    from heartjournal.ui.tasks import Tasks  # noqa: PLC0415  see above

    store = PreferenceStore(Preferences(), save=lambda _preferences: None)
    return Surroundings(theme=theme, tasks=Tasks(), clock=SystemClock(), preferences=store)


def _show(widget: QWidget) -> None:
    """Show it and return when its first frame is painted: nothing is painted again before that."""
    from PySide6.QtTest import QTest  # noqa: PLC0415  the other measures need no window

    widget.show()
    QTest.qWaitForWindowExposed(widget)


def _floor(theme: Theme, view: TimelineView, seen: tuple[Timeline, Axis]) -> QWidget:
    """A bare widget that paints the same marks as rectangles, one list a lane, in the place of ours."""
    from PySide6.QtCore import QRectF, Qt  # noqa: PLC0415  the other measures need no window
    from PySide6.QtGui import QPainter, QPaintEvent  # noqa: PLC0415  see above
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415  see above

    from heartjournal.ui.critic.timeline.scale import TimeScale  # noqa: PLC0415  see above

    (timeline, over), canvas = seen, view.lanes.canvas
    mark, paper = theme.color("criticMark"), theme.color("paper")
    scale = TimeScale(over, canvas.column, canvas.width)
    size = canvas.look.radius(1, step=scale.step)
    boxes = [
        [QRectF(scale.start_of(each.day) - size, top - size, 2 * size, 2 * size) for each in lane.marks]
        for lane, top in zip(timeline.lanes, range(36, 36 + 72 * len(timeline.lanes), 72), strict=True)
    ]

    class Floor(QWidget):
        """Fill, and one call a lane."""

        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), paper)
            painter.setBrush(mark)
            painter.setPen(Qt.PenStyle.NoPen)
            for lane in boxes:
                painter.drawRects(lane)

    floor = Floor()
    floor.resize(view.lanes.viewport().size())
    _show(floor)
    return floor


def _panned(view: TimelineView, number: int) -> float:
    """A frame after the lanes were moved, further each time and back at the end."""
    bar = view.lanes.verticalScrollBar()

    def pan() -> None:
        bar.setValue(number * _SCROLLED * 10 % max(1, bar.maximum()))
        view.lanes.viewport().repaint()

    return _seconds(pan)


def _opened(theme: Theme, timeline: Timeline, over: Axis) -> float:
    """From a timeline that was read to the first frame of it."""
    made: list[TimelineView] = []

    def open_it() -> None:
        made.append(_view(theme, timeline, over))

    taken = _seconds(open_it)
    made[0].close()
    made[0].deleteLater()
    return taken


def _make_journal(folder: Path) -> None:
    """Ten years of pages with three hundred kept phrases in them, ten in each page, all of them heard."""
    create_journal(folder, PASSPHRASE, clock=StandingClock(), cost=LEAST_COST)
    journal = open_journal(folder, PASSPHRASE, clock=StandingClock())
    words = vocabulary()
    phrases = tuple(" ".join(words[number :: len(words) // 4][:4]) for number in range(_MANY))
    for phrase in phrases:
        journal.phrases.keep(phrase, key=own_key(phrase))
    lines = tuple(ImportLine("", ImportOutcome.NEW, draft=page) for page in _pages(phrases))
    journal.imports.bring_in(ImportReport(lines))
    for _ in journal.critic.catch_up():
        pass
    journal.close()


def _pages(phrases: tuple[str, ...]) -> Iterator[Draft]:
    chance = random.Random(4)  # noqa: S311  the same pages in every run
    for number in range(_PAGES):
        day = UNTIL - timedelta(days=number * _DAYS // _PAGES)
        written = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
        text = " ".join(f"{phrase}. The kettle was on." for phrase in chance.sample(phrases, _PHRASES_A_PAGE))
        section = Section(natural_identity("bench timeline section", str(number)), text)
        identity = natural_identity("bench timeline page", str(number))
        yield Draft(identity, day, (section,), happened_at=Moment(written, "Europe/London"))


def _read_and_opened(theme: Theme, journal: Journal) -> tuple[float, float, int, int]:
    """What reading takes, and what comes after it up to the first frame; how many lanes and marks were read."""
    first = journal.critic.first_day() or UNTIL
    read: list[Timeline] = []
    reading = _seconds(lambda: read.append(journal.critic.timeline(first, UNTIL)))
    lanes = read[0].lanes
    return reading, _opened(theme, read[0], axis(first, UNTIL)), len(lanes), sum(len(lane.marks) for lane in lanes)


def _row_of_reading(openings: list[tuple[float, float, int, int]]) -> Row:
    reading, (_, _, lanes, marks) = middle([opening[0] for opening in openings]), openings[0]
    whole = middle([opening[0] + opening[1] for opening in openings])
    note = f"{lanes} lanes, {marks:,} marks; of it {reading:.0f} ms in the worker, beside the window"
    return Row("timeline, read from a journal to painted", 100.0, whole, 1.0, note)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
