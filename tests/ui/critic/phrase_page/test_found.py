"""The lane of the page of a phrase is the one of the timeline."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from heartjournal.ui.critic.phrase_page.found import look_at
from tests.ui.critic.phrase_page.reader import DOWN, IDIOT
from tests.ui.writing import ask

if TYPE_CHECKING:
    from heartjournal.model.timeline import Lane, Timeline
    from heartjournal.ui.critic.phrase_page.found import PhraseFound
    from tests.ui.critic.phrase_page.reader import Reader


def look(reader: Reader, before: PhraseFound | None = None) -> PhraseFound:
    return ask(
        reader.surroundings,
        reader.qtbot,
        lambda journal: look_at(journal, reader.phrase, today=reader.today, first_weekday=0, before=before),
    )


def timeline(reader: Reader, found: PhraseFound) -> Timeline:
    since = found.axis.buckets[0].first
    return ask(reader.surroundings, reader.qtbot, lambda journal: journal.critic.timeline(since, reader.today))


def lane(reader: Reader, found: PhraseFound) -> Lane:
    return next(each for each in timeline(reader, found).lanes if each.phrase.id == reader.phrase)


def test_it_has_the_same_marks_answers_and_lines_however_many_wordings_and_pages_a_day(reader: Reader) -> None:
    other = reader.keep_phrase(IDIOT)
    reader.do(lambda journal: journal.phrases.merge(other, reader.phrase))
    reader.write(f"{IDIOT}. {DOWN}.", 2, 2, 300)
    reader.write(f"{DOWN}, but everyone does sometimes.", 1)
    reader.do(lambda journal: journal.phrases.reframe(reader.phrase, "I let one thing slip."))
    reader.do(lambda journal: journal.phrases.reframe(reader.phrase, "I also kept eleven."))
    found = look(reader)
    assert found.lane == lane(reader, found)
    assert found.lane.answers
    assert found.axis.buckets[0].first == reader.today - timedelta(days=300)
    assert found.pages == timeline(reader, found).pages


def test_a_phrase_of_late_is_shown_over_half_a_year(reader: Reader) -> None:
    found = look(reader)
    assert found.axis.buckets[0].first == reader.today.replace(month=5, day=13)
    assert found.lane == lane(reader, found)


def test_with_the_same_pages_as_before_they_are_not_counted_again(reader: Reader) -> None:
    before = look(reader)
    reader.do(lambda journal: journal.phrases.rename(reader.phrase, "Letting people down"))

    assert look(reader, before).page.line.phrase.words == "Letting people down"
    assert look(reader, before).pages is before.pages
