"""Key slots: each holds the data key wrapped under one secret. Their JSON is checked here before any key is derived."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from heartjournal.vault.fields import Fields, Malformed
from heartjournal.vault.keys import NONCE_BYTES, SALT_BYTES, WRAPPED_BYTES, KdfCost

SLOT_ID_BYTES = 8
_ARGON2_VERSION = 19


class SlotKind(Enum):
    """Which secret opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105  the name of a kind, no secret
    RECOVERY = "recovery"
    KEYRING = "keyring"


@dataclass(frozen=True)
class Argon2Kdf:
    """How the key of a passphrase slot is derived."""

    salt: bytes
    cost: KdfCost

    def as_json(self) -> dict[str, object]:
        """The `kdf` object of the header."""
        return {
            "alg": "argon2id",
            "v": _ARGON2_VERSION,
            "m_kib": self.cost.memory_kib,
            "t": self.cost.passes,
            "p": self.cost.lanes,
            "salt": self.salt.hex(),
        }


@dataclass(frozen=True)
class HkdfKdf:
    """How the key of a recovery slot is derived: the code is random already."""

    salt: bytes

    def as_json(self) -> dict[str, object]:
        """The `kdf` object of the header."""
        return {"alg": "hkdf-sha256", "salt": self.salt.hex()}


@dataclass(frozen=True)
class NoKdf:
    """The keyring's item is the key."""

    def as_json(self) -> dict[str, object]:
        """The `kdf` object of the header."""
        return {"alg": "none"}


Kdf: TypeAlias = Argon2Kdf | HkdfKdf | NoKdf


@dataclass(frozen=True)
class Slot:
    """One wrapped copy of the data key. `confirmed` belongs to recovery slots, `service` to keyring slots."""

    slot_id: bytes
    kind: SlotKind
    kdf: Kdf
    nonce: bytes
    wrapped: bytes = field(repr=False)
    confirmed: bool | None = None
    service: str | None = None

    def as_json(self) -> dict[str, object]:
        """The slot's object in the header."""
        entries: dict[str, object] = {
            "id": self.slot_id.hex(),
            "kind": self.kind.value,
            "kdf": self.kdf.as_json(),
            "nonce": self.nonce.hex(),
            "wrapped": self.wrapped.hex(),
        }
        only_one_kind: dict[str, object] = {"confirmed": self.confirmed, "service": self.service}
        return entries | {name: value for name, value in only_one_kind.items() if value is not None}


def bound_bytes(vault_id: bytes, slot_id: bytes, *, kind: SlotKind, kdf: Kdf) -> bytes:
    """The additional data of a slot's wrapping: vault_id|slot id|kind|kdf, so that no slot can be moved or weakened."""
    parts = (vault_id.hex(), slot_id.hex(), kind.value, canonical_json(kdf.as_json()))
    return "|".join(parts).encode("ascii")


def canonical_json(value: object) -> str:
    """JSON with sorted keys, no blanks and ASCII only: one text for one value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def slot_from_json(entry: object) -> Slot:
    """Read one slot; raise Malformed if anything about it is not exactly as specified."""
    fields = Fields(entry)
    kind = _kind(fields.text("kind"))
    slot = Slot(
        slot_id=fields.hex_bytes("id", SLOT_ID_BYTES),
        kind=kind,
        kdf=_KDF_OF[kind](Fields(fields.value("kdf"))),
        nonce=fields.hex_bytes("nonce", NONCE_BYTES),
        wrapped=fields.hex_bytes("wrapped", WRAPPED_BYTES),
        confirmed=fields.flag("confirmed") if kind is SlotKind.RECOVERY else None,
        service=fields.text("service") if kind is SlotKind.KEYRING else None,
    )
    fields.finish()
    return slot


def _kind(name: str) -> SlotKind:
    try:
        return SlotKind(name)
    except ValueError:
        raise Malformed from None


def _argon2(fields: Fields) -> Argon2Kdf:
    fields.expect("alg", "argon2id")
    fields.expect("v", _ARGON2_VERSION)
    try:
        cost = KdfCost(memory_kib=fields.number("m_kib"), passes=fields.number("t"), lanes=fields.number("p"))
    except ValueError:
        raise Malformed from None
    kdf = Argon2Kdf(salt=fields.hex_bytes("salt", SALT_BYTES), cost=cost)
    fields.finish()
    return kdf


def _hkdf(fields: Fields) -> HkdfKdf:
    fields.expect("alg", "hkdf-sha256")
    kdf = HkdfKdf(salt=fields.hex_bytes("salt", SALT_BYTES))
    fields.finish()
    return kdf


def _none(fields: Fields) -> NoKdf:
    fields.expect("alg", "none")
    fields.finish()
    return NoKdf()


_KDF_OF: dict[SlotKind, Callable[[Fields], Kdf]] = {
    SlotKind.PASSPHRASE: _argon2,
    SlotKind.RECOVERY: _hkdf,
    SlotKind.KEYRING: _none,
}
