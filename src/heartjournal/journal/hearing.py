"""The ears of a journal with the words they listen for, made when first needed: that takes some tenths of a second."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property

from heartjournal.critic import CriticEar, DespairEar, Grouping
from heartjournal.model.criticism import CriticLexicon, Heard
from heartjournal.resources import critic_lexicon, despair_lexicon

MakingRoom = Callable[[], AbstractContextManager[object]]
"""Something that is done around the making of an ear."""


class Hearing:
    """Blocking; used in one thread at a time. Raises BadResource the first time if its words cannot be read.

    `around` is entered while an ear is made, which leaves a hundred thousand small objects that stay.
    """

    def __init__(self, *, around: MakingRoom = nullcontext) -> None:
        self._around = around

    def hears_despair(self, text: str) -> bool:
        """Whether the writer of this text wishes to be dead or gone, or means to hurt themself."""
        return self._despair.hears(text)

    def hear(self, text: str) -> Heard:
        """What the writer says against themself in this text, and what they answer."""
        return self._critic.hear(text)

    @property
    def version(self) -> int:
        """The version of the rules."""
        return self._lexicon.version

    @cached_property
    def grouping(self) -> Grouping:
        """What compares phrases."""
        return Grouping(self._lexicon)

    @cached_property
    def _lexicon(self) -> CriticLexicon:
        with self._around():
            return critic_lexicon()

    @cached_property
    def _despair(self) -> DespairEar:
        with self._around():
            return DespairEar(despair_lexicon())

    @cached_property
    def _critic(self) -> CriticEar:
        despair = self._despair
        with self._around():
            return CriticEar(self._lexicon, despair)
