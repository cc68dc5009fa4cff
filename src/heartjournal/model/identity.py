"""How rows of truth are named: uuid7 for what is made, uuid5 for what has a natural key."""

import secrets
from datetime import datetime
from uuid import UUID, uuid5

_NAMESPACE = UUID("6f1d3c2e-1c1b-5f0e-9f4a-3f6d3f0b7c11")


def new_identity(instant: datetime) -> UUID:
    """A fresh uuid7 (RFC 9562 5.7): 48 bits of milliseconds since 1970, then 74 random bits."""
    milliseconds = int(instant.timestamp() * 1000) & ((1 << 48) - 1)
    value = milliseconds << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def natural_identity(kind: str, key: str) -> UUID:
    """The uuid5 that two machines give to the same natural key, such as a tag or a setting."""
    return uuid5(_NAMESPACE, f"{kind}\x1f{key}")
