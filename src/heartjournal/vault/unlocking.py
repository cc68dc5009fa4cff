"""A header and the data key it gives: made for a new journal, or unwrapped with a passphrase."""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from heartjournal.vault.connection import Connection
from heartjournal.vault.copies import HeaderCopies
from heartjournal.vault.header import VAULT_ID_BYTES, Header, Unreadable, sealed
from heartjournal.vault.keys import (
    KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    KdfCost,
    Purpose,
    derived_key,
    key_from_passphrase,
    unwrap,
    wrap,
)
from heartjournal.vault.layout import DATABASE_ID_BYTES, database_name
from heartjournal.vault.slots import SLOT_ID_BYTES, Argon2Kdf, Slot, SlotKind, bound_bytes
from heartjournal.vault.verdicts import damaged_header, newer_journal, wrong_passphrase


@dataclass(frozen=True)
class Opening:
    """A header and the data key one of its slots gave."""

    header: Header
    data_key: bytes = field(repr=False)

    def connect(self, path: Path) -> Connection:
        """Open the database file at `path` with the key of this journal."""
        key = derived_key(self.data_key, Purpose.DATABASE)
        return Connection.opened(path, key=key, salt=self.header.database_salt, page_bytes=self.header.page_bytes)


def new_opening(passphrase: str, *, cost: KdfCost, created: datetime) -> Opening:
    """Draw the keys of a new journal and wrap them for `passphrase`."""
    vault_id, data_key = secrets.token_bytes(VAULT_ID_BYTES), secrets.token_bytes(KEY_BYTES)
    header = Header(
        vault_id=vault_id,
        sequence=1,
        created=created.astimezone(UTC).replace(microsecond=0),
        database=database_name(secrets.token_bytes(DATABASE_ID_BYTES)),
        database_salt=secrets.token_bytes(SALT_BYTES),
        slots=(_passphrase_slot(vault_id, data_key, passphrase=passphrase, cost=cost),),
    )
    return Opening(sealed(header, data_key), data_key)


def unlocked(copies: HeaderCopies, passphrase: str) -> Opening:
    """Unwrap the newest sound copy, or the other one if the newest is not sealed by its own key.

    Raises NewerJournal, DamagedHeader, ForeignFolder or CannotRead before any key is derived, then WrongPassphrase.
    """
    if copies.has(Unreadable.NEWER):
        raise newer_journal()
    if not copies.sound():
        raise copies.problem()
    for header in copies.sound():
        data_key = data_key_of(header, passphrase)
        if data_key is None:
            raise wrong_passphrase()
        if header.is_sealed_by(data_key):
            return Opening(header, data_key)
    raise damaged_header()


def data_key_of(header: Header, passphrase: str) -> bytes | None:
    """The data key in the passphrase slot, or None if there is no such slot or it does not open."""
    slot = header.slot(SlotKind.PASSPHRASE)
    if slot is None or not isinstance(slot.kdf, Argon2Kdf):
        return None
    key = key_from_passphrase(passphrase, salt=slot.kdf.salt, cost=slot.kdf.cost)
    bound_to = bound_bytes(header.vault_id, slot.slot_id, kind=slot.kind, kdf=slot.kdf)
    return unwrap(slot.wrapped, key, nonce=slot.nonce, bound_to=bound_to)


def _passphrase_slot(vault_id: bytes, data_key: bytes, *, passphrase: str, cost: KdfCost) -> Slot:
    slot_id, nonce = secrets.token_bytes(SLOT_ID_BYTES), secrets.token_bytes(NONCE_BYTES)
    kdf = Argon2Kdf(salt=secrets.token_bytes(SALT_BYTES), cost=cost)
    key = key_from_passphrase(passphrase, salt=kdf.salt, cost=cost)
    bound_to = bound_bytes(vault_id, slot_id, kind=SlotKind.PASSPHRASE, kdf=kdf)
    wrapped = wrap(data_key, key, nonce=nonce, bound_to=bound_to)
    return Slot(slot_id=slot_id, kind=SlotKind.PASSPHRASE, kdf=kdf, nonce=nonce, wrapped=wrapped)
