"""What a measurement is: ours beside its floor, the goal for their ratio, and the table of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Row:
    """One line of the table. `floor` and `ours` are in milliseconds; `goal` is the ratio to reach."""

    measure: str
    floor: float
    ours: float
    goal: float
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor ours takes."""
        return self.ours / self.floor

    @property
    def verdict(self) -> str:
        """Whether the goal is reached."""
        return "reached" if self.ratio <= self.goal else "missed"


def middle(times: Sequence[float]) -> float:
    """The median of seconds, in milliseconds."""
    return median(times) * 1000


def percentile(times: Sequence[float], part: int) -> float:
    """The `part`th of a hundred parts of seconds, in milliseconds."""
    return quantiles(times, n=100, method="inclusive")[part - 1] * 1000


def table(rows: Sequence[Row]) -> str:
    """The rows as a person reads them."""
    lines = [f"{'measure':<44}{'floor':>11}{'ours':>11}{'ratio':>8}{'goal':>8}  verdict"]
    for row in rows:
        numbers = f"{row.floor:>8.2f} ms{row.ours:>8.2f} ms{row.ratio:>7.2f}x{row.goal:>7.2f}x"
        lines.append(f"{row.measure:<44}{numbers}  {row.verdict}" + (f"  ({row.note})" if row.note else ""))
    return "\n".join(lines)
