"""How rows of truth are named."""

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

from heartjournal.model.identity import natural_identity, new_identity

NOW = datetime(2026, 11, 12, 21, 40, tzinfo=UTC)


def test_a_new_identity_is_a_uuid7_that_sorts_by_its_time() -> None:
    identity = new_identity(NOW)
    assert (identity.version, identity.variant) == (7, RFC_4122)
    assert identity.int >> 80 == int(NOW.timestamp() * 1000)
    assert identity.bytes < new_identity(NOW + timedelta(milliseconds=1)).bytes


def test_two_new_identities_of_one_instant_differ() -> None:
    assert len({new_identity(NOW) for _ in range(100)}) == 100


def test_the_same_natural_key_has_the_same_identity_and_kinds_do_not_mix() -> None:
    assert natural_identity("tag", "sea") == natural_identity("tag", "sea")
    assert natural_identity("tag", "sea").version == 5
    assert natural_identity("tag", "sea") != natural_identity("setting", "sea")
