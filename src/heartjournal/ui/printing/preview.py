"""Shows a sheet as it will be printed, on paper that lies on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartjournal.ui.printing.paper import usual_paper
from heartjournal.ui.printing.sheets import Sheets
from heartjournal.ui.theme.print_look import UNITS
from heartjournal.ui.widgets import Themed
from heartjournal.ui.widgets.painting import draw_box, painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from heartjournal.ui.printing.drawn import Drawn
    from heartjournal.ui.printing.printout import Printout
    from heartjournal.ui.theme import Theme
    from heartjournal.ui.theme.print_look import PrintLook


class Preview(Themed, QWidget):
    """The first sheet, as large as there is room for; printed paper is light whatever the window wears."""

    def __init__(self, theme: Theme, look: PrintLook, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._paper = usual_paper().size(QPageSize.Unit.Point)
        self._sheets: Sheets | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._follow(theme)

    def show_printouts(self, printouts: tuple[Printout | Drawn, ...]) -> None:
        """Show the first sheet of these; none clears it."""
        self._sheets = Sheets(printouts, self._look, paper=self._paper) if printouts else None
        words = self._sheets.words if self._sheets else ""
        self.setAccessibleName(self.tr("The first sheet"))
        self.setAccessibleDescription(words)
        self.update()

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return self._sheets.count if self._sheets else 0

    def sizeHint(self) -> QSize:
        """The sheet at its own size on a screen of 72 dots an inch."""
        return self._paper.toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet and what stands on it."""
        if self._sheets is None:
            return
        scale = min((self.width() - 1) / self._paper.width(), (self.height() - 1) / self._paper.height())
        width, height = self._paper.width() * scale, self._paper.height() * scale
        sheet = QRectF((self.width() - width) / 2, 0, width, height).toRect()
        painter = painter_on(self)
        paper, line = self._look.paper, self._theme.color("hairline")
        draw_box(painter, sheet, radius=self._theme.radius("paperSheet"), fill=paper, line=line)
        painter.translate(sheet.topLeft())
        painter.scale(scale / UNITS, scale / UNITS)
        self._sheets.paint(painter, 1)
