"""What bringing in old pages found and did, per file, so that nothing is lost unsaid."""

from dataclasses import dataclass, field
from enum import StrEnum

from heartjournal.model.entry import Draft


class ImportOutcome(StrEnum):
    """What became, or would become, of one file."""

    NEW = "new"
    ALREADY_HERE = "already_here"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One file of an import. `reason` is a plain sentence when it was refused; `draft` is there unless it was."""

    name: str = field(repr=False)
    outcome: ImportOutcome
    reason: str = ""
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Every file looked at, in the order of their names."""

    lines: tuple[ImportLine, ...]

    def count(self, outcome: ImportOutcome) -> int:
        """How many files had this outcome."""
        return sum(line.outcome is outcome for line in self.lines)
