"""The words for feelings that ship, and files of them that are refused."""

from typing import Any

import pytest

from heartjournal.model.problems import BadResource
from heartjournal.resources.feeling import feelings, read_feelings
from heartjournal.resources.fields import Fields


def family(**changes: Any) -> dict[str, Any]:
    return {"id": "sad", "word": "sad", "shades": ["low"], **changes}


def test_about_eighty_words_ship_in_about_twenty_families() -> None:
    families = feelings()
    words = [word for family in families for word in (family.word, *family.shades)]
    assert 18 <= len(families) <= 24
    assert 75 <= len(words) <= 95
    assert all(3 <= len(family.shades) <= 6 for family in families)
    assert all(word == word.lower() and word.strip() == word for word in words)


@pytest.mark.parametrize(
    ("families", "key"),
    [
        ([], "families"),
        ([family(), family(word="low-ish", shades=["x"])], "families\\[1\\].id"),
        ([family(), family(id="low", word="low", shades=[])], "families\\[1\\].word"),
        ([family(shades=["low"]), family(id="b", word="blue", shades=["low"])], "families\\[1\\].shades"),
        ([family(colour="blue")], "families\\[0\\].colour"),
        ([family(word=3)], "families\\[0\\].word"),
    ],
)
def test_a_bad_file_of_feelings_is_refused(families: list[dict[str, Any]], key: str) -> None:
    with pytest.raises(BadResource, match=f"“{key}”"):
        read_feelings(Fields({"families": families}, file="en.toml"))
