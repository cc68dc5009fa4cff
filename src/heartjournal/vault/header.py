"""The header of a journal: which database, which cipher, which key slots. Parsed with hard limits before any key."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import NoReturn

from heartjournal.vault.fields import Fields, Malformed
from heartjournal.vault.keys import SALT_BYTES, header_mac, same
from heartjournal.vault.layout import is_database
from heartjournal.vault.slots import Slot, SlotKind, canonical_json, slot_from_json

FORMAT = "heartjournal-vault"
VERSION = 1
MOST_HEADER_BYTES = 64 * 1024
MOST_SLOTS = 8
VAULT_ID_BYTES = 16
PAGE_BYTES = 16384
_RESERVED_BYTES = 80
_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))
_DIGEST_BYTES = 32


class Unreadable(Enum):
    """Why the bytes of a header cannot be used."""

    DAMAGED = "damaged"
    FOREIGN = "foreign"
    NEWER = "newer"
    REFUSED = "refused"
    """The disk would not hand them over."""


@dataclass(frozen=True)
class Header:
    """A whole header. `mac` is empty until `sealed` has set it."""

    vault_id: bytes
    sequence: int
    created: datetime
    database: str
    database_salt: bytes
    slots: tuple[Slot, ...]
    page_bytes: int = PAGE_BYTES
    mac: bytes = field(default=b"", repr=False)

    def slot(self, kind: SlotKind) -> Slot | None:
        """The slot of this kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind is kind), None)

    def content(self) -> dict[str, object]:
        """The header's JSON without `mac` and `sum`."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "vault_id": self.vault_id.hex(),
            "seq": self.sequence,
            "created": self.created.astimezone(UTC).isoformat(timespec="seconds"),
            "db": self.database,
            "db_salt": self.database_salt.hex(),
            "cipher": {"name": "sqlcipher", "major": 4, "page": self.page_bytes, "reserve": _RESERVED_BYTES},
            "slots": [slot.as_json() for slot in self.slots],
        }

    def is_sealed_by(self, data_key: bytes) -> bool:
        """Whether the MAC is the one the data key gives."""
        return same(self.mac, _mac(self, data_key))


def sealed(header: Header, data_key: bytes) -> Header:
    """The same header with its MAC set."""
    return Header(**(vars(header) | {"mac": _mac(header, data_key)}))


def encode(header: Header) -> bytes:
    """The one byte sequence a header has on disk."""
    return _with_sum(header.content() | {"mac": header.mac.hex()})


def decode(data: bytes) -> Header | Unreadable:
    """Read a header; refuses anything but the exact bytes `encode` gives, in milliseconds and without a key."""
    try:
        entry = _parsed(data)
        if not _is_ours(entry):
            return Unreadable.FOREIGN
        header = _header(entry)
    except Malformed:
        return Unreadable.NEWER if _is_newer(data) else Unreadable.DAMAGED
    return header if encode(header) == data else Unreadable.DAMAGED


def _mac(header: Header, data_key: bytes) -> bytes:
    return header_mac(data_key, canonical_json(header.content()).encode("ascii"))


def _with_sum(entry: dict[str, object]) -> bytes:
    digest = hashlib.sha256(canonical_json(entry).encode("ascii")).hexdigest()
    return canonical_json(entry | {"sum": digest}).encode("ascii") + b"\n"


def _refuse(_: str) -> NoReturn:
    raise Malformed


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    entry = dict(pairs)
    if len(entry) != len(pairs):
        raise Malformed
    return entry


def _parsed(data: bytes) -> dict[str, object]:
    if len(data) > MOST_HEADER_BYTES:
        raise Malformed
    try:
        entry = json.loads(
            data.decode("ascii"),
            object_pairs_hook=_without_duplicates,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError):
        raise Malformed from None
    if not isinstance(entry, dict):
        raise Malformed
    return entry


def _is_ours(entry: dict[str, object]) -> bool:
    """A single flipped letter of `format` is damage, not another program's file: the other keys still stand."""
    return entry.get("format") == FORMAT or "vault_id" in entry


def _is_newer(data: bytes) -> bool:
    """Every version keeps `format`, `version` and a `sum` over the canonical rest; a flipped digit breaks the sum."""
    try:
        entry = _parsed(data)
        version = Fields(entry).number("version")
    except Malformed:
        return False
    rest = {key: value for key, value in entry.items() if key != "sum"}
    return entry.get("format") == FORMAT and version > VERSION and _with_sum(rest) == data


def _header(entry: dict[str, object]) -> Header:
    fields = Fields(entry)
    fields.expect("format", FORMAT)
    fields.expect("version", VERSION)
    header = Header(
        vault_id=fields.hex_bytes("vault_id", VAULT_ID_BYTES),
        sequence=_sequence(fields.number("seq")),
        created=_moment(fields.text("created")),
        database=_database(fields.text("db")),
        database_salt=fields.hex_bytes("db_salt", SALT_BYTES),
        page_bytes=_page_bytes(Fields(fields.value("cipher"))),
        slots=_slots(fields.value("slots")),
        mac=fields.hex_bytes("mac", _DIGEST_BYTES),
    )
    fields.hex_bytes("sum", _DIGEST_BYTES)
    fields.finish()
    return header


def _sequence(number: int) -> int:
    if not 1 <= number < 1 << 53:
        raise Malformed
    return number


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Malformed from None
    if moment.tzinfo is None:
        raise Malformed
    return moment


def _database(name: str) -> str:
    if not is_database(name):
        raise Malformed
    return name


def _page_bytes(cipher: Fields) -> int:
    cipher.expect("name", "sqlcipher")
    cipher.expect("major", 4)
    cipher.expect("reserve", _RESERVED_BYTES)
    page_bytes = cipher.number("page")
    cipher.finish()
    if page_bytes not in _PAGE_SIZES:
        raise Malformed
    return page_bytes


def _slots(entries: object) -> tuple[Slot, ...]:
    if not isinstance(entries, list) or not 1 <= len(entries) <= MOST_SLOTS:
        raise Malformed
    slots = tuple(slot_from_json(entry) for entry in entries)
    kinds = [slot.kind for slot in slots]
    # One derivation a try: a header with eight dear passphrase slots would keep a person waiting for minutes.
    if kinds.count(SlotKind.PASSPHRASE) > 1:
        raise Malformed
    return slots
