"""What was heard is derived: it is heard again under new rules, and every choice of the person lives through it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartjournal.journal import Journal
from heartjournal.journal.findings import SLICE_PAGES
from heartjournal.model.phrase import CriticWishes
from heartjournal.vault import Connection
from tests.journal.builders import DAY, page
from tests.journal.conftest import OpenAgain
from tests.journal.test_phrases import DOWN, FOOL, hear, keep, shown, write

_OUTDATED = "UPDATE meta SET value = 1 WHERE name = 'hearing_version'"
_FOUND = "SELECT section, start, end, key, entry, tier, reason FROM finding ORDER BY section, start"


def found(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute(_FOUND).fetchall()


def test_under_new_rules_everything_is_heard_again_in_slices(journal: Journal, connection: Connection) -> None:
    write(journal, *[f"{DOWN}. {FOOL}."] * (2 * SLICE_PAGES + 1))
    before = found(connection)
    connection.execute("DELETE FROM finding")
    connection.execute(_OUTDATED)
    assert sum(1 for _ in journal.critic.catch_up()) == 3
    assert found(connection) == before
    assert sum(1 for _ in journal.critic.catch_up()) == 0


def test_many_choices_are_heard_again_in_slices_and_only_then_is_anything_forgotten(
    journal: Journal, connection: Connection
) -> None:
    for number in range(45):
        journal.phrases.keep(f"The kettle sings {number}")
    write(journal, f"{FOOL}.")
    before = found(connection)
    connection.execute(_OUTDATED)
    catching_up = journal.critic.catch_up()
    for _ in range(2):
        next(catching_up)
        assert found(connection) == before
    assert sum(1 for _ in catching_up) == 1
    assert found(connection) == before


def test_a_rescan_that_is_stopped_goes_on_where_it_was(journal: Journal, open_again: OpenAgain) -> None:
    write(journal, *[f"{DOWN}."] * (2 * SLICE_PAGES))
    journal._vault.connection.execute(_OUTDATED)
    next(iter(journal.critic.catch_up()))
    again = open_again()
    connection = again._vault.connection
    assert connection.execute("SELECT count(*) FROM finding").fetchall() == [(SLICE_PAGES,)]
    hear(again)
    assert connection.execute("SELECT count(*) FROM finding").fetchall() == [(2 * SLICE_PAGES,)]


def test_a_long_page_is_a_slice_of_its_own(journal: Journal) -> None:
    for _ in range(3):
        journal.pages.save(page("The rain went on. " * 1000))
    for _ in journal.search.catch_up():
        pass
    assert sum(1 for _ in journal.critic.catch_up()) == 3


def test_a_choice_made_under_older_rules_gets_its_new_key_from_its_own_sentence(
    journal: Journal, connection: Connection
) -> None:
    identity = keep(journal, DOWN)
    write(journal, f"{DOWN}.", f"{FOOL}.", f"{FOOL}.")
    (suggestion,) = journal.critic.suggestions()
    journal.critic.refuse(suggestion.key, FOOL)
    connection.execute("UPDATE variant SET key = 'older|rules'")
    connection.execute("UPDATE refusal SET key = 'older|rules'")
    assert shown(journal) == [(DOWN, 0)]
    connection.execute(_OUTDATED)
    hear(journal)
    assert shown(journal) == [(DOWN, 1)]
    assert journal.critic.suggestions() == ()
    assert [line.phrase.id for line in journal.phrases.lines()] == [identity]


def test_a_kept_sentence_that_new_rules_do_not_hear_is_found_by_its_words(
    journal: Journal, connection: Connection
) -> None:
    keep(journal, DOWN)
    write(journal, "Tonight the porridge sings again.")
    connection.execute("UPDATE variant SET key = 'older|rules', example = 'the porridge sings'")
    connection.execute(_OUTDATED)
    hear(journal)
    assert shown(journal) == [(DOWN, 1)]


def test_a_key_that_another_sentence_had_under_older_rules_can_be_kept_too(
    journal: Journal, connection: Connection
) -> None:
    first = keep(journal, DOWN)
    connection.execute("UPDATE variant SET key = 'own|something else', example = 'something else'")
    second = keep(journal, DOWN)
    assert first != second
    assert len(journal.phrases.lines()) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=30)
@given(
    edits=st.lists(
        st.sampled_from(["It rained. ", "Tea. ", f"{FOOL}. ", f"{DOWN}. ", "😀 ", "I know, ", "\n\n"]), max_size=6
    ),
    rescans=st.booleans(),
)
def test_choices_live_through_every_edit_and_rescan(
    edits: list[str], rescans: bool, shared: tuple[Journal, Connection]
) -> None:
    journal, connection = shared
    journal.critic.wish(CriticWishes(days_before_suggested=1))
    (elsewhere,) = write(journal, f"{FOOL}.")
    draft = page(f"{DOWN}. {FOOL}.", day=DAY + timedelta(days=1))
    journal.pages.save(draft)
    hear(journal)
    identity = keep(journal, DOWN)
    key = journal.phrases.page(keep(journal, FOOL)).variants[0].key
    journal.phrases.let_go_of_wording(key)
    place = draft.sections[0]
    journal.critic.refuse(key, FOOL, section=place.id)
    for edit in edits:
        place = replace(place, body=edit + place.body)
        journal.pages.save(replace(draft, sections=(place,)))
    if rescans:
        connection.execute(_OUTDATED)
    hear(journal)
    bodies = journal.phrases.page(identity)
    here = [each for each in bodies.occurrences if each.entry == draft.id]
    assert here
    assert all(place.body[each.start : each.end].lower() == DOWN.lower() for each in here)
    (suggestion,) = (one for one in journal.critic.suggestions() if one.key == key)
    asked_about = {each.entry for each in suggestion.occurrences}
    assert elsewhere in asked_about
    assert draft.id not in asked_about
    journal.pages.remove(elsewhere)


@pytest.fixture(name="shared")
def _shared(journal: Journal, connection: Connection) -> tuple[Journal, Connection]:
    return journal, connection
