"""The ears are made when first needed, once, and whoever wants to be asked while they are made is."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from heartjournal.journal import hearing
from heartjournal.journal.hearing import Hearing
from heartjournal.model.problems import BadResource

SENTENCE = "I always let people down."


def test_each_ear_is_made_once_with_what_was_asked_for_around_it() -> None:
    entered: list[str] = []

    @contextmanager
    def noted() -> Iterator[None]:
        entered.append("in")
        yield
        entered.append("out")

    ears = Hearing(around=noted)
    assert entered == []
    for _ in range(2):
        assert not ears.hears_despair(SENTENCE)
        assert ears.hear(SENTENCE).finds
        assert ears.version > 0
    # The ear for despair; then the one for the critic, and within that its words.
    assert entered == ["in", "out", "in", "in", "out", "out"]


def test_words_that_cannot_be_read_are_read_again_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable() -> None:
        raise BadResource("The file of the ear cannot be read.")

    ears = Hearing()
    with monkeypatch.context() as broken:
        broken.setattr(hearing, "critic_lexicon", unreadable)
        with pytest.raises(BadResource):
            _ = ears.version
    assert ears.version > 0
    assert ears.grouping is ears.grouping
