"""Drafts for tests, each in a line."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from heartjournal.model.clock import Moment
from heartjournal.model.element import Element
from heartjournal.model.entry import Draft, EntryKind, Section
from tests.clock import moment

DAY = date(2026, 11, 12)


def section(body: str = "", *feelings: str, element: Element | None = None, identity: UUID | None = None) -> Section:
    """A section of these words and feelings."""
    return Section(identity or uuid4(), body, element=element, feelings=feelings)


def page(*parts: str | Section, day: date = DAY, at: Moment | None = None, title: str = "", origin: str = "") -> Draft:
    """A draft of these sections, on an evening in November."""
    sections = tuple(section(part) if isinstance(part, str) else part for part in parts)
    return Draft(uuid4(), day, sections, happened_at=at, title=title, origin=origin)


def letter(*parts: str | Section, day: date = DAY, title: str = "") -> Draft:
    """The draft of a letter of these sections."""
    return replace(page(*parts, day=day, title=title), kind=EntryKind.LETTER)


def evening(clock_time: str = "2026-11-12 21:40") -> Moment:
    """A moment by London's clocks."""
    return moment(clock_time)
