"""What the timeline says of a lane, a bucket and a kinder line: on the screen, in the table and to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale

from heartjournal.model.timeline import Unit
from heartjournal.ui.counting import counted
from heartjournal.ui.critic.timeline.scale import month_name
from heartjournal.ui.dates import dated_day
from heartjournal.ui.translation import translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from heartjournal.model.timeline import Bucket, Lane
    from heartjournal.ui.critic.timeline.drawing import Stop

_TWICE: Final = 2
_IN_FIGURES: Final = 12


def number_words(number: int) -> str:
    """A number in running text: in words under twelve, large ones with their thousands apart, whatever the locale."""
    return figures(number) if number >= _IN_FIGURES else counted(number)


def figures(number: int) -> str:
    """A number in figures, its thousands apart, which the locale of a plain machine leaves out."""
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(number)


def times_words(count: int) -> str:
    """How often, as it is said: "once", "twice", "three times"."""
    if count == 1:
        return translate("timeline", "once")
    if count == _TWICE:
        return translate("timeline", "twice")
    return translate("timeline", "%1 times").replace("%1", number_words(count))


def lane_words(lane: Lane, *, today: date) -> str:
    """The small line below the words of a lane: "14 times · last on 10 Nov"."""
    if lane.last_on is None:
        return translate("timeline", "not found in a page yet")
    day = short_date(lane.last_on, today=today)
    if lane.times == 1:
        return translate("timeline", "once · on %1").replace("%1", day)
    number = figures(lane.times)
    return translate("timeline", "%1 times · last on %2").replace("%1", number).replace("%2", day)


def resting_words(number: int) -> str:
    """What stands in the row that the resting lanes are folded into: "3 resting"."""
    return translate("timeline", "%1 resting").replace("%1", figures(number))


def ground_words() -> str:
    """What the quiet area in the head is."""
    return translate("timeline", "Pages you wrote")


def lane_said(lane: Lane, *, today: date) -> str:
    """A lane as a screen reader says it."""
    said = [lane.phrase.words]
    if lane.last_on is None:
        said.append(translate("timeline", "not found in a page yet"))
    else:
        last = translate("timeline", "last on %1").replace("%1", dated_day(lane.last_on, today=today))
        said += [times_words(lane.times), last]
    if lane.phrase.is_pinned:
        said.append(translate("timeline", "pinned"))
    if lane.is_resting:
        said.append(translate("timeline", "resting"))
    if lane.reframes:
        said.append(translate("timeline", "your kinder line: %1").replace("%1", lane.reframes[-1].words))
    return ", ".join(said)


def stop_said(lane: Lane, stop: Stop, unit: Unit, *, today: date) -> str:
    """A mark as a screen reader says it: "I always let people down, week of 12 October, three times"."""
    said = [lane.phrase.words, bucket_said(stop.bucket, unit, today=today)]
    if stop.count:
        said.append(times_words(stop.count))
    if stop.answers == 1:
        said.append(translate("timeline", "a kinder answer of yours"))
    elif stop.answers:
        said.append(translate("timeline", "%1 kinder answers of yours").replace("%1", number_words(stop.answers)))
    said += [translate("timeline", "your kinder line: %1").replace("%1", each.words) for each in stop.reframes]
    return ", ".join(said)


def bucket_said(bucket: Bucket, unit: Unit, *, today: date) -> str:
    """Which day, week or month, in full words."""
    if unit is Unit.DAY:
        return dated_day(bucket.first, today=today)
    if unit is Unit.MONTH:
        return _month(bucket.first, today=today)
    return translate("timeline", "week of %1").replace("%1", _day_month(bucket.first, today=today, full=True))


def bucket_title(bucket: Bucket, unit: Unit, *, today: date) -> str:
    """Which days, as short as they stay clear: "31 Aug to 6 Sept"."""
    if unit is Unit.DAY or bucket.first == bucket.last:
        return dated_day(bucket.first, today=today)
    if unit is Unit.MONTH:
        return _month(bucket.first, today=today)
    is_same_month = (bucket.first.year, bucket.first.month) == (bucket.last.year, bucket.last.month)
    first = QLocale().toString(bucket.first.day) if is_same_month else short_date(bucket.first, today=bucket.last)
    last = short_date(bucket.last, today=today)
    return translate("timeline", "%1 to %2").replace("%1", first).replace("%2", last)


def short_date(day: date, *, today: date) -> str:
    """A day with its short month, and its year when it is another one: "10 Nov"."""
    return _day_month(day, today=today, full=False)


def weekdays(days: Iterable[date]) -> str:
    """The names of some days of one week, in their order: "Tue and Fri"."""
    short = QLocale.FormatType.ShortFormat
    return listed([QLocale().standaloneDayName(day.isoweekday(), short) for day in sorted(set(days))])


def listed(words: list[str]) -> str:
    """Words one after the other, the last joined with "and"."""
    if len(words) < _TWICE:
        return "".join(words)
    return translate("timeline", "%1 and %2").replace("%1", ", ".join(words[:-1])).replace("%2", words[-1])


def _day_month(day: date, *, today: date, full: bool) -> str:
    name = QLocale().toString(QDate(day.year, day.month, day.day), "MMMM") if full else month_name(day)
    words = f"{QLocale().toString(day.day)} {name}"
    return words if day.year == today.year else f"{words} {day.year}"


def _month(day: date, *, today: date) -> str:
    pattern = "MMMM" if day.year == today.year else "MMMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
