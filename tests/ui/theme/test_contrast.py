"""The contrast the design states is the contrast its colours have."""

import pytest

from heartjournal.resources import Tokens, theme_tokens
from heartjournal.resources.theme import ContrastPair
from heartjournal.ui.theme.palette import role_colors

TEXT, NON_TEXT = 4.5, 3.0
PAIRS = theme_tokens().contrast


def linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(color: str) -> float:
    red, green, blue = (linear(int(color[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio_of(tokens: Tokens, pair: ContrastPair) -> float:
    table = tokens.light if pair.theme == "light" else tokens.dark
    lights = sorted((luminance(table[pair.front]), luminance(table[pair.ground])))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_the_ratio_of_black_on_white_is_twenty_one() -> None:
    assert (luminance("#FFFFFF") + 0.05) / (luminance("#000000") + 0.05) == pytest.approx(21)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.theme}: {pair.front} on {pair.ground}")
def test_a_pair_has_the_contrast_it_states_and_enough_of_it(pair: ContrastPair) -> None:
    ratio = ratio_of(theme_tokens(), pair)
    assert ratio == pytest.approx(pair.ratio, abs=0.01)
    assert ratio >= (TEXT if pair.is_text else NON_TEXT)


def test_both_themes_state_the_same_pairs() -> None:
    named = {theme: {(p.front, p.ground, p.is_text) for p in PAIRS if p.theme == theme} for theme in ("light", "dark")}
    assert named["light"] == named["dark"]
    assert len(named["light"]) > 80


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_words_on_a_pressed_primary_button_can_be_read(mode: str) -> None:
    tokens = theme_tokens()
    colors = role_colors(tokens.light if mode == "light" else tokens.dark)
    lights = sorted(luminance(colors[role].name()) for role in ("onAccent", "accentPressed"))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= TEXT
