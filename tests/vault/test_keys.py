import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.vault import LEAST_COST, USUAL_COST, KdfCost
from heartjournal.vault.keys import Purpose, derived_key, header_mac, key_from_passphrase, unwrap, wrap

SALT = bytes(range(16))
KEY = bytes(32)


def test_the_usual_cost_is_128_mebibytes_three_passes_four_lanes() -> None:
    assert KdfCost(memory_kib=128 * 1024, passes=3, lanes=4) == USUAL_COST


def test_the_least_cost_is_the_least_a_header_may_ask_for() -> None:
    assert KdfCost(memory_kib=19 * 1024, passes=1, lanes=1) == LEAST_COST


@pytest.mark.parametrize(
    "cost",
    [(19 * 1024 - 1, 1, 1), (1024 * 1024 + 1, 1, 1), (19456, 0, 1), (19456, 21, 1), (19456, 1, 0), (19456, 1, 9)],
)
def test_a_cost_out_of_bounds_cannot_be_named(cost: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        KdfCost(*cost)


def test_the_derivation_is_argon2id_as_written_down() -> None:
    # A change here would lock every journal there is.
    key = key_from_passphrase("rain on the window", salt=SALT, cost=LEAST_COST)

    assert key.hex() == "01c75acb8cd7bc0d62f5dbf58af99b0c4afe18c364bab5dc088a3f6fbb1dfb6f"


@pytest.mark.parametrize("typed", ["Zoë", "Ångström", "한글", "é" * 1024, "  é", "🕯️ é 🫖"])
def test_a_passphrase_typed_in_parts_is_the_one_typed_whole(typed: str) -> None:
    apart, whole = unicodedata.normalize("NFD", typed), unicodedata.normalize("NFC", typed)

    assert apart != whole
    assert key_from_passphrase(apart, salt=SALT, cost=LEAST_COST) == key_from_passphrase(
        whole, salt=SALT, cost=LEAST_COST
    )


def test_blanks_at_the_edges_belong_to_the_passphrase() -> None:
    keys = {key_from_passphrase(typed, salt=SALT, cost=LEAST_COST) for typed in ("tea", " tea", "tea ", "tea\n")}

    assert len(keys) == 4


def test_bytes_that_are_no_text_are_a_passphrase_too() -> None:
    typed = b"\xff\xfe".decode("utf-8", "surrogateescape")

    assert len(key_from_passphrase(typed, salt=SALT, cost=LEAST_COST)) == 32


def test_each_purpose_has_a_key_of_its_own_as_written_down() -> None:
    assert {purpose.value: derived_key(KEY, purpose).hex() for purpose in Purpose} == {
        b"db": "d10640de87398b48807d25f845ff9a108bdf9b0ddf83fb84600e592b2b564e9e",
        b"hdr": "11db43f3dfcc308b9f1f6ee421e7a7e7aa018e6c729d9f580aba4328042dff7e",
        b"bak": "7748761f670ba628175a2ab2939c552e7dede5a7ead134d9386f313079059b10",
    }


@given(data_key=st.binary(min_size=32, max_size=32), key=st.binary(min_size=32, max_size=32))
def test_what_is_wrapped_comes_back_and_only_with_the_same_key_and_slot(data_key: bytes, key: bytes) -> None:
    wrapped = wrap(data_key, key, nonce=bytes(12), bound_to=b"slot")

    assert unwrap(wrapped, key, nonce=bytes(12), bound_to=b"slot") == data_key
    assert unwrap(wrapped, key, nonce=bytes(12), bound_to=b"other slot") is None
    assert unwrap(wrapped, bytes(32 * [key[0] ^ 1]), nonce=bytes(12), bound_to=b"slot") is None


def test_the_header_is_sealed_with_a_key_that_comes_from_the_data_key() -> None:
    assert header_mac(KEY, b"header") != header_mac(bytes(31) + b"\1", b"header")
    assert len(header_mac(KEY, b"header")) == 32
