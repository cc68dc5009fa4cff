"""The desk of the inner critic: underlines, suggestions, the timeline and the note of a month."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from heartjournal.journal import Journal
from heartjournal.journal.critic import MOST_SENTENCES
from heartjournal.journal.hearing import Hearing
from heartjournal.model.criticism import Heard
from heartjournal.model.phrase import MOST_UNDERLINED, CriticWishes, Mark, PageHeard, PageSection
from heartjournal.vault import Connection
from tests.clock import FixedClock
from tests.journal.builders import DAY, page, section
from tests.journal.test_phrases import DOWN, FOOL, hear, keep, write

RIGHT = "I can't do anything right"
DESPAIR = "I don't want to be here any more."


def look(journal: Journal, *texts: str) -> PageHeard:
    """What is heard in a page that nobody has saved."""
    return journal.critic.look(uuid4(), tuple(PageSection(uuid4(), text) for text in texts))


def marks(journal: Journal, *texts: str) -> list[str]:
    """The words underlined in such a page."""
    return [_words(mark, texts) for mark in look(journal, *texts).marks]


def _words(mark: Mark, texts: tuple[str, ...]) -> str:
    return next(text[mark.start : mark.end] for text in texts if len(text) >= mark.end)


def suggested(journal: Journal, *, maybe_too: bool = False) -> list[tuple[str, int]]:
    return [(each.words, each.days) for each in journal.critic.suggestions(maybe_too=maybe_too)]


def test_a_sure_find_is_underlined_at_once_with_its_reason(journal: Journal) -> None:
    (mark,) = look(journal, f"Late again. {FOOL}.").marks
    assert (mark.start, mark.end) == (12, 12 + len(FOOL))
    assert mark.reason
    assert (mark.days, mark.since, mark.phrase, mark.answer) == (0, None, None, "")


def test_at_most_two_sentences_of_a_page_are_underlined_and_none_twice(journal: Journal) -> None:
    assert marks(journal, f"{FOOL}. {FOOL}. {RIGHT}. {DOWN}.") == [FOOL, RIGHT]
    assert MOST_UNDERLINED == 2


def test_a_mark_tells_on_how_many_other_days_the_sentence_stood_and_what_answered_it(journal: Journal) -> None:
    write(journal, f"{FOOL}.", f"{FOOL}. {FOOL}.", f"{FOOL}, but everyone is a fool sometimes.")
    (mark,) = look(journal, f"{FOOL}.").marks
    assert (mark.days, mark.since) == (2, DAY)
    assert mark.answer == "but everyone is a fool sometimes"
    identity = keep(journal, FOOL)
    journal.phrases.reframe(identity, "I was tired.")
    (mark,) = look(journal, f"{FOOL}.").marks
    assert mark.phrase
    assert mark.reframe
    assert (mark.phrase.id, mark.reframe.words) == (identity, "I was tired.")


def test_the_days_of_a_mark_are_those_of_other_pages(journal: Journal) -> None:
    draft = page(f"{FOOL}.")
    journal.pages.save(draft)
    hear(journal)
    (mark,) = journal.critic.look(draft.id, (PageSection(draft.sections[0].id, f"{FOOL}."),)).marks
    assert mark.days == 0


def test_of_a_long_page_only_the_paragraph_that_changed_is_heard_again(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraphs = [f"Day {number}. It rained." for number in range(20)]
    place = uuid4()
    heard: list[str] = []
    hear_it = Hearing.hear

    def noted(hearing: Hearing, text: str) -> Heard:
        heard.append(text)
        return hear_it(hearing, text)

    monkeypatch.setattr(Hearing, "hear", noted)
    journal.critic.look(place, (PageSection(place, "\n\n".join(paragraphs)),))
    assert heard == paragraphs
    heard.clear()
    paragraphs[7] = f"Then: {FOOL}."
    body = "\n \n\n".join(paragraphs)
    (mark,) = journal.critic.look(place, (PageSection(place, body),)).marks
    assert heard == [paragraphs[7]]
    assert body[mark.start : mark.end] == FOOL


def test_what_was_heard_of_a_page_is_there_again_with_a_new_phrase_of_ones_own(journal: Journal) -> None:
    assert marks(journal, "The kettle sings again.") == []
    keep(journal, "the kettle sings")
    assert marks(journal, "The kettle sings again.") == ["The kettle sings"]


def test_own_words_that_reach_into_a_longer_sentence_are_not_underlined_beside_it(journal: Journal) -> None:
    keep(journal, "down and out")
    assert marks(journal, f"{DOWN} and out.") == [DOWN]


def test_a_resting_phrase_is_not_underlined(journal: Journal) -> None:
    identity = keep(journal, FOOL)
    assert marks(journal, FOOL) == [FOOL]
    journal.phrases.rest(identity)
    assert marks(journal, FOOL) == []


def test_an_unsure_find_is_underlined_only_once_it_is_kept(journal: Journal) -> None:
    assert marks(journal, "I am quiet.") == []
    keep(journal, "I am quiet")
    assert marks(journal, "I am quiet.") == ["I am quiet"]


def test_a_section_that_is_not_to_be_heard_has_no_marks(journal: Journal) -> None:
    unheard = PageSection(uuid4(), FOOL, is_heard=False)
    assert journal.critic.look(uuid4(), (unheard,)) == PageHeard()


def test_not_this_holds_in_its_section_through_every_edit_and_nothing_comes_in_its_stead(journal: Journal) -> None:
    draft = page(f"{FOOL}. {RIGHT}. {DOWN}.")
    place = draft.sections[0].id
    first, second = journal.critic.look(draft.id, (PageSection(place, draft.sections[0].body),)).marks
    journal.critic.refuse(first.key, FOOL, section=place)
    after = journal.critic.look(draft.id, (PageSection(place, f"It rained. {draft.sections[0].body}"),)).marks
    assert [mark.key for mark in after] == [second.key]
    assert marks(journal, f"{FOOL}.") == [FOOL]
    assert journal.critic.take_back_refusal(first.key, section=place).heard
    assert len(journal.critic.look(draft.id, (PageSection(place, draft.sections[0].body),)).marks) == 2


def test_never_holds_everywhere_and_can_be_taken_back(journal: Journal) -> None:
    write(journal, FOOL, FOOL)
    (suggestion,) = journal.critic.suggestions()
    assert journal.critic.refuse(suggestion.key, FOOL).heard
    assert not journal.critic.refuse(suggestion.key, FOOL).heard
    assert (suggested(journal), marks(journal, FOOL)) == ([], [])
    journal.critic.take_back_refusal(suggestion.key)
    assert (suggested(journal), marks(journal, FOOL)) == ([(FOOL, 2)], [FOOL])
    assert not journal.critic.take_back_refusal(suggestion.key)


def test_keeping_a_sentence_takes_a_never_back(journal: Journal) -> None:
    write(journal, FOOL, FOOL)
    (suggestion,) = journal.critic.suggestions()
    journal.critic.refuse(suggestion.key, FOOL)
    keep(journal, FOOL)
    assert marks(journal, FOOL) == [FOOL]


def test_a_page_in_which_despair_is_heard_has_no_marks_and_shows_the_way_out_if_wished(journal: Journal) -> None:
    assert look(journal, f"{FOOL}.", DESPAIR) == PageHeard(is_despair=True)
    journal.critic.wish(CriticWishes(ways_out=False))
    assert look(journal, f"{FOOL}.", DESPAIR) == PageHeard()


def test_a_quiet_day_has_no_underlines_and_is_over_with_the_day(journal: Journal, clock: FixedClock) -> None:
    journal.critic.wish(CriticWishes(is_quiet=True))
    assert marks(journal, FOOL) == []
    clock.advance(timedelta(days=1))
    assert not journal.critic.wishes().is_quiet
    assert marks(journal, FOOL) == [FOOL]
    journal.critic.wish(CriticWishes(underlines=False))
    assert marks(journal, FOOL) == []


def test_wishes_are_kept_and_what_makes_no_sense_is_not(journal: Journal) -> None:
    assert journal.critic.wishes() == CriticWishes()
    assert not journal.critic.wish(CriticWishes())
    wanted = CriticWishes(
        underlines=False, suggestions=False, days_before_suggested=5, month_note=False, ways_out=False, is_quiet=True
    )
    assert journal.critic.wish(wanted).settings
    assert journal.critic.wishes() == wanted
    for days in (0, 6):
        with pytest.raises(ValueError, match="one to five"):
            journal.critic.wish(replace(wanted, days_before_suggested=days))
    journal.settings.put("person.critic.days_before_suggested", "many")
    assert journal.critic.wishes().days_before_suggested == 2


def test_a_sentence_is_suggested_from_the_second_day_or_as_wished(journal: Journal) -> None:
    write(journal, f"{FOOL}. {FOOL}.", "Rain.", first=DAY)
    assert suggested(journal) == []
    write(journal, FOOL, first=DAY + timedelta(days=5))
    (suggestion,) = journal.critic.suggestions()
    assert (suggestion.words, suggestion.days, suggestion.last_on) == (FOOL, 2, DAY + timedelta(days=5))
    assert len(suggestion.occurrences) == 3
    journal.critic.wish(CriticWishes(days_before_suggested=3))
    assert suggested(journal) == []
    journal.critic.wish(CriticWishes(days_before_suggested=1, suggestions=False))
    assert suggested(journal) == []


def test_an_unsure_verdict_needs_three_days_or_a_request(journal: Journal) -> None:
    write(journal, "I am quiet.", "I am quiet.")
    assert suggested(journal) == []
    assert suggested(journal, maybe_too=True) == [("I am quiet", 2)]
    write(journal, "I am quiet.", first=DAY + timedelta(days=9))
    assert suggested(journal) == [("I am quiet", 3)]


def test_what_was_refused_in_one_place_does_not_count_there(journal: Journal) -> None:
    drafts = [page(f"{FOOL}.", day=DAY), page(f"{FOOL}.", day=DAY + timedelta(days=1))]
    for draft in drafts:
        journal.pages.save(draft)
    hear(journal)
    (suggestion,) = journal.critic.suggestions()
    journal.critic.refuse(suggestion.key, FOOL, section=drafts[0].sections[0].id)
    assert suggested(journal) == []


def test_a_suggestion_names_the_kept_phrases_it_may_belong_to_and_shows_some_sentences(journal: Journal) -> None:
    identity = keep(journal, "My laziness won")
    write(journal, *["I am lazy."] * (MOST_SENTENCES + 3))
    (suggestion,) = journal.critic.suggestions()
    assert [each.id for each in suggestion.near] == [identity]
    assert len(suggestion.occurrences) == MOST_SENTENCES
    assert suggestion.days == MOST_SENTENCES + 3


def test_the_timeline_tells_every_phrase_by_day_and_how_many_pages_there_were(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    write(journal, f"{DOWN}.", "Rain.", f"{DOWN}.", f"{DOWN}, but everyone does sometimes.")
    journal.phrases.reframe(identity, "I let one thing slip.")
    found = journal.critic.timeline(DAY, DAY + timedelta(days=1))
    (lane,) = found.lanes
    assert (lane.times, lane.first_on, lane.last_on) == (2, DAY, DAY + timedelta(days=2))
    assert [(mark.day, mark.count) for mark in lane.marks] == [(DAY, 1)]
    assert [(each.day, each.count) for each in found.pages] == [(DAY, 1), (DAY + timedelta(days=1), 1)]
    assert journal.critic.pages_between(DAY, DAY + timedelta(days=1)) == found.pages
    assert [each.words for each in lane.reframes] == ["I let one thing slip."]
    assert not lane.is_resting
    (lane,) = journal.critic.timeline(DAY, DAY + timedelta(days=9)).lanes
    assert [(each.day, each.count) for each in lane.answers] == [(DAY + timedelta(days=3), 1)]
    (lane,) = journal.critic.timeline(DAY - timedelta(days=9), DAY - timedelta(days=1)).lanes
    assert (lane.marks, lane.reframes) == ((), ())


def test_the_sentences_behind_a_mark_are_those_of_its_days(journal: Journal) -> None:
    identity = keep(journal, DOWN)
    write(journal, f"{DOWN}.", f"{DOWN}!", f"{DOWN}?", f"{DOWN}, but everyone does sometimes.")
    found = journal.critic.behind(identity, DAY + timedelta(days=1), DAY + timedelta(days=2))
    assert [each.day for each in found.occurrences] == [DAY + timedelta(days=2), DAY + timedelta(days=1)]
    assert found.answers == ()
    last = journal.critic.behind(identity, DAY + timedelta(days=3), DAY + timedelta(days=3))
    assert (last.occurrences, [each.quotation.words for each in last.answers]) == (
        (),
        ["but everyone does sometimes"],
    )


def test_the_first_day_is_that_of_the_first_page(journal: Journal) -> None:
    assert journal.critic.first_day() is None
    write(journal, "Rain.", "Sun.")
    assert journal.critic.first_day() == DAY


def test_early_in_a_month_the_month_before_is_looked_back_at_once(journal: Journal, clock: FixedClock) -> None:
    identity = keep(journal, DOWN, words="Letting people down")
    answered = f"{DOWN}, but everyone does sometimes."
    write(journal, f"{DOWN}.", f"{DOWN}.", answered, first=date(2026, 11, 5))
    write(journal, answered, first=date(2026, 12, 1))
    journal.phrases.reframe(identity, "I let one thing slip.")
    assert journal.critic.month_note() is None
    clock.set("2026-12-03 20:00")
    note = journal.critic.month_note()
    assert note
    assert (note.month, note.phrases, note.reframes) == (
        date(2026, 11, 1),
        (("Letting people down", 2),),
        ("I let one thing slip.",),
    )
    assert note.answers == ("but everyone does sometimes",)
    assert note.kind_words == (*note.reframes, *note.answers)
    journal.critic.month_note_read(note)
    assert journal.critic.month_note() is None


def test_the_note_of_a_month_obeys_its_switch_rest_and_the_end_of_the_week(journal: Journal, clock: FixedClock) -> None:
    identity = keep(journal, DOWN)
    write(journal, f"{DOWN}.", first=date(2026, 11, 5))
    clock.set("2026-12-08 20:00")
    assert journal.critic.month_note() is None
    clock.set("2026-12-07 20:00")
    assert journal.critic.month_note()
    journal.critic.wish(CriticWishes(month_note=False))
    assert journal.critic.month_note() is None
    journal.critic.wish(CriticWishes())
    journal.phrases.rest(identity)
    assert journal.critic.month_note() is None


def test_a_page_of_despair_is_in_no_note_and_no_despair_is_ever_kept_by_the_ear(
    journal: Journal, connection: Connection, clock: FixedClock
) -> None:
    keep(journal, DOWN)
    journal.pages.save(page(section(f"{DOWN}. That was all."), section(DESPAIR), day=date(2026, 11, 5)))
    hear(journal)
    clock.set("2026-12-03 20:00")
    keep(journal, "I feel like a failure")
    kind = f"I feel like a failure, but everyone fails sometimes. {DESPAIR}"
    journal.pages.save(page(kind, day=date(2026, 11, 7)))
    hear(journal)
    assert journal.critic.month_note() is None
    journal.pages.save(page("I am such a fool, I don't want to be here any more.", day=date(2026, 11, 6)))
    hear(journal)
    assert connection.execute("SELECT count(*) FROM finding").fetchall() == [(1,)]
