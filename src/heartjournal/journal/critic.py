"""The desk of the inner critic: what is heard in a page, what is suggested, the timeline, the note of a month."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from heartjournal.journal.critic_wishes import keep_wishes, read_wishes
from heartjournal.journal.findings import Findings, HeardSpan
from heartjournal.journal.hearing import Hearing
from heartjournal.journal.looking_back import note_of
from heartjournal.journal.phrase_rows import EVERYWHERE, SHOWN, Kept, kept_phrases, occurrences, pages_by_day
from heartjournal.journal.phrase_wordings import refusal_identity
from heartjournal.journal.phrases import Phrases, in_order
from heartjournal.journal.settings import Settings
from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.clock import Clock
from heartjournal.model.criticism import Tier
from heartjournal.model.journal_day import journal_day
from heartjournal.model.phrase import (
    DAYS_BEFORE_MAYBE,
    MOST_UNDERLINED,
    CriticWishes,
    Mark,
    MonthNote,
    PageHeard,
    PageSection,
    Phrase,
    PhraseLine,
    Suggestion,
    calmest_of,
)
from heartjournal.model.timeline import BehindMark, DayCount, Lane, Timeline
from heartjournal.vault import Connection

MOST_SENTENCES = 20
"""How many sentences of one suggestion are shown."""
MOST_COMPARED = 60
"""How many suggestions, the first ones, are compared with what is kept."""
NOTE_DAYS = 7
"""For how many days of a month the note of the month before is shown."""
_NOTE_READ = "person.critic.month_note_read"


class Critic:
    """Blocking; used in the connection's thread. `day` is everywhere the journal day of the clock."""

    def __init__(
        self,
        connection: Connection,
        truth: Truth,
        clock: Clock,
        *,
        hearing: Hearing,
        findings: Findings,
        phrases: Phrases,
    ) -> None:
        self._connection = connection
        self._truth = truth
        self._clock = clock
        self._hearing = hearing
        self._findings = findings
        self._phrases = phrases
        self._settings = Settings(connection, truth)

    def catch_up(self) -> Iterator[None]:
        """Hear what was written since, in slices of some milliseconds; stopping between two loses nothing."""
        return self._findings.catch_up()

    def wishes(self) -> CriticWishes:
        """What the person wishes of underlines, suggestions and notes."""
        return read_wishes(self._settings, today=self._day())

    def wish(self, wishes: CriticWishes) -> Changes:
        """Keep other wishes. Raises ValueError for a number of days that is not from one to five."""
        return keep_wishes(self._settings, wishes, today=self._day())

    def look(self, entry: UUID, sections: tuple[PageSection, ...]) -> PageHeard:
        """What is to be underlined in a page as it stands in the editor: at most two sentences, no phrase twice.

        Nothing on a quiet day or without the wish for underlines, and nothing where despair is heard in the page. A
        sentence that was refused here takes one of the two places, so that no other comes up in its stead.
        """
        wishes = self.wishes()
        heard = self._findings.heard_in(section.body for section in sections)
        if any(text.is_despair for text in heard):
            return PageHeard(is_despair=wishes.ways_out)
        if wishes.is_quiet or not wishes.underlines:
            return PageHeard()
        spans = (
            (section, span)
            for section, text in zip(sections, heard, strict=True)
            if section.is_heard
            for span in text.spans
        )
        return PageHeard(marks=tuple(self._marks(entry, spans)))

    def _marks(self, entry: UUID, spans: Iterable[tuple[PageSection, HeardSpan]]) -> Iterator[Mark]:
        kept = kept_phrases(self._connection)
        by_key = kept.by_key
        met: set[UUID | str] = set()
        for section, span in spans:
            phrase = by_key.get(span.key)
            whose = phrase.id if phrase else span.key
            if whose in met or not _is_offered(span, phrase) or self._is_refused(span.key, EVERYWHERE):
                continue
            met.add(whose)
            if not self._is_refused(span.key, section.section.bytes):
                yield self._mark(entry, section, span, phrase, kept)
            if len(met) == MOST_UNDERLINED:
                return

    _MET = f"""
        SELECT DISTINCT entry.day FROM json_each(:keys) AS wanted CROSS JOIN finding ON finding.key = wanted.value
        CROSS JOIN entry ON entry.id = finding.entry
        WHERE finding.entry <> :entry AND {SHOWN.format(found="finding")} ORDER BY entry.day
    """  # noqa: S608  names of the schema

    def _mark(self, entry: UUID, section: PageSection, span: HeardSpan, phrase: Phrase | None, kept: Kept) -> Mark:
        keys = kept.keys_of(phrase.id) if phrase else (span.key,)
        named = {"keys": json.dumps(keys), "entry": entry.bytes}
        rows = self._connection.execute(self._MET, named).fetchall()
        days = [date.fromisoformat(day) for (day,) in rows]
        reframes = kept.reframes_of(phrase.id) if phrase else ()
        answers = occurrences(self._connection, keys, table="answer", limit=1)
        return Mark(
            section=section.section,
            start=span.start,
            end=span.end,
            key=span.key,
            reason=span.reason,
            days=len(days),
            since=days[0] if days else None,
            phrase=phrase,
            reframe=reframes[-1] if reframes else None,
            answer=answers[0].quotation.words if answers else "",
        )

    def refuse(self, key: str, example: str, *, section: UUID | None = None) -> Changes:
        """Say no to a wording: in this section, or with None everywhere and for ever. It is not asked about again."""
        where = section.bytes if section else EVERYWHERE
        with self._truth.writing() as writing:
            refused = writing.put(
                TruthTable.REFUSAL,
                refusal_identity(key, where),
                key=key,
                section=where,
                example=example,
                refused_on=self._day().isoformat(),
            )
        return Changes(heard=refused)

    def take_back_refusal(self, key: str, *, section: UUID | None = None) -> Changes:
        """The undo of `refuse`."""
        where = {"key": key, "section": section.bytes if section else EVERYWHERE}
        rows = self._connection.execute(self._REFUSED, where).fetchall()
        with self._truth.writing() as writing:
            gone = [writing.remove(TruthTable.REFUSAL, UUID(bytes=identity)) for (identity,) in rows]
        return Changes(heard=any(gone))

    _REFUSED = "SELECT id FROM refusal WHERE key = :key AND section = :section"

    def _is_refused(self, key: str, section: bytes) -> bool:
        return self._connection.execute(self._REFUSED, {"key": key, "section": section}).fetchone() is not None

    _UNSORTED = f"""
        SELECT finding.key, finding.tier, entry.day, finding.reason FROM finding
        CROSS JOIN entry ON entry.id = finding.entry
        WHERE NOT EXISTS (SELECT 1 FROM variant WHERE variant.key = finding.key)
            AND NOT EXISTS (SELECT 1 FROM refusal WHERE refusal.key = finding.key AND refusal.section = :everywhere)
            AND {SHOWN.format(found="finding")}
    """  # noqa: S608  names of the schema

    def suggestions(self, *, maybe_too: bool = False) -> tuple[Suggestion, ...]:
        """Wordings nobody has decided about, those of most days first, once they stood on as many days as is wished.

        A verdict that the ear is not sure of needs three days, and with `maybe_too` only as many as the others.
        None without the wish for suggestions.
        """
        wishes = self.wishes()
        if not wishes.suggestions:
            return ()
        maybe_days = wishes.days_before_suggested if maybe_too else max(DAYS_BEFORE_MAYBE, wishes.days_before_suggested)
        days: dict[str, set[str]] = defaultdict(set)
        needed: dict[str, int] = {}
        reasons: dict[str, str] = {}
        rows = self._connection.execute(self._UNSORTED, {"everywhere": EVERYWHERE}).fetchall()
        for key, tier, day, reason in rows:
            days[key].add(day)
            needs = wishes.days_before_suggested if tier == Tier.SURE else maybe_days
            needed[key] = min(needs, needed.get(key, needs))
            reasons[key] = reason
        wanted = [key for key, stood_on in days.items() if len(stood_on) >= needed[key]]
        found = [self._suggestion(key, len(days[key]), reasons[key]) for key in wanted]
        found.sort(key=lambda each: (-each.days, -each.last_on.toordinal(), each.words))
        near = self._phrases.near_each(each.key for each in found[:MOST_COMPARED])
        return tuple(replace(each, near=near.get(each.key, ())) for each in found)

    def _suggestion(self, key: str, days: int, reason: str) -> Suggestion:
        places = occurrences(self._connection, [key], limit=MOST_SENTENCES)
        return Suggestion(
            key=key,
            words=calmest_of([place.quotation.words for place in places]),
            reason=reason,
            days=days,
            last_on=places[0].day,
            occurrences=tuple(places),
        )

    _PAGES = """
        SELECT day, count(*) FROM entry
        WHERE trashed_at IS NULL AND kind <> 'letter' AND day BETWEEN :since AND :until GROUP BY day ORDER BY day
    """

    def timeline(self, since: date, until: date) -> Timeline:
        """Every phrase from `since` to `until`, both included, by day; and how many pages each day had."""
        kept = kept_phrases(self._connection)
        marks = pages_by_day(self._connection, kept)
        answers = pages_by_day(self._connection, kept, table="answer")
        lanes = [
            _lane(phrase, kept, marks[phrase.id], answers[phrase.id], since, until)
            for phrase in kept.phrases.values()
            if kept.roots[phrase.id] == phrase.id
        ]
        return Timeline(
            since,
            until,
            lanes=tuple(sorted(lanes, key=_place)),
            pages=self.pages_between(since, until),
        )

    def pages_between(self, since: date, until: date) -> tuple[DayCount, ...]:
        """How many pages each day had from `since` to `until`, both included; a day without one is left out."""
        rows = self._connection.execute(self._PAGES, {"since": since.isoformat(), "until": until.isoformat()})
        return tuple(DayCount(date.fromisoformat(day), count) for day, count in rows.fetchall())

    _FIRST = "SELECT min(day) FROM entry WHERE trashed_at IS NULL AND kind <> 'letter'"

    def first_day(self) -> date | None:
        """The day of the first page there is."""
        (day,) = self._connection.execute(self._FIRST).fetchall()[0]
        return date.fromisoformat(day) if day else None

    def behind(self, phrase: UUID, since: date, until: date) -> BehindMark:
        """The words behind a mark of the timeline: those of a phrase from `since` to `until`, both included.

        Raises NoSuchPage.
        """
        return self._phrases.in_days(phrase, since, until)

    def month_note(self) -> MonthNote | None:
        """Which phrases came last month, and which kind words were found for them; None when there is nothing to say.

        Shown in the first seven days of a month, until it was read, if it is wished. A page in which despair is heard
        is not in it.
        """
        today = self._day()
        month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
        if today.day > NOTE_DAYS or not self.wishes().month_note or self._settings.get(_NOTE_READ) == f"{month:%Y-%m}":
            return None
        return note_of(self._connection, self._hearing, month)

    def month_note_read(self, note: MonthNote) -> Changes:
        """The note is not shown again."""
        return self._settings.put(_NOTE_READ, f"{note.month:%Y-%m}")

    def _day(self) -> date:
        return journal_day(self._clock.now())


def _is_offered(span: HeardSpan, phrase: Phrase | None) -> bool:
    """A kept phrase always but when it rests; any other only when the ear is sure."""
    return span.tier is Tier.SURE if phrase is None else phrase.resting_since is None


def _lane(
    phrase: Phrase, kept: Kept, marks: dict[date, int], answers: dict[date, int], since: date, until: date
) -> Lane:
    return Lane(
        phrase,
        times=sum(marks.values()),
        first_on=min(marks, default=None),
        last_on=max(marks, default=None),
        marks=_between(marks, since, until),
        answers=_between(answers, since, until),
        reframes=tuple(reframe for reframe in kept.reframes_of(phrase.id) if reframe.written_on <= until),
    )


def _between(counts: dict[date, int], since: date, until: date) -> tuple[DayCount, ...]:
    return tuple(DayCount(day, counts[day]) for day in sorted(counts) if since <= day <= until)


def _place(lane: Lane) -> tuple[bool, bool, int, str]:
    return in_order(PhraseLine(lane.phrase, lane.times, lane.first_on, lane.last_on, None))
