"""Letters that answer one of the person's own phrases: linked, told of in the list, and brought where it stands."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from heartjournal.journal import Journal
from heartjournal.model.changes import Changes
from heartjournal.model.letter import Drawn, LetterLink, ReasonKind
from heartjournal.model.problems import NoSuchPage
from heartjournal.vault import Connection
from tests.clock import FixedClock
from tests.journal.builders import DAY, letter, page

ONE_DAY = timedelta(days=1)
WORDS = "I always let people down"


def kept(journal: Journal, *parts: str) -> UUID:
    draft = page(*parts)
    journal.pages.save(draft)
    return draft.id


def phrase(journal: Journal, words: str = WORDS) -> UUID:
    (identity,) = journal.phrases.keep(words).phrases
    return identity


def about(journal: Journal, phrase: UUID, words: str = "Dear you.", *, title: str = "") -> UUID:
    """A letter about a phrase, put away for a long while."""
    draft = letter(words, title=title)
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, DAY + 90 * ONE_DAY)
    journal.phrases.link_letter(phrase, draft.id)
    return draft.id


def test_where_the_phrase_stands_in_other_words_its_letter_shares_the_sentence(journal: Journal) -> None:
    identity = about(journal, phrase(journal))
    near = kept(journal, "On the bus. I always let everybody down. Then rain.")
    assert journal.letters.draw(near) == Drawn(identity, ReasonKind.SAME_SENTENCE, WORDS)


def test_a_page_that_has_not_been_heard_yet_is_heard_before_a_letter_is_looked_for(
    journal: Journal, connection: Connection, clock: FixedClock
) -> None:
    identity = about(journal, phrase(journal))
    clock.advance(5 * ONE_DAY)
    near = kept(journal, f"{WORDS}.")
    assert not connection.execute("SELECT * FROM finding", {}).fetchall()
    assert journal.letters.offer_after(near) == Drawn(identity, ReasonKind.SAME_SENTENCE, WORDS)


def test_it_is_offered_once_and_not_to_a_page_where_the_phrase_does_not_stand(
    journal: Journal, clock: FixedClock
) -> None:
    about(journal, phrase(journal))
    clock.advance(5 * ONE_DAY)
    assert journal.letters.offer_after(kept(journal, "Rain, and a good book.")) is None
    near = kept(journal, f"{WORDS}.")
    assert journal.letters.offer_after(near)
    assert journal.letters.offer_after(near) is None


def test_the_letter_of_a_phrase_that_was_joined_with_another_comes_for_both(journal: Journal) -> None:
    one, other = phrase(journal), phrase(journal, "I am such an idiot")
    identity = about(journal, one)
    near = kept(journal, "I am such an idiot.")
    assert journal.letters.draw(near) == Drawn(identity, ReasonKind.BY_CHANCE)
    journal.phrases.merge(one, other)
    assert journal.letters.draw(near) == Drawn(identity, ReasonKind.SAME_SENTENCE, "I am such an idiot")
    journal.phrases.unmerge(one)
    assert journal.letters.draw(near) == Drawn(identity, ReasonKind.BY_CHANCE)


def test_a_sentence_that_was_said_no_to_and_a_phrase_at_rest_bring_no_letter(journal: Journal) -> None:
    own = phrase(journal)
    identity = about(journal, own)
    draft = page(f"{WORDS}.")
    journal.pages.save(draft)
    shared = Drawn(identity, ReasonKind.SAME_SENTENCE, WORDS)
    by_chance = Drawn(identity, ReasonKind.BY_CHANCE)
    assert journal.letters.draw(draft.id) == shared
    (place,) = journal.phrases.page(own).occurrences
    journal.critic.refuse(place.key, place.quotation.words, section=place.section)
    assert journal.letters.draw(draft.id) == by_chance
    journal.critic.take_back_refusal(place.key, section=place.section)
    assert journal.letters.draw(draft.id) == shared
    journal.phrases.rest(own)
    assert journal.letters.draw(draft.id) == by_chance


def test_one_that_is_sealed_closed_or_in_the_bin_or_speaks_of_despair_stays_where_it_is(
    journal: Journal, connection: Connection
) -> None:
    own = phrase(journal)
    near = kept(journal, f"{WORDS}.")
    sealed = letter("Dear.", title="Sealed")
    journal.pages.save(sealed)
    journal.phrases.link_letter(own, sealed.id)
    journal.letters.put_away(sealed.id, DAY + 90 * ONE_DAY, sealed=True)
    closed = about(journal, own)
    connection.execute("UPDATE entry SET closed = 1 WHERE id = :id", {"id": closed.bytes})
    journal.pages.trash(about(journal, own))
    about(journal, own, "I want to be dead.")
    assert journal.letters.draw(near) is None


def test_what_was_written_about_the_page_itself_and_its_quoted_sentence_go_before(journal: Journal) -> None:
    near = kept(journal, f"{WORDS}.")
    by_phrase = about(journal, phrase(journal))
    quoted = letter("Dear.")
    journal.pages.save(quoted)
    journal.letters.put_away(quoted.id, DAY + 90 * ONE_DAY)
    journal.letters.link(quoted.id, LetterLink(kept(journal, "Else."), None, WORDS))
    assert journal.letters.draw(near) == Drawn(quoted.id, ReasonKind.SAME_SENTENCE, WORDS)
    journal.pages.trash(quoted.id)
    assert journal.letters.draw(near) == Drawn(by_phrase, ReasonKind.SAME_SENTENCE, WORDS)


def test_the_list_and_the_letter_tell_the_phrase_that_it_answers_unless_a_hurt_was_named(journal: Journal) -> None:
    own = phrase(journal)
    identity = about(journal, own, title="The chair")
    assert journal.letters.letter(identity).phrases == (WORDS,)
    (line,) = journal.letters.lines()
    assert line.about == WORDS
    journal.phrases.rename(own, "Letting people down")
    assert journal.letters.letter(identity).line.about == "Letting people down"


def test_a_sealed_letter_tells_no_word_of_its_phrase(journal: Journal) -> None:
    draft = letter("Dear.", title="Sealed")
    journal.pages.save(draft)
    journal.phrases.link_letter(phrase(journal), draft.id)
    journal.letters.put_away(draft.id, DAY + 90 * ONE_DAY, sealed=True)
    sealed = journal.letters.letter(draft.id)
    assert (sealed.phrases, sealed.line.about) == ((), "")


def test_a_letter_is_not_drawn_to_a_page_by_a_phrase_that_was_let_go(journal: Journal) -> None:
    own = phrase(journal)
    identity = about(journal, own)
    journal.phrases.let_go(own)
    assert journal.letters.draw(kept(journal, f"{WORDS}.")) == Drawn(identity, ReasonKind.BY_CHANCE)
    with pytest.raises(NoSuchPage):
        journal.phrases.link_letter(own, identity)


def test_a_line_kept_again_under_its_id_is_the_same_line_in_other_words(journal: Journal, clock: FixedClock) -> None:
    own, line = phrase(journal), uuid4()
    journal.phrases.reframe(own, "I let one thing slip.")
    clock.advance(ONE_DAY)
    assert journal.phrases.reframe(own, "I let one thing", line=line) == Changes(phrases=frozenset({own}))
    clock.advance(ONE_DAY)
    journal.phrases.reframe(own, "I let one thing slip this week.", line=line)
    reframes = journal.phrases.page(own).reframes
    assert [(each.words, each.written_on) for each in reframes] == [
        ("I let one thing slip this week.", DAY + ONE_DAY),
        ("I let one thing slip.", DAY),
    ]
