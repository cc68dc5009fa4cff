"""The package hands out every component it names, and imports none before it is asked for."""

import subprocess
import sys

import pytest

from heartjournal.ui import widgets


@pytest.mark.parametrize("name", widgets.__all__)
def test_every_component_named_is_there(name: str) -> None:
    assert getattr(widgets, name).__name__ == name


def test_every_place_is_named() -> None:
    assert set(widgets._PLACES) == set(widgets.__all__)


def test_a_component_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Heart"):
        _ = widgets.Heart


def test_asking_for_a_button_imports_no_calendar() -> None:
    code = (
        "import sys\n"
        "from heartjournal.ui.widgets import Button\n"
        "print(sorted(m for m in sys.modules if m.startswith('heartjournal.ui.widgets.')))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "buttons" in said
    assert "month_calendar" not in said
    assert "entry_rows" not in said
