"""Where sheets go: a PDF as bytes, a private file, a printer."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from heartjournal.model.problems import CannotWrite, DiskFull
from heartjournal.ui.printing.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from heartjournal.ui.printing.drawn import Drawn
    from heartjournal.ui.printing.printout import Printout
    from heartjournal.ui.theme.print_look import PrintLook

CREATOR: Final = "HeartJournal"
_DOTS_AN_INCH: Final = 1200
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


def usual_paper() -> QPageSize:
    """Letter where inches are measured in, A4 elsewhere."""
    is_imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if is_imperial else QPageSize.PageSizeId.A4)


def pdf_of(printouts: Sequence[Printout | Drawn], look: PrintLook, *, paper: QPageSize) -> bytes:
    """Printouts as a PDF that says nothing about itself but the program's name. Any thread.

    It is made in memory, so that no unfinished file ever lies on a disk by a name nobody knows.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator(CREATOR)
    writer.setTitle("")
    writer.setResolution(_DOTS_AN_INCH)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    sheets = Sheets(printouts, look, paper=paper.size(QPageSize.Unit.Point))
    painter = QPainter(writer)
    sheets.paint_all(writer, painter, resolution=_DOTS_AN_INCH)
    painter.end()
    buffer.close()
    return bytes(content.data())


def keep_pdf(content: bytes, path: Path) -> None:
    """Write a PDF under a name, for its owner's eyes, and return when it is on the disk. Blocking, any thread.

    It is written beside its place under a name ending in ".part" and takes its name when it is whole; a file that was
    there is replaced only then. Raises DiskFull or CannotWrite, and leaves no part behind.
    """
    part = path.with_name(path.name + ".part")
    try:
        try:
            _write(part, content)
            part.replace(path)
            _sync_folder(path.parent)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _problem(error) from None


def print_on(printer: QPrinter, printouts: Sequence[Printout | Drawn], look: PrintLook) -> None:
    """Print on the paper that was chosen for a printer. On the window's thread. Raises CannotWrite."""
    printer.setCreator(CREATOR)
    printer.setDocName(CREATOR)  # what the queue of the printer shows to everybody
    printer.setFullPage(True)
    layout = printer.pageLayout()
    paper = layout.fullRect(QPageLayout.Unit.Point).size()
    sheets = Sheets(printouts, look, paper=QSizeF(paper))
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotWrite(
            "The printer did not answer.", "Look whether it is switched on and has paper, then try again."
        )
    sheets.paint_all(printer, painter, resolution=printer.resolution())
    painter.end()


def _write(part: Path, content: bytes) -> None:
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Put the name on the disk, on systems whose folders can be opened."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _problem(error: OSError) -> DiskFull | CannotWrite:
    if error.errno in _NO_ROOM:
        return DiskFull(
            "There is no room for the PDF; nothing was written.", "Make some room, or choose another place."
        )
    return CannotWrite("The PDF could not be written there.", "Choose another folder, and try again.")
