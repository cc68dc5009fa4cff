"""The desk of phrases: what is kept, joined, taken apart and answered, and that every choice can be undone."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from heartjournal.journal import Journal, phrase_wordings
from heartjournal.journal.hearing import Hearing
from heartjournal.model.criticism import Heard
from heartjournal.model.element import Element
from heartjournal.model.entry import EntryKind
from heartjournal.model.phrase import CriticStep, PageSection, Phrase
from heartjournal.model.problems import KnownProblem, NoSuchPage
from heartjournal.vault import Connection
from tests.clock import FixedClock
from tests.journal.builders import DAY, letter, page, section
from tests.journal.conftest import Asked

DOWN = "I always let people down"
FOOL = "I am such a fool"


def keep(journal: Journal, example: str, *, words: str = "", into: UUID | None = None) -> UUID:
    """Keep a wording; the phrase it belongs to."""
    journal.phrases.keep(example, words=words, into=into)
    phrase = journal.phrases.whose(example)
    assert phrase
    return phrase


def hear(journal: Journal) -> None:
    """Index and hear everything that is due, as when the hand rests."""
    for _ in journal.search.catch_up():
        pass
    for _ in journal.critic.catch_up():
        pass


def write(journal: Journal, *texts: str, first: date = DAY) -> list[UUID]:
    """One page for each text, a day apart, the first on `first`; they are heard. The ids of the pages."""
    drafts = [page(text, day=first + timedelta(days=place)) for place, text in enumerate(texts)]
    for draft in drafts:
        journal.pages.save(draft)
    hear(journal)
    return [draft.id for draft in drafts]


def shown(journal: Journal) -> list[tuple[str, int]]:
    """What the list of phrases shows, with how often each came."""
    return [(line.phrase.words, line.times) for line in journal.phrases.lines()]


def phrase(journal: Journal, identity: UUID) -> Phrase:
    return journal.phrases.page(identity).line.phrase


def test_a_sentence_that_is_kept_counts_every_page_it_stood_in_once(journal: Journal) -> None:
    write(journal, f"{DOWN}. Yes, {DOWN.lower()}.", "A quiet day.", f"On the bus: {DOWN.lower()}.")
    assert shown(journal) == []
    keep(journal, DOWN)
    assert shown(journal) == [(DOWN, 2)]
    line = journal.phrases.lines()[0]
    assert (line.first_on, line.last_on) == (DAY, DAY + timedelta(days=2))


def test_other_spellings_of_a_kept_sentence_are_the_same_phrase(journal: Journal) -> None:
    keep(journal, DOWN)
    write(journal, "i ALWAYS let everyone down", "I always let people down…")
    assert shown(journal) == [(DOWN, 2)]


def test_keeping_a_sentence_twice_makes_one_phrase(journal: Journal) -> None:
    assert journal.phrases.whose(DOWN) is None
    assert keep(journal, DOWN) == keep(journal, "I always let everybody down")
    assert len(journal.phrases.lines()) == 1
    assert not journal.phrases.keep(DOWN, into=keep(journal, FOOL))


def test_a_sentence_is_kept_under_the_id_and_the_key_it_is_given(journal: Journal) -> None:
    identity = uuid4()
    assert journal.phrases.keep(FOOL, key="am|somebody else", phrase=identity).phrases == {identity}
    assert [each.key for each in journal.phrases.page(identity).variants] == ["am|somebody else"]


def test_a_sentence_is_softened_kept_or_not_and_both_can_be_undone(journal: Journal) -> None:
    made, line, again = uuid4(), uuid4(), uuid4()
    assert journal.phrases.soften(FOOL, "I was tired.", key="am|fool", phrase=made, reframe=line).phrases == {made}
    assert journal.phrases.soften(FOOL, "So tired.", key="am|fool", phrase=uuid4(), reframe=again).phrases == {made}
    assert [each.id for each in journal.phrases.page(made).reframes] == [again, line]
    journal.phrases.remove_reframe(again)
    journal.phrases.let_go(uuid4())
    assert [each.words for each in journal.phrases.page(made).reframes] == ["I was tired."]
    journal.phrases.let_go(made)
    assert journal.phrases.lines() == ()


def test_a_sentence_the_ear_cannot_hear_is_found_by_its_very_words(journal: Journal) -> None:
    write(journal, "Der Abend war lang. Ich bin zu viel.", "ICH BIN ZU VIEL, schon wieder.", "Ich bin zufrieden.")
    keep(journal, "Ich bin zu viel")
    hear(journal)
    assert shown(journal) == [("Ich bin zu viel", 2)]


def test_a_kept_sentence_beyond_the_letters_of_english_is_found_in_the_pages_before(journal: Journal) -> None:
    write(journal, "我总是让人失望 今天也是", "Straße: Ich genüge nie.")
    keep(journal, "Ich genüge nie")
    hear(journal)
    assert shown(journal) == [("Ich genüge nie", 1)]


def test_words_that_are_not_indexed_yet_are_found_too(journal: Journal) -> None:
    journal.pages.save(page("Too much, too loud, as ever."))
    keep(journal, "Too much, too loud")
    hear(journal)
    assert shown(journal) == [("Too much, too loud", 1)]


def test_what_holds_no_word_is_not_kept(journal: Journal) -> None:
    with pytest.raises(KnownProblem):
        journal.phrases.keep(" … !")
    assert journal.phrases.lines() == ()


def test_letting_go_of_a_phrase_is_as_if_it_had_never_been_kept(journal: Journal) -> None:
    write(journal, DOWN, DOWN)
    before = journal.critic.suggestions()
    identity = keep(journal, DOWN)
    journal.phrases.reframe(identity, "I let one thing slip.")
    assert journal.critic.suggestions() == ()
    journal.phrases.let_go(identity)
    assert shown(journal) == []
    assert journal.critic.suggestions() == before


def test_a_phrase_let_go_of_for_good_is_not_asked_about_again(journal: Journal) -> None:
    write(journal, DOWN, DOWN)
    identity = keep(journal, DOWN)
    journal.phrases.let_go(identity, for_good=True)
    assert journal.critic.suggestions() == ()
    keep(journal, DOWN)
    assert shown(journal) == [(DOWN, 2)]


def test_words_of_ones_own_take_nothing_away_from_a_phrase_they_stand_in(journal: Journal) -> None:
    keep(journal, DOWN)
    write(journal, f"{DOWN}.", "So many people.")
    own = keep(journal, "people")
    hear(journal)
    assert sorted(shown(journal)) == [(DOWN, 1), ("people", 2)]
    journal.phrases.let_go(own)
    hear(journal)
    assert shown(journal) == [(DOWN, 1)]


def test_what_stands_within_words_of_ones_own_is_heard_again_once_those_are_let_go(journal: Journal) -> None:
    write(journal, f"Ach, {FOOL}, ach.", f"Ach, {FOOL}, ach.")
    identity = keep(journal, "So what")
    journal.phrases.keep(f"Ach, {FOOL}, ach", into=identity, key="own|ach i am such a fool ach")
    hear(journal)
    assert journal.critic.suggestions() == ()
    journal.phrases.let_go_of_wording("own|ach i am such a fool ach")
    hear(journal)
    assert [each.words for each in journal.critic.suggestions()] == [FOOL]


def test_a_sentence_found_by_two_wordings_of_a_phrase_is_told_once(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    journal.phrases.keep("let people down", into=identity, key="own|let people down")
    write(journal, f"{DOWN}.", "Did not let people down.", "Let people down, again.")
    found = journal.phrases.page(identity).occurrences
    assert [each.quotation.words for each in found if each.day == DAY] == [DOWN]


def test_of_overlapping_wordings_the_longer_is_told_and_underlined(journal: Journal) -> None:
    identity = keep(journal, "kettle sings")
    journal.phrases.keep(DOWN, into=identity)
    journal.phrases.keep("oh I always", into=identity, key="own|oh i always")
    write(journal, f"Oh {DOWN}.")
    assert [each.quotation.words for each in journal.phrases.page(identity).occurrences] == [DOWN]
    place = uuid4()
    (mark,) = journal.critic.look(uuid4(), (PageSection(place, f"Oh {DOWN}."),)).marks
    assert (mark.start, mark.end) == (3, 3 + len(DOWN))


def test_in_a_large_journal_only_the_pages_that_hold_own_words_are_heard_again(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phrase_wordings, "_PAGES_HEARD_AGAIN", 2)
    write(journal, "The kettle sings.", "Rain.", "Sun.", "Wind.")
    for _ in journal.search.catch_up():
        pass
    hear(journal)
    keep(journal, "The kettle sings")
    assert sum(1 for _ in journal.critic.catch_up()) == 1
    assert shown(journal) == [("The kettle sings", 1)]


def test_despair_is_never_kept_and_never_counted_with_other_words(journal: Journal) -> None:
    with pytest.raises(KnownProblem):
        journal.phrases.keep("I want to die")
    with pytest.raises(KnownProblem):
        journal.phrases.keep("the kettle hums", words="I want to die")
    assert journal.phrases.lines() == ()
    hums = keep(journal, "the kettle hums")
    with pytest.raises(KnownProblem):
        journal.phrases.rename(hums, "I want to die")
    journal.phrases.let_go(hums)
    keep(journal, "the kettle sings")
    write(journal, "The kettle sings and I want to die.", "The kettle sings.")
    assert shown(journal) == [("the kettle sings", 1)]


@pytest.mark.parametrize(
    "guarded",
    [
        "I'm not saying the kettle sings.",
        "I used to think the kettle sings.",
        "If the kettle sings, I go home.",
        "“The kettle sings,” she said.",
        "My brother says the kettle sings.",
    ],
)
def test_own_words_that_are_denied_quoted_or_only_supposed_are_not_counted(journal: Journal, guarded: str) -> None:
    keep(journal, "the kettle sings")
    write(journal, guarded, "Again the kettle sings.", "So: the kettle sings, and rain.")
    assert shown(journal) == [("the kettle sings", 2)]


@pytest.mark.parametrize(
    ("own", "within"), [("我总是让人失望", "今天我总是让人失望了"), ("私はだめだ", "また私はだめだと思う")]
)
def test_own_words_are_heard_where_no_blank_sets_words_apart(journal: Journal, own: str, within: str) -> None:
    keep(journal, own)
    write(journal, f"{own}。", f"{within}。")
    assert shown(journal) == [(own, 2)]


@pytest.mark.parametrize("typed", ["dont count on me", "don't count on me", "don\u2019t count on me"])
def test_own_words_are_found_however_their_apostrophes_were_typed(journal: Journal, typed: str) -> None:
    write(journal, "Dont count on me.", "Don't count on me.", "Don\u2019t count on me!")
    keep(journal, typed)
    hear(journal)
    assert [times for _, times in shown(journal)] == [3]


def test_a_page_full_of_own_words_is_weighed_a_few_times_only(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal, "the kettle sings")
    weighed: list[str] = []
    hear_it = Hearing.hear

    def noted(hearing: Hearing, text: str) -> Heard:
        weighed.append(text)
        return hear_it(hearing, text)

    monkeypatch.setattr(Hearing, "hear", noted)
    write(journal, "The kettle sings. " * 300)
    assert shown(journal) == [("the kettle sings", 1)]
    assert len(weighed) < 20


def test_a_key_that_another_phrase_has_too_is_not_refused_with_the_one_let_go(
    journal: Journal, connection: Connection
) -> None:
    first, second = keep(journal, DOWN), keep(journal, FOOL)
    write(journal, f"{DOWN}.")
    key = journal.phrases.page(first).variants[0].key
    connection.execute("UPDATE variant SET key = :key", {"key": key})
    journal.phrases.let_go(first, for_good=True)
    assert journal.phrases.page(second).line.times == 1
    assert connection.execute("SELECT 1 FROM refusal").fetchone() is None


def test_what_answers_own_words_kindly_is_an_answer_and_no_criticism(journal: Journal) -> None:
    identity = keep(journal, "the kettle sings")
    write(journal, "The kettle sings.", "Well, the kettle sings, but everyone fails sometimes.")
    found = journal.phrases.page(identity)
    assert found.line.times == 1
    assert [each.quotation.words for each in found.answers] == ["but everyone fails sometimes"]


def test_own_words_in_a_line_that_quotes_somebody_are_not_counted(journal: Journal) -> None:
    keep(journal, "the kettle sings")
    write(journal, "> The kettle sings, she wrote.\n\nAnd then tea.", "The kettle sings.")
    assert shown(journal) == [("the kettle sings", 1)]


def test_one_word_that_stands_nearly_everywhere_is_not_kept_and_a_rare_one_is(journal: Journal) -> None:
    write(journal, *["It rained again."] * 25, "Drizzle.")
    for _ in journal.search.catch_up():
        pass
    for common in ("rained", "RAINED", "it rained"):
        with pytest.raises(KnownProblem):
            journal.phrases.keep(common)
    keep(journal, "drizzle")
    keep(journal, "it rained again")


def test_what_is_too_long_to_come_round_again_is_not_kept(journal: Journal) -> None:
    with pytest.raises(KnownProblem):
        journal.phrases.keep("word " * 200)


@pytest.mark.parametrize("words", ["a\0b nought", '"quoted" * OR (x) AND', "caf\u00e9 noir"])
def test_words_that_mean_something_to_the_index_are_only_words(journal: Journal, words: str) -> None:
    write(journal, f"Then {words} it said.")
    keep(journal, words)
    hear(journal)
    assert [times for _, times in shown(journal)] == [1]


def test_two_phrases_that_new_rules_make_one_are_counted_once_and_proposed_to_each_other(
    journal: Journal, connection: Connection
) -> None:
    first, second = keep(journal, DOWN), keep(journal, FOOL)
    write(journal, f"{DOWN}.", f"{DOWN}.")
    key = journal.phrases.page(first).variants[0].key
    connection.execute("UPDATE variant SET key = :key", {"key": key})
    assert sorted(shown(journal)) == [(DOWN, 2), (FOOL, 0)]
    assert len(journal.phrases.page(first).occurrences) == 2
    assert journal.phrases.page(second).occurrences == ()
    assert [each.id for each in journal.phrases.page(second).near] == [first]
    assert [each.id for each in journal.phrases.page(first).near] == [second]
    found = journal.phrases.in_days(first, DAY, DAY + timedelta(days=9))
    assert len(found.occurrences) == 2


def test_a_long_page_full_of_a_phrase_is_read_once(journal: Journal, asked: Asked) -> None:
    identity = keep(journal, FOOL)
    write(journal, f"{FOOL}. " * 300)
    asked.statements.clear()
    assert len(journal.phrases.page(identity).occurrences) == 300
    assert sum("body FROM" in statement for statement in asked.statements) <= 3


def test_the_undo_of_a_waking_keeps_the_day_of_rest(journal: Journal, clock: FixedClock) -> None:
    identity = keep(journal, DOWN)
    journal.phrases.rest(identity)
    clock.advance(timedelta(days=30))
    journal.phrases.wake(identity)
    journal.phrases.rest(identity, since=DAY)
    assert phrase(journal, identity).resting_since == DAY


def test_letting_go_of_what_is_not_there_changes_nothing(journal: Journal) -> None:
    assert not journal.phrases.let_go(uuid4())
    assert not journal.phrases.let_go_of_wording("am|nothing at all")


def test_a_wording_can_be_let_go_of_alone(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    keep(journal, FOOL, into=identity)
    write(journal, DOWN, FOOL)
    assert shown(journal) == [(DOWN, 2)]
    key = journal.phrases.page(identity).variants[1].key
    assert journal.phrases.let_go_of_wording(key).phrases == {identity}
    assert shown(journal) == [(DOWN, 1)]


def test_a_phrase_can_be_called_otherwise(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    journal.phrases.rename(identity, "  The old song ")
    assert phrase(journal, identity).words == "The old song"
    assert not journal.phrases.rename(identity, "  ")
    assert phrase(journal, identity).words == "The old song"


def test_what_is_said_of_a_phrase_is_kept_and_the_rest_stays(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    journal.phrases.describe(identity, tones=("tired", " tired", "", "harsh"), whose_voice="A little like Mr Hale.")
    journal.phrases.describe(identity, protecting="From being left out.")
    journal.phrases.describe(identity, softening="I hear that.")
    found = phrase(journal, identity)
    assert (found.tones, found.whose_voice) == (("tired", "harsh"), "A little like Mr Hale.")
    assert (found.protecting, found.softening) == ("From being left out.", "I hear that.")
    assert not journal.phrases.describe(identity)
    assert not journal.phrases.describe(identity, softening="I hear that.")


def test_the_practice_of_a_phrase_goes_on_where_it_was_left(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    assert phrase(journal, identity).step is CriticStep.NOTICE
    journal.phrases.reach(identity, CriticStep.SOFTEN)
    assert phrase(journal, identity).step is CriticStep.SOFTEN


def test_kinder_lines_are_kept_beside_those_before(journal: Journal, clock: FixedClock) -> None:
    identity = keep(journal, DOWN)
    journal.phrases.reframe(identity, "I let one thing slip.")
    clock.advance(timedelta(days=9))
    journal.phrases.reframe(identity, " I also kept eleven. ")
    assert not journal.phrases.reframe(identity, "I also kept eleven.")
    assert not journal.phrases.reframe(identity, " ")
    found = journal.phrases.page(identity)
    assert [(each.words, each.written_on) for each in found.reframes] == [
        ("I also kept eleven.", DAY + timedelta(days=9)),
        ("I let one thing slip.", DAY),
    ]
    assert found.line.reframe == found.reframes[0]
    assert journal.phrases.remove_reframe(found.reframes[0].id).phrases == {identity}
    assert [each.words for each in journal.phrases.page(identity).reframes] == ["I let one thing slip."]
    assert not journal.phrases.remove_reframe(uuid4())


def test_pinned_phrases_come_first_and_resting_ones_last(journal: Journal) -> None:
    old, new, resting = (keep(journal, words) for words in (DOWN, FOOL, "I can't do anything right"))
    write(journal, DOWN, FOOL, "I can't do anything right.")
    journal.phrases.rest(resting)
    assert [line.phrase.id for line in journal.phrases.lines()] == [new, old, resting]
    journal.phrases.pin(old, pinned=True)
    assert [line.phrase.id for line in journal.phrases.lines()] == [old, new, resting]
    journal.phrases.pin(old, pinned=False)
    assert phrase(journal, resting).resting_since == DAY
    journal.phrases.wake(resting)
    assert [line.phrase.id for line in journal.phrases.lines()] == [resting, new, old]


def test_merged_phrases_are_counted_as_one_and_a_page_with_both_once(journal: Journal) -> None:
    one, other = keep(journal, DOWN), keep(journal, FOOL)
    write(journal, f"{DOWN}. {FOOL}.", FOOL, DOWN)
    journal.phrases.reframe(one, "Kind one.")
    journal.phrases.reframe(other, "Kind other.")
    assert journal.phrases.merge(one, other).phrases == {one, other}
    assert shown(journal) == [(FOOL, 3)]
    found = journal.phrases.page(one)
    assert found.line.phrase.id == other
    assert {each.words for each in found.reframes} == {"Kind one.", "Kind other."}
    assert [each.id for each in found.joined] == [one]
    assert not journal.phrases.merge(one, other)


def test_a_merge_is_undone_without_a_word_lost(journal: Journal) -> None:
    one, other = keep(journal, DOWN), keep(journal, FOOL)
    journal.phrases.reframe(one, "Kind one.")
    before = journal.phrases.page(one), journal.phrases.page(other)
    journal.phrases.merge(one, other)
    journal.phrases.unmerge(one)
    assert (journal.phrases.page(one), journal.phrases.page(other)) == before
    with pytest.raises(NoSuchPage):
        journal.phrases.unmerge(uuid4())


def test_letting_go_of_a_phrase_leaves_those_that_were_merged_into_it(journal: Journal) -> None:
    one, other = keep(journal, DOWN), keep(journal, FOOL)
    journal.phrases.merge(one, other)
    journal.phrases.let_go(other)
    assert [line.phrase.id for line in journal.phrases.lines()] == [one]


def test_phrases_that_two_machines_merged_into_each_other_are_one_still(
    journal: Journal, connection: Connection
) -> None:
    one, other = keep(journal, DOWN), keep(journal, FOOL)
    journal.phrases.merge(one, other)
    named = {"one": one.bytes, "other": other.bytes}
    connection.execute("UPDATE phrase SET merged_into = :one WHERE id = :other", named)
    assert [line.phrase.id for line in journal.phrases.lines()] == [min(one, other)]


def test_a_wording_becomes_a_phrase_of_its_own_and_goes_back(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    keep(journal, FOOL, into=identity)
    write(journal, DOWN, FOOL)
    key = journal.phrases.page(identity).variants[1].key
    own = uuid4()
    assert journal.phrases.split(key, words="A fool", phrase=own).phrases == {own, identity}
    assert sorted(shown(journal)) == [("A fool", 1), (DOWN, 1)]
    journal.phrases.move(key, identity)
    assert shown(journal) == [(DOWN, 2)]
    with pytest.raises(NoSuchPage):
        journal.phrases.page(own)


def test_a_phrase_with_words_of_its_own_stays_when_its_last_wording_moves(journal: Journal) -> None:
    one, other = keep(journal, DOWN), keep(journal, FOOL)
    journal.phrases.reframe(other, "Kind words.")
    journal.phrases.move(journal.phrases.page(other).variants[0].key, one)
    assert {line.phrase.id for line in journal.phrases.lines()} == {one, other}


def test_what_nobody_kept_can_be_neither_split_nor_moved(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    with pytest.raises(NoSuchPage):
        journal.phrases.split("am|fool")
    assert journal.phrases.move("am|fool", identity).phrases == {identity}
    assert shown(journal) == [(DOWN, 0)]


def test_sentences_are_told_with_what_stands_around_them_newest_first(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    ids = write(journal, f"We were late. On the bus I heard it: {DOWN}, again. Then home.", f"{DOWN}.")
    newest, oldest = journal.phrases.page(identity).occurrences
    assert (newest.entry, newest.day) == (ids[1], DAY + timedelta(days=1))
    assert (oldest.quotation.before, oldest.quotation.words, oldest.quotation.after) == (
        "On the bus I heard it: ",
        DOWN,
        ", again.",
    )


def test_a_page_changed_since_it_was_heard_is_heard_before_it_is_quoted(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    draft = page(f"{DOWN}.")
    journal.pages.save(draft)
    hear(journal)
    journal.pages.save(replace(draft, sections=(replace(draft.sections[0], body=f"It rained. {DOWN}."),)))
    (occurrence,) = journal.phrases.page(identity).occurrences
    assert occurrence.quotation.words == DOWN


def test_a_page_in_the_bin_or_kept_closed_is_not_quoted(journal: Journal, connection: Connection) -> None:
    identity = keep(journal, DOWN)
    binned, closed, _ = write(journal, DOWN, DOWN, DOWN)
    journal.pages.trash(binned)
    connection.execute("UPDATE entry SET closed = 1 WHERE id = :id", {"id": closed.bytes})
    assert len(journal.phrases.page(identity).occurrences) == 1
    journal.pages.restore(binned)
    hear(journal)
    assert len(journal.phrases.page(identity).occurrences) == 2


def test_of_a_removed_page_nothing_heard_is_left(journal: Journal, connection: Connection) -> None:
    keep(journal, DOWN)
    (identity,) = write(journal, f"{DOWN}, but everyone fails sometimes. {DOWN}.")
    assert connection.execute("SELECT 1 FROM finding").fetchone()
    assert connection.execute("SELECT 1 FROM answer").fetchone()
    place = UUID(bytes=connection.execute("SELECT section FROM finding").fetchall()[0][0])
    journal.critic.refuse("am|fool", FOOL, section=place)
    journal.critic.refuse("am|fool", FOOL)
    journal.pages.remove(identity)
    assert connection.execute("SELECT 1 FROM finding UNION ALL SELECT 1 FROM answer").fetchone() is None
    assert connection.execute("SELECT section FROM refusal").fetchall() == [(b"",)]


def test_letters_and_answers_to_self_kindness_are_not_counted(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    journal.pages.save(letter(section(DOWN)))
    journal.pages.save(page(section(DOWN, element=Element.SELF_KINDNESS)))
    journal.pages.save(replace(page(DOWN), kind=EntryKind.PRACTICE))
    hear(journal)
    assert journal.phrases.page(identity).line.times == 1


def test_kind_answers_found_in_pages_stand_beside_the_phrase(journal: Journal) -> None:
    identity = keep(journal, "I feel like a failure")
    write(journal, "I feel like a failure.", "I feel like a failure, but everyone fails sometimes.")
    found = journal.phrases.page(identity)
    assert [each.quotation.words for each in found.answers] == ["but everyone fails sometimes"]
    assert found.line.times == 1


def test_phrases_that_may_be_one_are_proposed_and_not_merged(journal: Journal) -> None:
    one = keep(journal, "I am a terrible mother")
    other = keep(journal, "I feel like a terrible mother to them")
    far = keep(journal, "I am a terrible friend")
    if one != other:
        assert {each.id for each in journal.phrases.page(other).near} >= {one}
    assert far not in {each.id for each in journal.phrases.page(one).near}


def test_the_letters_of_joined_phrases_come_newest_first(journal: Journal) -> None:
    one, other = keep(journal, DOWN), keep(journal, FOOL)
    for days, owner in ((0, one), (1, other), (2, one), (3, other)):
        written = letter(section("Dear you."), day=DAY + timedelta(days=days), title=f"{days}")
        journal.pages.save(written)
        journal.phrases.link_letter(owner, written.id)
    journal.phrases.merge(one, other)
    assert [each.title for each in journal.phrases.page(one).letters] == ["3", "2", "1", "0"]


def test_a_letter_is_linked_to_a_phrase_and_told_with_it(journal: Journal) -> None:
    identity, other = keep(journal, DOWN), keep(journal, FOOL)
    written = letter(section("Dear you."), title="The chair")
    journal.pages.save(written)
    linked = journal.phrases.link_letter(identity, written.id)
    assert linked.letters
    assert linked.phrases == {identity}
    journal.phrases.merge(identity, other)
    assert [(each.letter, each.title) for each in journal.phrases.page(other).letters] == [(written.id, "The chair")]
    journal.pages.trash(written.id)
    assert journal.phrases.page(other).letters == ()
    journal.pages.restore(written.id)
    assert [each.letter for each in journal.phrases.page(other).letters] == [written.id]
    with pytest.raises(NoSuchPage):
        journal.phrases.link_letter(identity, uuid4())


def test_about_a_phrase_that_is_not_here_nothing_is_told(journal: Journal) -> None:
    with pytest.raises(NoSuchPage):
        journal.phrases.page(uuid4())
    with pytest.raises(NoSuchPage):
        journal.phrases.rename(uuid4(), "words")
