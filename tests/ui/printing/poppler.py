"""Reads PDFs back by programs that are not ours."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def words_in(pdf: Path, *, page: int = 0) -> str:
    """The text of a PDF, or of one of its pages, as somebody would copy it."""
    pages = ("-f", str(page), "-l", str(page)) if page else ()
    return _run("pdftotext", *pages, str(pdf), "-")


def facts_of(pdf: Path) -> dict[str, str]:
    """What a PDF says of itself."""
    lines = (line.partition(":") for line in _run("pdfinfo", str(pdf)).splitlines())
    return {name.strip(): value.strip() for name, _, value in lines}


def fonts_in(pdf: Path) -> list[list[str]]:
    """A row for each font: its name without the tag of a subset, and the rest of what is said of it."""
    return [row.split() for row in _run("pdffonts", str(pdf)).splitlines()[2:]]


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
