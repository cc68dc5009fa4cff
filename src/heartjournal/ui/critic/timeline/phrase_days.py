"""What a person points at on the timeline: a phrase in some days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class PhraseDays:
    """A phrase from `first` to `last`, both included: the days of one mark."""

    phrase: UUID
    first: date
    last: date
