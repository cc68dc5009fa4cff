"""What a write touched."""

from uuid import uuid4

import pytest

from heartjournal.model.changes import Changes


def test_no_changes_are_false() -> None:
    assert not Changes()


@pytest.mark.parametrize(
    "changes",
    [
        Changes(entries=frozenset({uuid4()})),
        Changes(contacts=True),
        Changes(comforts=True),
        Changes(settings=True),
        Changes(feelings=True),
        Changes(practices=True),
    ],
    ids=["entries", "contacts", "comforts", "settings", "feelings", "practices"],
)
def test_one_thing_touched_is_a_change(changes: Changes) -> None:
    assert changes
