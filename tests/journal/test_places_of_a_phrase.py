"""The places of a phrase whose wordings have become one under new rules of the ear."""

from heartjournal.journal import Journal
from heartjournal.vault import Connection
from tests.journal.builders import page


def test_two_wordings_with_one_key_tell_each_place_once(journal: Journal, connection: Connection) -> None:
    (phrase,) = journal.phrases.keep("I always let people down").phrases
    journal.phrases.keep("I am such an idiot", into=phrase)
    journal.pages.save(page("I always let people down."))
    for _ in journal.critic.catch_up():
        pass
    one, other = (variant.key for variant in journal.phrases.page(phrase).variants)
    connection.execute("UPDATE variant SET key = :one WHERE key = :other", {"one": one, "other": other})
    assert len(journal.phrases.page(phrase).variants) == 2
    (place,) = journal.phrases.page(phrase).occurrences
    assert place.key == one
