"""What a write touched."""

from dataclasses import fields
from uuid import uuid4

import pytest

from heartjournal.model.changes import Changes

TOUCHED = {"entries": frozenset({uuid4()})}


def test_no_changes_are_false() -> None:
    assert not Changes()


@pytest.mark.parametrize("noun", [field.name for field in fields(Changes)])
def test_one_thing_touched_is_a_change_whatever_it_is(noun: str) -> None:
    assert Changes(**{noun: TOUCHED.get(noun, True)})  # type: ignore[arg-type]  # each of its own type
