"""The ears are made once for the process, without the collector, and are nothing that it looks through later."""

import gc
from collections.abc import Iterator

import pytest

from heartjournal.journal import hearing
from heartjournal.journal.hearing import Hearing
from heartjournal.model.problems import BadResource

SENTENCE = "I always let people down."


@pytest.fixture
def collections() -> Iterator[list[str]]:
    """Every time the collector begins to look while the test lasts."""
    begun: list[str] = []

    def note(phase: str, _info: object) -> None:
        begun.append(phase)

    gc.callbacks.append(note)
    yield begun
    gc.callbacks.remove(note)


@pytest.mark.parametrize("is_looking", [True, False])
def test_the_collector_rests_while_an_ear_is_made_and_is_as_it_was_after(
    collections: list[str], *, is_looking: bool
) -> None:
    was_looking = gc.isenabled()
    try:
        (gc.enable if is_looking else gc.disable)()
        collections.clear()
        hearing._despair_ear.__wrapped__()
        assert gc.isenabled() is is_looking
        assert collections == []
    finally:
        (gc.enable if was_looking else gc.disable)()


def test_what_an_ear_is_made_of_is_not_looked_through_again() -> None:
    ear = hearing._critic_ear.__wrapped__()
    assert gc.is_tracked(ear)
    assert not any(each is ear for each in gc.get_objects())


def test_every_journal_hears_with_the_same_ears(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Hearing().hear(SENTENCE).finds
    assert not Hearing().hears_despair(SENTENCE)
    version, grouping = Hearing().version, Hearing().grouping

    def unread() -> None:
        raise AssertionError("the words were read again")

    monkeypatch.setattr(hearing, "critic_lexicon", unread)
    monkeypatch.setattr(hearing, "despair_lexicon", unread)
    again = Hearing()
    assert again.hear(SENTENCE).finds
    assert not again.hears_despair(SENTENCE)
    assert again.version == version
    assert again.grouping is grouping


def test_words_that_cannot_be_read_are_read_again_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable() -> None:
        raise BadResource("The file of the ear cannot be read.")

    hearing._lexicon.cache_clear()
    with monkeypatch.context() as broken:
        broken.setattr(hearing, "critic_lexicon", unreadable)
        with pytest.raises(BadResource):
            _ = Hearing().version
    assert gc.isenabled()
    assert Hearing().version > 0
