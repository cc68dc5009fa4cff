"""Where a practice or reading comes from: a key that data files cite, and the reference it stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the bibliography; `key` is what a practice names in its `sources`."""

    key: str
    reference: str
