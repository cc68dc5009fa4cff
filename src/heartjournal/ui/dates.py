"""How days and times are said in the window, by the person's locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

from heartjournal.ui.translation import translate

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.clock import Moment

_MORNING, _AFTERNOON, _EVENING = 5, 12, 18
_MONTHS = 12


def full_day(day: date) -> str:
    """A day of this year: "Thursday 12 November"."""
    return QLocale().toString(_q(day), "dddd d MMMM")


def dated_day(day: date, *, today: date) -> str:
    """A day in full, with the year when it is another one: "Thursday 12 November"."""
    return full_day(day) if day.year == today.year else full_date(day)


def full_date(day: date) -> str:
    """A day with its year always, as paper needs it: "Thursday 12 November 2026"."""
    return QLocale().toString(_q(day), "dddd d MMMM yyyy")


def short_day(day: date, *, today: date) -> str:
    """As short as it stays clear: "Tuesday 10" this month, "10 October" this year, "10 October 2025" before."""
    if (day.year, day.month) == (today.year, today.month):
        return QLocale().toString(_q(day), "dddd d")
    return month_day(day, today=today)


def month_day(day: date, *, today: date) -> str:
    """A day by its number, with the year when it is another one: "29 October"."""
    return QLocale().toString(_q(day), "d MMMM" if day.year == today.year else "d MMMM yyyy")


def month_words(day: date, *, today: date) -> str:
    """A month, with its year when it is another one: "October"."""
    return QLocale().toString(_q(day), "MMMM" if day.year == today.year else "MMMM yyyy")


def since_words(first: date, *, today: date) -> str:
    """From when on: "3 November" this month, "August" in the year up to now, else "August 2025"."""
    months = (today.year - first.year) * _MONTHS + today.month - first.month
    pattern = "d MMMM" if not months else "MMMM" if months < _MONTHS else "MMMM yyyy"
    return QLocale().toString(_q(first), pattern)


def time_of(moment: Moment) -> str:
    """The time by the clock on the wall where it was lived: "21:40"."""
    local = moment.local()
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


def greeting(moment: Moment) -> str:
    """Good morning, afternoon or evening; the small hours still belong to the evening."""
    hour = moment.local().hour
    if _MORNING <= hour < _AFTERNOON:
        return translate("dates", "Good morning")
    return translate("dates", "Good afternoon") if _AFTERNOON <= hour < _EVENING else translate("dates", "Good evening")


def page_title(moment: Moment, day: date) -> str:
    """The title of a page being written: "Thursday evening, 12 November"."""
    weekday = QLocale().standaloneDayName(day.isoweekday())
    date_words = QLocale().toString(_q(day), "d MMMM")
    hour = moment.local().hour
    if _MORNING <= hour < _AFTERNOON:
        return translate("dates", "{weekday} morning, {day}").format(weekday=weekday, day=date_words)
    if _AFTERNOON <= hour < _EVENING:
        return translate("dates", "{weekday} afternoon, {day}").format(weekday=weekday, day=date_words)
    return translate("dates", "{weekday} evening, {day}").format(weekday=weekday, day=date_words)


def _q(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
