"""The timeline as a picture; that it is not encrypted is said where its place is asked for, and once it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Signal
from PySide6.QtGui import QImageWriter

from heartjournal.model.problems import CannotWrite
from heartjournal.ui.file_dialog import ask_for_new_file
from heartjournal.ui.printing import keep_pdf
from heartjournal.ui.wanted import PassingWords

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QFileDialog, QWidget

    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.critic.timeline import TimelinePicture, TimelineView
    from heartjournal.ui.surroundings import Surroundings

_HIGHEST: Final = 30_000
"""Of a picture: beyond some thirty thousand rows of pixels many programs open none."""


class Picture(QObject):
    """Keeps what the view shows as a PNG.

    Attributes:
        told: carries the `PassingWords` of where it went.
    """

    told = Signal(PassingWords)

    def __init__(self, surroundings: Surroundings, view: TimelineView, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._view = view
        self._tasks = surroundings.tasks
        self._width = surroundings.theme.breakpoint("maxContentWidth")

    def ask_where(self) -> QFileDialog:
        """Ask for its place, with the warning for a title; saving follows when one is chosen."""
        return ask_for_new_file(
            self._room,
            self.tr("Save as a picture, which is not encrypted: whoever finds it can read it"),
            suggested=self.tr("Timeline.png"),
            kind=self.tr("Picture (*.png)"),
            then=self.save_to,
        )

    def save_to(self, path: Path) -> None:
        """Paint what is shown now and save it there, off the window's thread, and say how it went."""
        picture, width = self._view.picture(), self._width
        said = PassingWords(self.tr("Saved. The picture is not encrypted: whoever finds it can read it."))
        self._tasks.aside(
            lambda: keep_pdf(_png_of(picture, width), path),
            then=lambda _none: self.told.emit(said),
            trouble=self._say_trouble,
            owner=self,
        )

    def _say_trouble(self, _problem: KnownProblem) -> None:
        self._tasks.troubled.emit(
            CannotWrite("The picture could not be written there.", "Choose another folder, and try again.")
        )


def _png_of(picture: TimelinePicture, width: int) -> bytes:
    """Run off the window's thread: three hundred lanes take a third of a second."""
    image = picture.painted(picture.size(width).boundedTo(QSize(width, _HIGHEST)))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())
