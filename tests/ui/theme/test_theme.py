"""The theme looks things up in the tokens, scales type, and switches live."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heartjournal.model.element import Element
from heartjournal.model.problems import BadResource
from heartjournal.resources import TEXT_SCALES, icon_names, icon_source, root, theme_tokens
from heartjournal.resources.theme import tokens_from
from heartjournal.ui.theme import Mode, Theme

TOKENS = root() / "themes" / "tokens.json"


def test_a_colour_is_the_one_of_the_mode(theme: Theme) -> None:
    light = theme.color("desk")
    theme.set_mode(Mode.DARK)
    assert light.name().upper() == theme_tokens().light["desk"]
    assert theme.color("desk").name().upper() == theme_tokens().dark["desk"]


def test_a_veil_keeps_its_opacity(theme: Theme) -> None:
    assert theme.color("scrim").alphaF() == pytest.approx(0.36, abs=0.01)


def test_switching_is_told_once(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed, raising=True):
        theme.set_mode("dark")
    assert theme.is_dark
    assert theme.mode is Mode.DARK


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_type_grows_with_the_text_scale(theme: Theme, scale: float) -> None:
    theme.set_text_scale(scale)
    assert theme.font("reading").pixelSize() == round(18 * scale)
    assert theme.line("reading") == round(30 * scale)
    assert theme.grown("button", "label") >= theme.line("label") + 2 * theme.space(2)


def test_spacing_stays_when_type_grows(theme: Theme) -> None:
    before = theme.size("navWidth"), theme.space(4), theme.radius("card"), theme.stroke("hairline")
    theme.set_text_scale(1.75)
    assert (theme.size("navWidth"), theme.space(4), theme.radius("card"), theme.stroke("hairline")) == before


def test_strong_type_is_demi_bold_and_never_bold(theme: Theme) -> None:
    assert theme.font("label").weight() == QFont.Weight.DemiBold
    assert theme.font("body", strong=True).weight() == QFont.Weight.DemiBold
    assert theme.font("body").weight() == QFont.Weight.Normal
    assert theme.font("body").hintingPreference() == QFont.HintingPreference.PreferNoHinting


def test_every_style_is_drawn_with_the_fonts_we_ship(theme: Theme, qapp: QApplication) -> None:
    theme.dress(qapp)
    drawn = {QFontInfo(theme.font(style)).family() for style in theme_tokens().type}
    qapp.setStyleSheet("")
    assert drawn == {"Literata Display", "Literata", "Source Sans 3"}


def test_an_element_has_word_icon_and_colours_together(theme: Theme) -> None:
    look = theme.element(Element.COMMON_HUMANITY)
    assert (look.word, look.short_word, look.icon) == ("Common humanity", "Humanity", "blend")
    assert theme.element(None) == theme.element("event")
    assert {theme.element(element).icon for element in Element} <= icon_names()


def test_motion_is_still_where_it_is_reduced_but_a_breath_keeps_its_time(theme: Theme) -> None:
    theme.set_reduced_motion(True)
    assert (theme.motion("hover"), theme.motion("fade"), theme.motion("breathIn")) == (0, 100, 4000)


def test_shortcuts_are_those_of_the_tokens(theme: Theme) -> None:
    assert theme.shortcut("lock") == QKeySequence("Ctrl+L")
    assert theme.shortcut_words("palette").replace("⌘", "Ctrl ") == "Ctrl K"


def test_an_icon_is_drawn_in_the_colour_asked_for_at_the_ratio_asked_for(theme: Theme) -> None:
    pixmap = theme.pixmap("waves", "mindfulness", size=20, ratio=2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)
    image = pixmap.toImage()
    inked = {
        image.pixelColor(x, y).name() for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255
    }
    assert inked == {theme.color("mindfulness").name()}


def test_the_mark_changes_both_its_colours_in_the_dark(theme: Theme) -> None:
    theme.set_mode(Mode.DARK)
    image = theme.pixmap("app-mark", "ink", size=48).toImage()
    names = {image.pixelColor(x, y).name() for x in range(48) for y in range(48)}
    assert {theme.color("lamp").name(), theme.color("ink").name()} <= names


def test_an_icon_is_rendered_once(theme: Theme) -> None:
    first = theme.pixmap("lamp", "ink", size=20)
    assert theme.pixmap("lamp", "ink", size=20).cacheKey() == first.cacheKey()


def test_every_icon_draws_in_the_current_colour() -> None:
    for name in icon_names() - {"app-mark"}:
        assert "currentColor" in icon_source(name), name


def test_an_icon_that_is_not_there_is_named() -> None:
    with pytest.raises(BadResource, match="no icon named heart"):
        icon_source("heart")


def test_the_style_sheet_has_no_effect_of_light_and_shade(theme: Theme) -> None:
    sheet = theme.stylesheet()
    assert "gradient" not in sheet
    assert "$" not in sheet


def edited(tmp_path: Path, *keys: str, value: object) -> Path:
    data = json.loads(TOKENS.read_text(encoding="utf-8"))
    place = data
    for key in keys[:-1]:
        place = place[key]
    if value is None:
        del place[keys[-1]]
    else:
        place[keys[-1]] = value
    copy = tmp_path / "tokens.json"
    copy.write_text(json.dumps(data), encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("keys", "value", "reason"),
    [
        (("space", "1"), 4.5, "space.1 must be a whole number"),
        (("space", "1"), True, "space.1 must be a number"),
        (("space",), [], "space must be a table"),
        (("motion", "breath"), None, "motion must hold breath"),
        (("color", "dark", "ink"), None, "color must name the same roles"),
        (("elements", "kindness", "word"), "", "elements.kindness.word must be text"),
        (("shortcuts",), {}, "shortcuts must be a list"),
    ],
)
def test_a_broken_token_is_refused_with_file_key_and_reason(
    tmp_path: Path, keys: tuple[str, ...], value: object, reason: str
) -> None:
    with pytest.raises(BadResource) as refusal:
        tokens_from(edited(tmp_path, *keys, value=value))
    assert f"tokens.json: {reason}" in str(refusal.value)


def test_a_token_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tokens.json").write_text("{", encoding="utf-8")
    with pytest.raises(BadResource, match=r"tokens\.json cannot be read"):
        tokens_from(tmp_path / "tokens.json")
