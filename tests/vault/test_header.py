import json
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.vault import LEAST_COST
from heartjournal.vault.header import MOST_HEADER_BYTES, Header, Unreadable, _with_sum, decode, encode, sealed
from heartjournal.vault.slots import Argon2Kdf, HkdfKdf, NoKdf, Slot, SlotKind, bound_bytes

DATA_KEY = bytes(range(32))
PASSPHRASE = Slot(bytes(8), SlotKind.PASSPHRASE, Argon2Kdf(bytes(16), LEAST_COST), bytes(12), bytes(48))
RECOVERY = Slot(b"recovery", SlotKind.RECOVERY, HkdfKdf(bytes(16)), bytes(12), bytes(48), confirmed=False)
KEYRING = Slot(b"keyring!", SlotKind.KEYRING, NoKdf(), bytes(12), bytes(48), service="org.heartjournal")


def header(*slots: Slot) -> Header:
    plain = Header(
        vault_id=b"sixteen bytes ok",
        sequence=7,
        created=datetime(2026, 11, 12, 21, 40, 7, tzinfo=UTC),
        database="journal-0011223344556677.db",
        database_salt=bytes(16),
        slots=slots or (PASSPHRASE,),
    )
    return sealed(plain, DATA_KEY)


def with_entry(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A header that is wrong in one place only: sum and canonical form are right."""
    entry = json.loads(encode(header(PASSPHRASE, RECOVERY, KEYRING)))
    del entry["sum"]
    change(entry)
    return _with_sum(entry)


def test_a_header_comes_back_as_it_was_written() -> None:
    whole = header(PASSPHRASE, RECOVERY, KEYRING)

    assert decode(encode(whole)) == whole


def test_a_header_with_every_field_looks_as_the_file_format_says() -> None:
    entry = json.loads(encode(header(PASSPHRASE, RECOVERY, KEYRING)))

    assert sorted(entry) == [
        "cipher",
        "created",
        "db",
        "db_salt",
        "format",
        "mac",
        "seq",
        "slots",
        "sum",
        "vault_id",
        "version",
    ]
    assert entry["cipher"] == {"name": "sqlcipher", "major": 4, "page": 16384, "reserve": 80}
    assert entry["slots"][0]["kdf"] == {
        "alg": "argon2id",
        "v": 19,
        "m_kib": 19456,
        "t": 1,
        "p": 1,
        "salt": "00" * 16,
    }
    assert entry["slots"][1]["confirmed"] is False
    assert entry["slots"][2]["service"] == "org.heartjournal"


def test_the_seal_holds_for_its_own_key_and_content_only() -> None:
    whole = header()

    assert whole.is_sealed_by(DATA_KEY)
    assert not whole.is_sealed_by(bytes(32))
    assert not replace(whole, sequence=8).is_sealed_by(DATA_KEY)


def test_a_slot_is_bound_to_vault_identity_kind_and_derivation() -> None:
    assert bound_bytes(b"\1" * 16, b"\2" * 8, kind=SlotKind.RECOVERY, kdf=HkdfKdf(b"\3" * 16)) == (
        b"01010101010101010101010101010101|0202020202020202|recovery|"
        b'{"alg":"hkdf-sha256","salt":"03030303030303030303030303030303"}'
    )


def test_every_flipped_bit_is_damage_and_nothing_else() -> None:
    data = encode(header(PASSPHRASE, RECOVERY, KEYRING))

    for offset in range(len(data)):
        for bit in range(8):
            flipped = bytearray(data)
            flipped[offset] ^= 1 << bit
            assert decode(bytes(flipped)) is Unreadable.DAMAGED, (offset, bit)


@pytest.mark.parametrize("cut", [0, 1, 100, -1])
def test_a_header_cut_short_is_damage(cut: int) -> None:
    assert decode(encode(header())[:cut]) is Unreadable.DAMAGED


def test_a_header_in_other_words_for_the_same_thing_is_damage() -> None:
    data = encode(header())

    assert decode(json.dumps(json.loads(data), sort_keys=True).encode()) is Unreadable.DAMAGED
    assert decode(data + b"\n") is Unreadable.DAMAGED
    assert decode(b"\xef\xbb\xbf" + data) is Unreadable.DAMAGED


def test_a_file_of_another_program_is_foreign() -> None:
    assert decode(b'{"secrets": []}') is Unreadable.FOREIGN


def test_a_newer_version_is_told_from_damage_by_its_sum() -> None:
    newer = _with_sum({"format": "heartjournal-vault", "version": 2, "vault_id": "anything", "future": [1]})

    assert decode(newer) is Unreadable.NEWER
    assert decode(newer.replace(b'"version":2', b'"version":3')) is Unreadable.DAMAGED
    assert decode(_with_sum({"format": "heartjournal-vault", "version": 0})) is Unreadable.DAMAGED
    assert decode(_with_sum({"format": "heartjournal-vault", "version": True})) is Unreadable.DAMAGED


HOSTILE: dict[str, bytes] = {
    "larger than 64 KiB": b'{"a":"' + b"a" * MOST_HEADER_BYTES + b'"}',
    "deep arrays": b"[" * 60000,
    "deep objects": b'{"a":' * 10000,
    "an array": b"[]",
    "a number too long to read": b'{"version":' + b"9" * 5000 + b"}",
    "no number": b'{"format":"heartjournal-vault","version":NaN}',
    "infinity": b'{"format":"heartjournal-vault","version":1e999}',
    "a key twice": b'{"format":"heartjournal-vault","version":1,"version":1}',
    "four tebibytes": with_entry(lambda e: e["slots"][0]["kdf"].update(m_kib=4 << 30)),
    "too little memory": with_entry(lambda e: e["slots"][0]["kdf"].update(m_kib=1024)),
    "a thousand million passes": with_entry(lambda e: e["slots"][0]["kdf"].update(t=10**9)),
    "no passes": with_entry(lambda e: e["slots"][0]["kdf"].update(t=0)),
    "many lanes": with_entry(lambda e: e["slots"][0]["kdf"].update(p=9)),
    "passes as text": with_entry(lambda e: e["slots"][0]["kdf"].update(t="1")),
    "passes as truth": with_entry(lambda e: e["slots"][0]["kdf"].update(t=True)),
    "another derivation": with_entry(lambda e: e["slots"][0]["kdf"].update(alg="argon2i")),
    "another version of it": with_entry(lambda e: e["slots"][0]["kdf"].update(v=16)),
    "a short salt": with_entry(lambda e: e["slots"][0]["kdf"].update(salt="00")),
    "a salt of other letters": with_entry(lambda e: e["slots"][0]["kdf"].update(salt="x" * 32)),
    "a derivation that is no object": with_entry(lambda e: e["slots"][0].update(kdf=[])),
    "more in a derivation": with_entry(lambda e: e["slots"][0]["kdf"].update(more=1)),
    "more in a recovery derivation": with_entry(lambda e: e["slots"][1]["kdf"].update(more=1)),
    "more in a keyring derivation": with_entry(lambda e: e["slots"][2]["kdf"].update(more=1)),
    "more in a slot": with_entry(lambda e: e["slots"][0].update(confirmed=True)),
    "a slot of another kind": with_entry(lambda e: e["slots"][0].update(kind="friend")),
    "a slot that is no object": with_entry(lambda e: e.update(slots=[1])),
    "a recovery slot that may be confirmed": with_entry(lambda e: e["slots"][1].update(confirmed=1)),
    "a keyring slot without service": with_entry(lambda e: e["slots"][2].pop("service")),
    "a keyring service that is no text": with_entry(lambda e: e["slots"][2].update(service=1)),
    "no slots": with_entry(lambda e: e.update(slots=[])),
    "slots as an object": with_entry(lambda e: e.update(slots={})),
    "nine slots": with_entry(lambda e: e.update(slots=[e["slots"][1]] * 9)),
    "a million slots": b'{"vault_id":1,"slots":[' + b"1," * 30000 + b"1]}",
    "two passphrases": with_entry(lambda e: e["slots"].append(e["slots"][0])),
    "a database elsewhere": with_entry(lambda e: e.update(db="../journal-0011223344556677.db")),
    "a database with an absolute path": with_entry(lambda e: e.update(db="/etc/passwd")),
    "another cipher": with_entry(lambda e: e["cipher"].update(name="none")),
    "another cipher version": with_entry(lambda e: e["cipher"].update(major=3)),
    "an odd page": with_entry(lambda e: e["cipher"].update(page=16383)),
    "a huge page": with_entry(lambda e: e["cipher"].update(page=1 << 40)),
    "more in the cipher": with_entry(lambda e: e["cipher"].update(plaintext_header=32)),
    "sequence nought": with_entry(lambda e: e.update(seq=0)),
    "a sequence beyond all": with_entry(lambda e: e.update(seq=1 << 60)),
    "a moment that is none": with_entry(lambda e: e.update(created="yesterday")),
    "a moment without zone": with_entry(lambda e: e.update(created="2026-11-12T21:40:07")),
    "a moment in another zone": with_entry(lambda e: e.update(created="2026-11-12T21:40:07+01:00")),
    "no mac": with_entry(lambda e: e.pop("mac")),
    "more in the header": with_entry(lambda e: e.update(more=1)),
    "another format in our clothes": with_entry(lambda e: e.update(format="x")),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_header_is_refused_with_little_memory(data: bytes) -> None:
    tracemalloc.start()
    try:
        assert decode(data) is Unreadable.DAMAGED
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


@given(st.binary(max_size=200))
def test_any_bytes_get_a_verdict(data: bytes) -> None:
    assert decode(data) in (Unreadable.DAMAGED, Unreadable.FOREIGN)


def test_a_header_never_shows_its_wrapped_key() -> None:
    shown = repr(header())

    assert "wrapped" not in shown
    assert "mac" not in shown
