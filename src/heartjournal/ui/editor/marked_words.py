"""Where the marked words of one text stand, and how they move along with what is written; knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from heartjournal.model.phrase import Mark


@dataclass(slots=True, eq=False)
class MarkedPlace:
    """From `start` to before `end` in the document, in UTF-16 units; compared by identity.

    `mark` is None for words that are only to be seen. A place that `waits` is not shown: the caret stands in its word.
    One in a text that is `both_ways` may lie apart in several stretches, as between two directions of writing.
    """

    start: int
    end: int
    mark: Mark | None = field(default=None, repr=False)
    waits: bool = False
    both_ways: bool = False

    def overlaps(self, start: int, end: int) -> bool:
        """Whether these words share a character with that stretch."""
        return self.start < end and start < self.end


class MarkedWords:
    """The places of one text, in its order. All positions are UTF-16 units of its document."""

    def __init__(self) -> None:
        self._places: list[MarkedPlace] = []

    def __iter__(self) -> Iterator[MarkedPlace]:
        return iter(self._places)

    def __bool__(self) -> bool:
        return bool(self._places)

    @property
    def shown(self) -> list[MarkedPlace]:
        """Those that are to be seen."""
        return [place for place in self._places if not place.waits]

    def put(self, places: Iterable[MarkedPlace]) -> None:
        """These in place of those before."""
        self._places = sorted(places, key=lambda place: place.start)

    def take_out(self, keys: frozenset[str]) -> bool:
        """Let go of the marks of these wordings; whether there was one."""
        before = len(self._places)
        self._places = [place for place in self._places if place.mark is None or place.mark.key not in keys]
        return len(self._places) < before

    def edit(self, position: int, *, removed: int, added: int) -> bool:
        """Follow an edit: touched places go, those behind it move; whether any went.

        Writing right beside the words touches them too: it may go on with their first or last one.
        """
        kept = []
        for place in self._places:
            if position > place.end:
                kept.append(place)
            elif position + removed < place.start:
                place.start += added - removed
                place.end += added - removed
                kept.append(place)
        went = len(kept) < len(self._places)
        self._places = kept
        return went

    def near(self, unit: int | None) -> MarkedPlace | None:
        """The shown place at the caret, else the nearest before it; with None the last of all."""
        before = [place for place in self.shown if unit is None or place.start <= unit]
        return before[-1] if before else None
