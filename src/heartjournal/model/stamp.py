"""The hybrid logical clock that orders changes across machines, apart from every human date."""

from dataclasses import dataclass
from datetime import datetime

_COUNTER_BITS = 16
_WRITER_BYTES = 8


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """When a row was last written, in an order that never goes back: 8 bytes of clock, 8 of writer.

    The clock is 48 bits of milliseconds and 16 bits of counter (Kulkarni et al. 2014, hybrid logical clocks).
    """

    clock: int
    writer: bytes

    def to_bytes(self) -> bytes:
        """The 16 bytes kept in a `stamp` column; they sort as the stamps do."""
        return self.clock.to_bytes(8, "big") + self.writer

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Stamp":
        """Read back what `to_bytes` wrote. Raises ValueError unless there are 16 bytes."""
        if len(raw) != 8 + _WRITER_BYTES:
            raise ValueError("a stamp has 16 bytes")
        return cls(int.from_bytes(raw[:8], "big"), raw[8:])


def next_stamp(high_mark: int, instant: datetime, writer: bytes) -> Stamp:
    """The stamp after `high_mark`: the wall clock where it has moved on, else the mark and one.

    `high_mark` is the clock of the newest stamp seen, 0 for none. A clock set back never makes a stamp go back.
    """
    wall = max(0, int(instant.timestamp() * 1000)) << _COUNTER_BITS
    return Stamp(max(wall, high_mark + 1), writer)
