"""Earlier versions of a letter that was put away."""

from dataclasses import replace
from datetime import timedelta

from heartjournal.journal import Journal
from heartjournal.model.element import Element
from heartjournal.model.entry import Draft
from heartjournal.vault import Connection
from tests.clock import FixedClock
from tests.journal.builders import DAY, letter, page, section
from tests.journal.conftest import OpenAgain

MINUTE = timedelta(minutes=1)


def with_words(draft: Draft, body: str) -> Draft:
    return replace(draft, sections=(replace(draft.sections[0], body=body), *draft.sections[1:]))


def bodies(journal: Journal, draft: Draft) -> list[str]:
    return [version.sections[0].body for version in journal.letters.versions(draft.id)]


def test_an_edit_of_a_letter_keeps_what_it_said_once_a_sitting(
    journal: Journal, clock: FixedClock, open_again: OpenAgain
) -> None:
    first = section("As it was. 🙂", "ashamed", element=Element.SELF_KINDNESS)
    draft = letter(first, section("Second."), title="The chair")
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, DAY)
    clock.advance(60 * MINUTE)
    began = clock.now().instant
    for words in ("As", "As it", "As it is."):
        journal.pages.save(replace(with_words(draft, words), title="Another"))
        clock.advance(9 * MINUTE)
    (version,) = open_again().letters.versions(draft.id)
    assert (version.taken_at, version.title, version.sections) == (began, "The chair", draft.sections)


def test_a_later_sitting_keeps_another_version_newest_first(journal: Journal, clock: FixedClock) -> None:
    draft = letter("One.")
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, DAY)
    for words in ("Two.", "Three.", "Four."):
        clock.advance(10 * MINUTE)
        journal.pages.save(with_words(draft, words))
    assert bodies(journal, draft) == ["Three.", "Two.", "One."]


def test_the_words_as_they_were_put_away_are_kept_even_in_the_same_sitting(journal: Journal, clock: FixedClock) -> None:
    draft = letter("One.")
    journal.pages.save(draft)
    clock.advance(MINUTE)
    journal.letters.put_away(draft.id, DAY)
    for words in ("Two.", "Three."):
        clock.advance(MINUTE)
        journal.pages.save(with_words(draft, words))
    assert bodies(journal, draft) == ["One."]


def test_a_clock_set_back_costs_no_version(journal: Journal, clock: FixedClock) -> None:
    draft = letter("One.")
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, DAY)
    journal.pages.save(with_words(draft, "Two."))
    clock.advance(-2 * 24 * 60 * MINUTE)
    for words in ("Three.", "Four.", "Five."):
        journal.pages.save(with_words(draft, words))
        clock.advance(60 * MINUTE)
    assert bodies(journal, draft) == ["Four.", "Three.", "Two.", "One."]


def test_a_clock_set_back_before_the_first_edit_keeps_one_version_a_sitting(
    journal: Journal, clock: FixedClock
) -> None:
    draft = letter("One.")
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, DAY)
    clock.advance(-2 * 24 * 60 * MINUTE)
    for words in ("Two.", "Three.", "Four."):
        journal.pages.save(with_words(draft, words))
        clock.advance(MINUTE)
    assert bodies(journal, draft) == ["One."]


def test_a_draft_and_a_page_have_no_versions(journal: Journal, connection: Connection, clock: FixedClock) -> None:
    for draft in (letter("One."), page("One.")):
        journal.pages.save(draft)
        clock.advance(60 * MINUTE)
        journal.pages.save(with_words(draft, "Two."))
    assert connection.execute("SELECT count(*) FROM revision").fetchall() == [(0,)]


def test_saving_the_same_words_keeps_no_version(journal: Journal, clock: FixedClock) -> None:
    draft = letter("One.")
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, DAY)
    clock.advance(60 * MINUTE)
    journal.pages.save(draft)
    assert bodies(journal, draft) == []
