"""How results are printed: one line a page, or one JSON document. Every field is explained in docs/command-line.md."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

from heartjournal.cli.streams import one_line
from heartjournal.model.clock import Moment
from heartjournal.model.entry import Draft, Entry, EntryLine, SearchHit, Section
from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport
from heartjournal.model.letter import LetterLine
from heartjournal.model.phrase import Occurrence, PhraseLine, PhrasePage

_NAMED = {
    ImportOutcome.NEW: "brought in",
    ImportOutcome.ALREADY_HERE: "already here",
    ImportOutcome.REFUSED: "refused",
}


def page_row(line: EntryLine) -> str:
    """Id, day and opening, apart by tabs; a page with a title opens with it."""
    return _row(line, line.title or line.opening)


def hit_row(hit: SearchHit) -> str:
    """Id, day and the words around the hit, apart by tabs."""
    return _row(hit.line, hit.snippet.text)


def letter_row(line: LetterLine) -> str:
    """Id, where it is, the day it comes and its title or opening, apart by tabs; of a sealed one the title alone."""
    next_on = line.next_on.isoformat() if line.next_on else ""
    return f"{line.id}\t{line.state.value}\t{next_on}\t{one_line(line.title or line.opening)}\n"


def phrase_row(line: PhraseLine) -> str:
    """In how many pages, first day, last day, words and the newest kinder line, apart by tabs."""
    days = f"{_day(line.first_on) or ''}\t{_day(line.last_on) or ''}"
    kinder = line.reframe.words if line.reframe else ""
    return f"{line.times}\t{days}\t{one_line(line.phrase.words)}\t{one_line(kinder)}\n"


def report_rows(report: ImportReport) -> str:
    """How many files had which outcome, one outcome a line."""
    return "".join(f"{_NAMED[outcome]}\t{report.count(outcome)}\n" for outcome in ImportOutcome)


def journal_json(folder: Path) -> str:
    """The document of `new`."""
    return _document({"journal": _whole(str(folder.absolute()))})


def kept_json(draft: Draft) -> str:
    """The document of `add`."""
    return _document({"id": str(draft.id), "day": draft.day.isoformat()})


def report_json(report: ImportReport) -> str:
    """The document of `import`."""
    counts = {outcome.value: report.count(outcome) for outcome in ImportOutcome}
    return _document({**counts, "files": [_file(line) for line in report.lines]})


def pages_json(lines: tuple[EntryLine, ...]) -> str:
    """The document of `list`."""
    return _document({"pages": [_page(line) for line in lines]})


def hits_json(hits: tuple[SearchHit, ...]) -> str:
    """The document of `search`."""
    return _document({"hits": [{**_page(hit.line), "snippet": _snippet(hit)} for hit in hits]})


def put_away_json(letter: UUID, first_on: date) -> str:
    """The document of `letter add`."""
    return _document({"id": str(letter), "next_on": first_on.isoformat()})


def letters_json(lines: tuple[LetterLine, ...]) -> str:
    """The document of `letters`."""
    return _document({"letters": [_letter(line) for line in lines]})


def phrases_json(phrases: Iterable[PhrasePage]) -> str:
    """The document of `phrases`."""
    return _document({"phrases": [_phrase(page) for page in phrases]})


def entry_json(entry: Entry) -> str:
    """The document of `show`: the whole entry, its sections' bodies as they are."""
    return _document(
        {
            "id": str(entry.id),
            "day": entry.day.isoformat(),
            "happened_at": _moment(entry.happened_at),
            "zone": entry.happened_at.zone if entry.happened_at else None,
            "kind": entry.kind.value,
            "practice": entry.practice_id,
            "title": entry.title,
            "origin": entry.origin,
            "created": entry.created.isoformat(),
            "changed": entry.changed.isoformat(),
            "trashed_at": entry.trashed_at.isoformat() if entry.trashed_at else None,
            "sections": [_section(section) for section in entry.sections],
        }
    )


def _row(line: EntryLine, words: str) -> str:
    return f"{line.id}\t{line.day.isoformat()}\t{one_line(words)}\n"


def _document(content: Mapping[str, object]) -> str:
    """In ASCII: a terminal sees no control character, and no encoding in between can change a letter."""
    return json.dumps(content, indent=2) + "\n"


def _page(line: EntryLine) -> dict[str, object]:
    return {
        "id": str(line.id),
        "day": line.day.isoformat(),
        "happened_at": _moment(line.happened_at),
        "zone": line.happened_at.zone if line.happened_at else None,
        "kind": line.kind.value,
        "title": line.title,
        "opening": line.opening,
        "elements": [element.value for element in line.elements],
    }


def _letter(line: LetterLine) -> dict[str, object]:
    return {
        "id": str(line.id),
        "state": line.state.value,
        "day": line.written_on.isoformat(),
        "title": line.title,
        "opening": line.opening,
        "about": line.about,
        "next_on": line.next_on.isoformat() if line.next_on else None,
        "resting_since": line.resting_since.isoformat() if line.resting_since else None,
        "times_read": line.times_read,
        "felt": line.felt.value if line.felt else None,
    }


def _phrase(page: PhrasePage) -> dict[str, object]:
    line, phrase = page.line, page.line.phrase
    return {
        "id": str(phrase.id),
        "words": phrase.words,
        "times": line.times,
        "first_on": _day(line.first_on),
        "last_on": _day(line.last_on),
        "kept_on": phrase.kept_on.isoformat(),
        "tones": list(phrase.tones),
        "whose_voice": phrase.whose_voice,
        "protecting": phrase.protecting,
        "softening": phrase.softening,
        "pinned": phrase.is_pinned,
        "resting_since": _day(phrase.resting_since),
        "step": phrase.step.value,
        "reframes": [
            {"id": str(each.id), "written_on": each.written_on.isoformat(), "words": each.words}
            for each in page.reframes
        ],
        "variants": [{"key": each.key, "example": each.example} for each in page.variants],
        "joined": [{"id": str(each.id), "words": each.words} for each in page.joined],
        "letters": [{"id": str(each.letter), "title": each.title, "sealed": each.is_sealed} for each in page.letters],
        "sentences": [_occurrence(each) for each in page.occurrences],
        "answers": [_occurrence(each) for each in page.answers],
    }


def _occurrence(found: Occurrence) -> dict[str, object]:
    return {
        "page": str(found.entry),
        "section": str(found.section),
        "day": found.day.isoformat(),
        "start": found.start,
        "end": found.end,
        "before": found.quotation.before,
        "words": found.quotation.words,
        "after": found.quotation.after,
    }


def _snippet(hit: SearchHit) -> list[dict[str, object]]:
    return [{"text": text, "hit": is_hit} for text, is_hit in hit.snippet.pieces]


def _section(section: Section) -> dict[str, object]:
    return {
        "id": str(section.id),
        "element": section.element.value if section.element else None,
        "prompt_id": section.prompt_id,
        "prompt": section.prompt_text,
        "feelings": list(section.feelings),
        "body": section.body,
    }


def _file(line: ImportLine) -> dict[str, object]:
    draft = line.draft
    return {
        "name": _whole(line.name),
        "outcome": line.outcome.value,
        "reason": line.reason,
        "id": _identity(draft.id if draft else None),
        "day": draft.day.isoformat() if draft else None,
    }


def _identity(identity: UUID | None) -> str | None:
    return str(identity) if identity else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: Moment | None) -> str | None:
    """The time on the wall with its offset, such as 2026-11-12T21:40:00+01:00."""
    return moment.local().isoformat() if moment else None


def _whole(name: str) -> str:
    """A file's name with a mark for each byte that is no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
