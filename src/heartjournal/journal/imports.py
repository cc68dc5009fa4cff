"""The desk of imports: what of a pile of old pages is new, and bringing that in all at once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from heartjournal.journal.keeping import keep
from heartjournal.journal.truth import Truth
from heartjournal.model.changes import Changes
from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport
from heartjournal.vault import Connection


class Imports:
    """Blocking; used in the connection's thread. A page is known again by the id derived from its source."""

    def __init__(self, connection: Connection, truth: Truth) -> None:
        self._connection = connection
        self._truth = truth

    _HERE = "SELECT id FROM entry"

    def preview(self, lines: Iterable[ImportLine]) -> ImportReport:
        """What would happen to each file; writes nothing.

        A page that came in before is already here, also if it was edited or trashed since, and so is one that the
        same pile holds twice.
        """
        return ImportReport(tuple(_against(self._here(), lines)))

    def bring_in(self, report: ImportReport) -> Changes:
        """Keep every page the report calls new, in one transaction: all of them, or none if the disk refuses one.

        A page that has come here since the preview is left alone.
        """
        with self._truth.writing() as writing:
            new = [line for line in _against(self._here(), report.lines) if line.outcome is ImportOutcome.NEW]
            drafts = [line.draft for line in new if line.draft]
            return Changes(entries=frozenset(draft.id for draft in drafts if keep(writing, draft)))

    def _here(self) -> set[UUID]:
        return {UUID(bytes=identity) for (identity,) in self._connection.execute(self._HERE).fetchall()}


def _against(here: set[UUID], lines: Iterable[ImportLine]) -> Iterator[ImportLine]:
    for line in lines:
        if line.draft is None:
            yield line
        elif line.draft.id in here:
            yield replace(line, outcome=ImportOutcome.ALREADY_HERE)
        else:
            here.add(line.draft.id)
            yield line
