"""A real vault at the least cost."""

from pathlib import Path

import pytest

from tests.vault.folders import make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a new vault that nobody has open."""
    return make(tmp_path / "journal")
