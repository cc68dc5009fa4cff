"""The small desks: support, feelings, settings, reading aloud, practices."""

from datetime import timedelta
from uuid import UUID

import pytest

from heartjournal.journal import Journal
from heartjournal.model.changes import Changes
from heartjournal.model.support import Comfort, Contact
from tests.clock import FixedClock
from tests.journal.conftest import OpenAgain

ADA = Contact(UUID(int=1), "Ada", "+44 20 7946 0000", "evenings\nonly")
BEN = Contact(UUID(int=2), "Ben", "Wednesdays at four")


def test_contacts_are_kept_edited_and_removed(journal: Journal, open_again: OpenAgain) -> None:
    for contact in (ADA, BEN):
        assert journal.support.save_contact(contact) == Changes(contacts=True)
    edited = Contact(ADA.id, "Ada L.", ADA.number)
    assert journal.support.save_contact(edited) == Changes(contacts=True)
    assert journal.support.save_contact(edited) == Changes()
    journal = open_again()
    assert journal.support.contacts() == (edited, BEN)
    assert journal.support.remove_contact(ADA.id) == Changes(contacts=True)
    assert journal.support.remove_contact(ADA.id) == Changes()
    assert journal.support.contacts() == (BEN,)


def test_comforts_are_kept_edited_and_removed(journal: Journal) -> None:
    tea = Comfort(UUID(int=1), "tea, the blue cup")
    assert journal.support.save_comfort(tea) == Changes(comforts=True)
    assert journal.support.save_comfort(tea) == Changes()
    assert journal.support.comforts() == (tea,)
    assert journal.support.remove_comfort(tea.id) == Changes(comforts=True)
    assert journal.support.comforts() == ()


def test_own_feeling_words_are_kept_in_the_order_they_were_added(journal: Journal, clock: FixedClock) -> None:
    for word in (" wistful ", "sea-sick", "a bit much"):
        assert journal.feelings.add(word) == Changes(feelings=True)
        clock.advance(timedelta(seconds=1))
    assert journal.feelings.add("wistful") == Changes()
    assert journal.feelings.add("  ") == Changes()
    assert journal.feelings.own() == ("wistful", "sea-sick", "a bit much")
    assert journal.feelings.remove("sea-sick") == Changes(feelings=True)
    assert journal.feelings.remove("sea-sick") == Changes()
    assert journal.feelings.own() == ("wistful", "a bit much")
    assert journal.feelings.add("sea-sick")


def test_a_setting_is_kept_under_its_key(journal: Journal, open_again: OpenAgain) -> None:
    assert journal.settings.get("person.evening.offered") is None
    assert journal.settings.put("person.evening.offered", "no") == Changes(settings=True)
    assert journal.settings.put("person.evening.offered", "no") == Changes()
    assert journal.settings.put("person.evening.offered", "yes") == Changes(settings=True)
    assert open_again().settings.get("person.evening.offered") == "yes"


@pytest.mark.parametrize("key", ["", "person", "person.", "device.size", "person.Name", "person.a b", "person.a\n"])
def test_only_a_person_s_settings_have_a_place_in_the_journal(journal: Journal, key: str) -> None:
    with pytest.raises(ValueError, match="person"):
        journal.settings.put(key, "x")
    with pytest.raises(ValueError, match="person"):
        journal.settings.get(key)


def test_the_sentence_used_last_comes_first_and_steps_do_not_mix(journal: Journal, clock: FixedClock) -> None:
    for words in ("Let it be.", " I can rest. ", "Let it be."):
        assert journal.practices.remember_sentence("break", "kind", words) == Changes(practices=True)
        clock.advance(timedelta(seconds=1))
    assert journal.practices.remember_sentence("break", "kind", " ") == Changes()
    assert journal.practices.own_sentences("break", "kind") == ("Let it be.", "I can rest.")
    assert journal.practices.own_sentences("break", "human") == ()
    assert journal.practices.own_sentences("letter", "kind") == ()


def test_a_sentence_can_be_forgotten_at_its_step(journal: Journal) -> None:
    for step in ("kind", "human"):
        journal.practices.remember_sentence("break", step, "Let it be.")
    assert journal.practices.forget_sentence("break", "kind", " Let it be. ") == Changes(practices=True)
    assert journal.practices.forget_sentence("break", "kind", "Let it be.") == Changes()
    assert journal.practices.own_sentences("break", "kind") == ()
    assert journal.practices.own_sentences("break", "human") == ("Let it be.",)


def test_no_voice_may_read_before_it_was_allowed(journal: Journal, open_again: OpenAgain) -> None:
    assert not journal.reading_aloud.is_allowed()
    assert journal.reading_aloud.allow(allowed=True) == Changes(settings=True)
    journal = open_again()
    assert journal.reading_aloud.is_allowed()
    journal.reading_aloud.allow(allowed=False)
    assert not journal.reading_aloud.is_allowed()
