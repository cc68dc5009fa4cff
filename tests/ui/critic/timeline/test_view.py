"""The timeline as a person sees and walks it: marks, absence, resting lanes, keyboard, pointer, a mark's detail."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from heartjournal.model.phrase import Occurrence, Quotation
from heartjournal.ui.critic.timeline import PhraseDays, TimelineView
from heartjournal.ui.critic.timeline.detail import Detail
from heartjournal.ui.critic.timeline.rows import Place
from heartjournal.ui.theme import Mode
from tests.ui.critic.timeline.weeks import (
    HALF_YEAR,
    WORDS,
    lane,
    middle_of,
    picture,
    sentence,
    show,
    stop_in,
    timeline,
    week,
)
from tests.ui.sight import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme

Key = Qt.Key


def focus(view: TimelineView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.lanes.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.lanes.hasFocus)


def press(view: TimelineView, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(view.lanes, key)


def hover(view: TimelineView, point: QPoint) -> None:
    ground = view.lanes.viewport()
    at = QPointF(point)
    none = Qt.MouseButton.NoButton
    everywhere = ground.mapToGlobal(at)
    event = QMouseEvent(QMouseEvent.Type.MouseMove, at, everywhere, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(ground, event)


def reach_of(image: QImage, centre: QPoint, color: QColor) -> int:
    """Over how many pixels of a row a colour runs without a gap to the right of a point."""
    return next(step for step in range(60) if image.pixelColor(centre.x() + step, centre.y()) != color)


def line_at(view: TimelineView, number: int, *, row: int = 0) -> QColor:
    """The colour on a lane's line in the middle of a week in which nothing stands."""
    scale = view.lanes.canvas.scale
    assert scale is not None
    x = round(scale.centre(HALF_YEAR.buckets[number])) + 2
    return picture(view).pixelColor(x, round(view.lanes.canvas.middle(row).y()))


def settle(view: TimelineView) -> None:
    layout = view.layout()
    assert layout is not None
    layout.activate()


# what is drawn


def test_a_mark_is_larger_the_more_often_a_phrase_stood_in_a_week(view: TimelineView, theme: Theme) -> None:
    show(view, timeline(lane(marks={2: 1, 8: 2, 14: 3, 20: 9})))
    image, fog = picture(view), theme.color("criticMark")
    reaches = [reach_of(image, middle_of(view, Place(0, stop)), fog) for stop in range(4)]
    assert reaches == sorted(set(reaches))
    assert reaches[0] == pytest.approx(4.5, abs=1.5)
    assert reaches[3] == pytest.approx(10.5, abs=1.5)


def test_a_week_without_a_page_is_a_gap_in_the_line(view: TimelineView, theme: Theme) -> None:
    show(view, timeline(lane(marks={2: 1}), pages={number: 1 for number in range(24) if number != 10}))
    assert line_at(view, 9) == theme.color("hairline")
    assert line_at(view, 10) == theme.color("paper")
    assert line_at(view, 11) == theme.color("hairline")


def test_a_week_with_more_pages_is_not_drawn_harsher(view: TimelineView) -> None:
    show(view, timeline(lane(marks={2: 1, 9: 2}), pages=dict.fromkeys(range(24), 1)))
    few = picture(view)
    show(view, timeline(lane(marks={2: 1, 9: 2}), pages={**dict.fromkeys(range(24), 1), 2: 60, 9: 1}))
    assert picture(view) == few


def test_the_pages_of_each_week_stand_over_the_lanes_where_they_are_wished(view: TimelineView, theme: Theme) -> None:
    show(view, timeline(lane(marks={2: 1}), pages={3: 4, 12: 1}))
    head, below = view.lanes.y(), theme.color("hairline")
    view.set_ground_shown(True)
    settle(view)
    assert view.lanes.y() > head
    scale, image = view.lanes.canvas.scale, view.grab().toImage()
    assert scale is not None

    def height(number: int) -> int:
        x = round(scale.centre(HALF_YEAR.buckets[number])) + 1
        return sum(image.pixelColor(x, view.lanes.y() - 1 - up) == below for up in range(20))

    assert height(3) > 2 * height(12) > 0
    assert height(6) == 0
    view.set_ground_shown(False)
    settle(view)
    assert view.lanes.y() == head


def test_every_colour_is_one_of_the_theme_or_the_soft_edge_between_two(view: TimelineView, theme: Theme) -> None:
    show(view, timeline(lane(marks={2: 1, 9: 6}, answers=(4,), reframes={12: "I let one thing slip."})))
    image = picture(view)
    drawn = [theme.color(role) for role in ("ink", "ink3", "hairline", "criticMark", "kindness", "kindnessMark")]
    grounds = [theme.color(role) for role in ("paper", "kindnessTint", "hairline", "kindnessMark")]
    seen = {image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(80)}
    strange = [
        QColor(color).name()
        for color in seen
        if min(_apart(QColor(color), one, other) for one in drawn for other in grounds) > 9
    ]
    assert not strange
    assert theme.color("criticMark").rgb() in seen
    assert theme.color("kindnessTint").rgb() in seen


def _apart(color: QColor, one: QColor, other: QColor) -> float:
    """How far a colour is from the mixtures of two, in steps of a channel."""
    point, start, end = ([each.red(), each.green(), each.blue()] for each in (color, one, other))
    way = [b - a for a, b in zip(start, end, strict=True)]
    length = sum(step**2 for step in way) or 1
    along = sum((c - a) * step for c, a, step in zip(point, start, way, strict=True)) / length
    nearest = [a + min(1.0, max(0.0, along)) * step for a, step in zip(start, way, strict=True)]
    return max(abs(c - n) for c, n in zip(point, nearest, strict=True))


def test_a_change_of_theme_is_drawn_at_once(view: TimelineView, theme: Theme) -> None:
    show(view, timeline(lane(marks={2: 1})))
    at = middle_of(view, Place(0, 0))
    theme.set_mode(Mode.DARK)
    dark = theme.color("criticMark")
    assert picture(view).pixelColor(at) == dark
    theme.set_mode(Mode.LIGHT)
    assert picture(view).pixelColor(at) != dark


def test_the_foot_grows_with_its_letters(view: TimelineView, theme: Theme) -> None:
    foot, line = view._foot.minimumHeight(), theme.line("small")
    theme.set_text_scale(1.75)
    assert theme.line("small") > line
    assert view._foot.minimumHeight() - foot == theme.line("small") - line


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.75])
@pytest.mark.parametrize("size", [QSize(716, 520), QSize(780, 440), QSize(2000, 1200)])
def test_no_word_is_cut_at_any_size(view: TimelineView, theme: Theme, scale: float, size: QSize) -> None:
    theme.set_text_scale(scale)
    show(view, timeline(*(lane(number, {number: 1}) for number in range(1, 9))))
    view.resize(size)
    settle(view)
    assert view.width() == size.width(), "it asks for no more width than there is"
    assert not faults(view)
    canvas = view.lanes.canvas
    assert canvas.width - canvas.column > canvas.width / 2, "time has more than half of it"
    assert canvas.look.lane_height >= 2 * canvas.look.words_line + canvas.look.small_line


def test_three_hundred_lanes_of_ten_years_work_out_only_those_in_sight(view: TimelineView) -> None:
    show(view, timeline(*(lane(number, {number % 24: 1}) for number in range(1, 301))))
    picture(view)
    in_sight = view.lanes.viewport().height() // 72 + 2
    assert 0 < view.lanes.canvas.drawn <= in_sight
    view.lanes.verticalScrollBar().setValue(72 * 200)
    picture(view)
    assert view.lanes.canvas.drawn <= 2 * in_sight
    assert view.lanes.horizontalScrollBar().maximum() == 0


def test_lanes_stand_in_the_order_of_the_timeline_and_resting_ones_are_folded_into_one_row(
    view: TimelineView, qtbot: QtBot
) -> None:
    resting = [lane(number, {3: 1}, resting=True) for number in (5, 6, 7)]
    show(view, timeline(lane(2, {2: 1}, pinned=True), lane(1, {9: 1}), *resting))
    assert shown_rows(view) == [2, 1, None]
    assert view.lanes.rows.resting == 3
    focus(view, qtbot)
    press(view, qtbot, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert shown_rows(view) == [2, 1, None, 5, 6, 7]
    row = view.lanes.rows[2]
    qtbot.mouseClick(view.lanes.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, row.top + 10))
    assert shown_rows(view) == [2, 1, None]


def shown_rows(view: TimelineView) -> list[int | None]:
    rows = (view.lanes.rows[number].lane for number in range(len(view.lanes.rows)))
    return [each.phrase.id.int if each else None for each in rows]


# the keyboard


def test_arrows_walk_over_lanes_and_weeks_and_stop_at_the_ends(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(1, {2: 1, 9: 1, 20: 1}), lane(2, {8: 1, 21: 1}), lane(3)))
    focus(view, qtbot)
    walk = [
        (Key.Key_Right, Place(0, 0)),
        (Key.Key_Right, Place(0, 1)),
        (Key.Key_Down, Place(1, 0)),
        (Key.Key_End, Place(1, 1)),
        (Key.Key_Right, Place(1, 1)),
        (Key.Key_Up, Place(0, 2)),
        (Key.Key_Home, Place(0)),
        (Key.Key_Left, Place(0)),
        (Key.Key_Up, Place(0)),
        (Key.Key_Down, Place(1)),
        (Key.Key_Right, Place(1, 0)),
        (Key.Key_Down, Place(2)),
        (Key.Key_Right, Place(2)),
        (Key.Key_Down, Place(2)),
        (Key.Key_PageUp, Place(0)),
    ]
    for key, place in walk:
        press(view, qtbot, key)
        assert view.lanes.focused == place


def test_the_lane_that_the_keyboard_comes_to_is_scrolled_into_sight(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(*(lane(number, {3: 1}) for number in range(1, 41))))
    focus(view, qtbot)
    press(view, qtbot, *[Key.Key_Down] * 20)
    box = view.lanes.box_of(view.lanes.focused)
    assert view.lanes.viewport().rect().contains(box)


def test_enter_on_a_mark_wants_its_sentences_and_on_the_words_the_phrase(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, {9: 2})))
    focus(view, qtbot)
    with qtbot.waitSignal(view.phrase_wanted) as phrase:
        press(view, qtbot, Key.Key_Return)
    assert phrase.args == [UUID(int=4)]
    press(view, qtbot, Key.Key_Right)
    with qtbot.waitSignal(view.sentences_wanted) as sentences:
        press(view, qtbot, Key.Key_Return)
    bucket = HALF_YEAR.buckets[9]
    assert sentences.args == [PhraseDays(UUID(int=4), bucket.first, bucket.last)]


def test_enter_on_a_lamp_wants_the_phrase(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, reframes={9: "kinder"})))
    focus(view, qtbot)
    press(view, qtbot, Key.Key_Right)
    with qtbot.waitSignal(view.phrase_wanted) as phrase:
        press(view, qtbot, Key.Key_Return)
    assert phrase.args == [UUID(int=4)]


def test_a_ring_is_drawn_for_the_keyboard_and_not_for_a_press(view: TimelineView, qtbot: QtBot, theme: Theme) -> None:
    show(view, timeline(lane(1, {9: 1})))
    ring = middle_of(view, Place(0, 0)) + QPoint(round(4.5 + 3 + 1), 0)
    qtbot.mouseClick(view.lanes.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, Place(0, 0)))
    hover(view, QPoint(400, 300))
    focused = theme.color("focus")
    assert _apart(picture(view).pixelColor(ring), focused, focused) > 100
    focus(view, qtbot)
    press(view, qtbot, Key.Key_Home, Key.Key_Right)
    assert _apart(picture(view).pixelColor(ring), focused, focused) < 10


def test_the_keyboard_stays_with_its_phrase_when_the_lanes_come_in_another_order(
    view: TimelineView, qtbot: QtBot
) -> None:
    show(view, timeline(lane(1, {9: 1}), lane(2, {9: 1}), lane(3, {9: 1})))
    focus(view, qtbot)
    press(view, qtbot, Key.Key_Down)
    show(view, timeline(lane(3, {9: 1}), lane(1, {9: 1}), lane(2, {9: 1})))
    assert view.lanes.focused == Place(2)


# the pointer


def test_a_press_near_a_mark_wants_its_sentences_and_on_words_the_phrase(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, {9: 2})))
    ground, left = view.lanes.viewport(), Qt.MouseButton.LeftButton
    with qtbot.waitSignal(view.sentences_wanted):
        qtbot.mouseClick(ground, left, pos=middle_of(view, Place(0, 0)) + QPoint(11, 11))
    with qtbot.waitSignal(view.phrase_wanted):
        qtbot.mouseClick(ground, left, pos=QPoint(60, 20))
    with qtbot.assertNotEmitted(view.sentences_wanted), qtbot.assertNotEmitted(view.phrase_wanted):
        qtbot.mouseClick(ground, left, pos=middle_of(view, Place(0, 0)) + QPoint(60, 0))
        qtbot.mouseClick(ground, left, pos=QPoint(60, 400))


def test_a_press_that_ends_elsewhere_opens_nothing(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, {9: 2})))
    ground, left = view.lanes.viewport(), Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(view.sentences_wanted), qtbot.assertNotEmitted(view.phrase_wanted):
        qtbot.mousePress(ground, left, pos=QPoint(60, 20))
        qtbot.mouseRelease(ground, left, pos=middle_of(view, Place(0, 0)))
        qtbot.mouseClick(ground, Qt.MouseButton.RightButton, pos=middle_of(view, Place(0, 0)))


# the detail


def test_the_detail_of_a_mark_says_week_times_and_the_very_sentences(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, {9: 2})))
    with qtbot.waitSignal(view.detail_wanted) as wanted:
        hover(view, middle_of(view, Place(0, 0)))
    days: PhraseDays = wanted.args[0]
    assert view.detail.splitlines()[:2] == ["20 to 26 July", "twice"]
    first, second = sentence("Said it out loud, to the kettle", days.first), sentence("Down again", days.last)
    view.show_detail(days, (second, first))
    assert view.detail.splitlines() == [
        "20 to 26 July",
        "twice",
        "“Down again.”",
        "“Said it out loud, to the kettle.”",
        "Mon and Sun · Enter opens both",
    ]


def test_of_many_sentences_two_are_shown_and_the_others_counted(view: TimelineView) -> None:
    show(view, timeline(lane(4, {9: 5})))
    hover(view, middle_of(view, Place(0, 0)))
    bucket = HALF_YEAR.buckets[9]
    found = tuple(sentence(f"Number {number}", week(9)) for number in range(5))
    view.show_detail(PhraseDays(UUID(int=4), bucket.first, bucket.last), found)
    assert view.detail.count("“") == 2
    assert "Wed · three more · Enter opens them" in view.detail


def test_an_answer_of_the_week_is_read_beside_the_sentence(view: TimelineView) -> None:
    show(view, timeline(lane(4, {9: 1}, answers=(9,))))
    hover(view, middle_of(view, Place(0, 0)))
    bucket = HALF_YEAR.buckets[9]
    days = PhraseDays(UUID(int=4), bucket.first, bucket.last)
    view.show_detail(days, (sentence("Down again", week(9)),), answers=(sentence("I did what I could", week(9)),))
    assert "I did what I could." in view.detail


def test_a_late_detail_is_dropped(view: TimelineView) -> None:
    show(view, timeline(lane(4, {9: 1, 20: 1})))
    wanted: list[PhraseDays] = []
    view.detail_wanted.connect(wanted.append)
    hover(view, middle_of(view, Place(0, 0)))
    hover(view, middle_of(view, Place(0, 1)))
    view.show_detail(wanted[0], (sentence("Too late", week(9)),))
    assert "Too late" not in view.detail
    hover(view, QPoint(400, 300))
    view.show_detail(wanted[1], (sentence("Too late", week(20)),))
    assert view.detail == ""


def test_the_detail_comes_with_the_keyboard_and_goes_with_it(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, {9: 1}, reframes={15: "I let one thing slip."})))
    focus(view, qtbot)
    assert view.detail == ""
    press(view, qtbot, Key.Key_Right)
    assert "once" in view.detail
    press(view, qtbot, Key.Key_Right)
    assert "I let one thing slip." in view.detail
    view.lanes.clearFocus()
    qtbot.waitUntil(lambda: view.detail == "")


def place_of(detail: Detail) -> QRect:
    """Where it is in its window."""
    return QRect(detail.mapTo(detail.window(), QPoint()), detail.size())


def detail_of(view: TimelineView) -> Detail:
    return next(each for each in view.window().findChildren(Detail) if each.isVisible())


def fill(view: TimelineView, number: int, *sentences: str) -> None:
    """Give the mark of a week of the fourth phrase its sentences."""
    bucket = HALF_YEAR.buckets[number]
    view.show_detail(
        PhraseDays(UUID(int=4), bucket.first, bucket.last), tuple(sentence(each, bucket.first) for each in sentences)
    )


def test_the_detail_lies_within_the_window_and_leaves_its_mark_free(view: TimelineView) -> None:
    show(view, timeline(*(lane(number, {0: 1, 25: 1}) for number in range(1, 7))))
    for place in (Place(0, 0), Place(0, 1), Place(5, 0), Place(5, 1)):
        hover(view, middle_of(view, place))
        assert view.rect().contains(place_of(detail_of(view)))
        mark = view.lanes.viewport().mapTo(view, middle_of(view, place))
        assert not place_of(detail_of(view)).contains(mark)


@pytest.fixture
def low(surroundings: Surroundings, qtbot: QtBot) -> Iterator[TimelineView]:
    """A card of one lane, at the end of what scrolls in a small window."""
    view, window, contents = TimelineView(surroundings), QWidget(), QWidget()
    area = QScrollArea(window)
    area.setWidgetResizable(True)
    column = QVBoxLayout(contents)
    column.addSpacing(400)
    column.addWidget(view)
    area.setWidget(contents)
    QVBoxLayout(window).addWidget(area)
    qtbot.addWidget(window)
    window.resize(700, 420)
    show(view, timeline(lane(4, {0: 2, 9: 2, 25: 2})))
    window.show()
    qtbot.waitExposed(window)
    area.verticalScrollBar().setValue(1000)
    yield view
    window.close()


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_the_detail_of_a_card_of_one_lane_is_whole_in_the_window(
    low: TimelineView, qtbot: QtBot, theme: Theme, scale: float
) -> None:
    theme.set_text_scale(scale)
    focus(low, qtbot)
    for week_shown in (0, 9, 25):
        press(low, qtbot, Key.Key_Right)
        fill(low, week_shown, *["I was pleased for her until I thought I always let people down"] * 2)
        detail = detail_of(low)
        assert low.window().rect().contains(place_of(detail))
        assert detail.height() > low.height() // 2
        assert not [fault for fault in faults(detail) if "cut" in fault]


def test_the_detail_follows_the_mark_of_the_keyboard_and_leaves_with_it(low: TimelineView, qtbot: QtBot) -> None:
    focus(low, qtbot)
    press(low, qtbot, Key.Key_Right)
    bar = low.window().findChildren(QScrollArea)[0].verticalScrollBar()
    before = place_of(detail_of(low)).top()
    bar.setValue(bar.value() - 10)
    qtbot.waitUntil(lambda: place_of(detail_of(low)).top() == before + 10)
    bar.setValue(0)
    qtbot.waitUntil(lambda: low.detail == "")


def test_the_detail_of_the_pointer_goes_when_the_mark_moves_away_from_it(low: TimelineView, qtbot: QtBot) -> None:
    hover(low, middle_of(low, Place(0, 0)))
    assert low.detail
    bar = low.window().findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.value() - 40)
    qtbot.waitUntil(lambda: low.detail == "")


def test_a_mark_that_the_keyboard_comes_to_is_scrolled_into_the_window(low: TimelineView, qtbot: QtBot) -> None:
    bar = low.window().findChildren(QScrollArea)[0].verticalScrollBar()
    focus(low, qtbot)
    bar.setValue(0)
    assert not low.lanes.viewport().visibleRegion().contains(middle_of(low, Place(0, 0)))
    press(low, qtbot, Key.Key_Right)
    assert low.lanes.viewport().visibleRegion().contains(middle_of(low, Place(0, 0)))
    assert "twice" in low.detail


def test_the_detail_goes_when_its_card_is_hidden_and_with_its_card(low: TimelineView, qtbot: QtBot) -> None:
    window = low.window()
    focus(low, qtbot)
    press(low, qtbot, Key.Key_Right)
    assert low.detail
    low.hide()
    assert low.detail == ""
    assert not [label for label in window.findChildren(QLabel) if label.text() == "twice"]
    low.setParent(None)
    low.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(Detail))


def test_a_window_may_go_while_a_detail_is_open(surroundings: Surroundings, qtbot: QtBot) -> None:
    window, view = QWidget(), TimelineView(surroundings)
    QVBoxLayout(window).addWidget(view)
    show(view, timeline(lane(4, {9: 1})))
    window.resize(716, 520)
    window.show()
    qtbot.waitExposed(window)
    focus(view, qtbot)
    press(view, qtbot, Key.Key_Right)
    assert view.detail
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()


def test_escape_closes_the_detail_until_the_keyboard_comes_to_another_mark(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, {9: 1, 20: 1})))
    focus(view, qtbot)
    press(view, qtbot, Key.Key_Right)
    assert view.detail
    press(view, qtbot, Key.Key_Escape)
    assert view.detail == ""
    assert not view.dismiss_detail()
    press(view, qtbot, Key.Key_Right)
    assert view.detail
    press(view, qtbot, Key.Key_Left)
    assert view.detail


def test_a_late_phrase_is_whole_in_the_detail_of_its_mark(view: TimelineView) -> None:
    show(view, timeline(lane(4, {9: 1})))
    hover(view, middle_of(view, Place(0, 0)))
    bucket = HALF_YEAR.buckets[9]
    long = "I was pleased for her, I really was, but all the way home on the bus I could only think that "
    late = Occurrence(UUID(int=7), UUID(int=8), week(9), 0, 1, Quotation(long, "I always let people down", "."))
    view.show_detail(PhraseDays(UUID(int=4), bucket.first, bucket.last), (late,))
    assert "“…only think that I always let people down.”" in view.detail
    assert not [fault for fault in faults(detail_of(view)) if "cut" in fault]


def test_the_detail_goes_when_the_lanes_are_scrolled(view: TimelineView) -> None:
    show(view, timeline(*(lane(number, {9: 1}) for number in range(1, 31))))
    hover(view, middle_of(view, Place(1, 0)))
    assert view.detail
    view.lanes.verticalScrollBar().setValue(100)
    assert view.detail == ""


def test_a_line_stays_below_the_head_when_the_lanes_are_scrolled(view: TimelineView, theme: Theme) -> None:
    show(view, timeline(*(lane(number, {9: 1}) for number in range(1, 31))))
    view.lanes.verticalScrollBar().setValue(30)
    assert picture(view).pixelColor(4, 0) == theme.color("hairline")


# letting go


def test_forgetting_drops_every_word(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, {9: 1}, reframes={15: "I let one thing slip."})))
    focus(view, qtbot)
    press(view, qtbot, Key.Key_Right, Key.Key_Right)
    assert view.detail
    view.forget()
    assert len(view.lanes.rows) == 0
    assert view.detail == ""
    said = " ".join(label.text() for label in view.findChildren(QLabel))
    assert WORDS not in said
    assert "slip" not in said
    empty = picture(view)
    assert {empty.pixelColor(x, 30).rgb() for x in range(empty.width())} == {empty.pixelColor(0, 30).rgb()}


def test_a_forgotten_timeline_takes_keys_and_pointer(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, {9: 1})))
    view.forget()
    focus(view, qtbot)
    press(view, qtbot, Key.Key_Down, Key.Key_Right, Key.Key_Return, Key.Key_End)
    hover(view, QPoint(300, 30))
    assert stop_count(view) == 0


def stop_count(view: TimelineView) -> int:
    return sum(len(view.lanes.canvas.stops(row)) for row in range(len(view.lanes.rows)))


def test_a_table_can_be_asked_for(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(lane(4, {9: 1})))
    with qtbot.waitSignal(view.table_wanted):
        view._as_table.click()
    assert stop_in(view, 0, 9) == 0
