"""How a phrase sounds: its two labels stand level with their answers, however large the letters are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.critic.phrase_page.reader import Reader

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


@pytest.mark.parametrize("scale", [0.9, 1.75])
def test_the_label_of_the_tones_stays_in_the_middle_of_their_row(reader: Reader, scale: float) -> None:
    reader.open()
    theme, label = reader.surroundings.theme, reader.room._cards.sounds._labels[0]
    theme.set_text_scale(scale)
    middle = label.contentsMargins().top() + theme.line("body") / 2
    assert middle == pytest.approx(theme.grown("chip", "compact") / 2, abs=0.5)
