"""Code points and UTF-16 units name the same places."""

from hypothesis import given
from hypothesis import strategies as st

from heartjournal.ui.editor.positions import to_code_points, to_units


@given(st.text(max_size=30), st.data())
def test_a_place_goes_to_units_and_back(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))

    assert to_code_points(text, to_units(text, place)) == place
    assert to_units(text, place) == len(text[:place].encode("utf-16-le")) // 2


def test_a_place_within_a_wide_character_counts_as_before_it() -> None:
    assert to_code_points("a😀b", 2) == 1
    assert to_code_points("😀😀😀", 5) == 2
    assert to_code_points("plain", 3) == 3
