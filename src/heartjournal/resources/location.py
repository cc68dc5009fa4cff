"""Where the shipped data files lie: beside the installed package, or in the checkout."""

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder of the shipped data: the packaged one if it is there, else the checkout's `resources`."""
    packaged = Path(__file__).parent / "files"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "resources"
