"""The ears of a journal with the words they listen for, made once, when first needed: some tenths of a second."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from heartjournal.critic import CriticEar, DespairEar, Grouping
from heartjournal.model.criticism import CriticLexicon, Heard
from heartjournal.resources import critic_lexicon, despair_lexicon


class Hearing:
    """Blocking; used in the connection's thread. Raises BadResource the first time if its words cannot be read."""

    def hears_despair(self, text: str) -> bool:
        """Whether the writer of this text wishes to be dead or gone, or means to hurt themself."""
        return _despair_ear().hears(text)

    def hear(self, text: str) -> Heard:
        """What the writer says against themself in this text, and what they answer."""
        return _critic_ear().hear(text)

    @property
    def version(self) -> int:
        """The version of the rules."""
        return _lexicon().version

    @property
    def grouping(self) -> Grouping:
        """What compares phrases."""
        return _grouping()


@cache
def _lexicon() -> CriticLexicon:
    with _to_stay():
        return critic_lexicon()


@cache
def _grouping() -> Grouping:
    return Grouping(_lexicon())


@cache
def _despair_ear() -> DespairEar:
    with _to_stay():
        return DespairEar(despair_lexicon())


@cache
def _critic_ear() -> CriticEar:
    despair = _despair_ear()
    with _to_stay():
        return CriticEar(_lexicon(), despair)


@contextmanager
def _to_stay() -> Iterator[None]:
    """What is made here stays for the life of the process, so the collector need not look through it, now or later.

    Measured: each look took 20 to 50 ms, in which no other thread had its turn, the window's neither.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_looking:
            gc.enable()
