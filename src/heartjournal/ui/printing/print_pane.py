"""Printing a letter or page: says first what paper and PDF are not, then prints or saves, as the person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.problems import KnownProblem
from heartjournal.ui.file_dialog import ask_for_new_file
from heartjournal.ui.printing.paper import keep_pdf, pdf_of, print_on, usual_paper
from heartjournal.ui.printing.preview import Preview
from heartjournal.ui.problem_words import problem_words
from heartjournal.ui.theme.print_look import print_look
from heartjournal.ui.widgets import Button, ButtonKind, Ground, NoticeBox, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QFileDialog

    from heartjournal.ui.printing.drawn import Drawn
    from heartjournal.ui.printing.printout import Printout
    from heartjournal.ui.surroundings import Surroundings


class PrintPane(Ground):
    """Offers what it was given to a printer or as a PDF; forgets it when closed.

    Attributes:
        closed: the person is done here.
    """

    closed = Signal()

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, "desk", parent=parent)
        self._tasks = surroundings.tasks
        self._look = print_look(surroundings.theme.tokens)
        self._printouts: tuple[Printout | Drawn, ...] = ()
        self._file_name = ""
        theme = surroundings.theme
        self._print = Button(theme, self.tr("Print…"), kind=ButtonKind.PRIMARY, icon="printer")
        self._save = Button(theme, self.tr("Save as PDF…"))
        self._close = Button(theme, self.tr("Close"), kind=ButtonKind.QUIET)
        self._preview = Preview(theme, self._look)
        self._count = TextLabel(theme, style="small", role="ink3")
        self._done = TextLabel(theme, role="ink2", wrap=True)
        self._notice = NoticeBox(theme)
        self._lay_out(surroundings)
        self._print.clicked.connect(self.ask_to_print)
        self._save.clicked.connect(self.ask_where)
        self._close.clicked.connect(self.leave)

    def offer(self, printouts: tuple[Printout | Drawn, ...], *, file_name: str) -> None:
        """Begin with these. `file_name` is what the PDF is called at first: it stays readable by anybody."""
        self._printouts = printouts
        self._file_name = file_name
        self._preview.show_printouts(printouts)
        count = self._preview.count
        self._count.setText(self.tr("One sheet") if count == 1 else self.tr("{number} sheets").format(number=count))
        self._say("")

    def arrive(self) -> None:
        """Wait on Print."""
        self._print.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:  # noqa: ARG002  nothing here can fail to be saved
        """Go on at once: nothing is written here."""
        then()

    def clear(self) -> None:
        """Let go of the words, as on closing and locking."""
        self._printouts = ()
        self._preview.show_printouts(())

    def leave(self) -> None:
        """Let go of the words, and close."""
        self.clear()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def ask_to_print(self) -> QPrintDialog:
        """Open the system's own dialog; printing follows when it is accepted."""
        # Loaded when somebody prints and not before: few evenings need it.
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter  # noqa: PLC0415  see above

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(usual_paper())
        dialog = QPrintDialog(printer, self)
        # A file from there would be readable by everybody on this computer; "Save as PDF" makes a private one.
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda result: self._print_if(result, printer))
        QDialog.open(dialog)
        return dialog

    def ask_where(self) -> QFileDialog:
        """Ask for the PDF's place; saving follows when one is chosen."""
        return ask_for_new_file(
            self, self.tr("Save as PDF"), suggested=self._file_name, kind=self.tr("PDF (*.pdf)"), then=self.save_to
        )

    def save_to(self, path: Path) -> None:
        """Save as a PDF there, off the window's thread, and say how it went."""
        printouts, look, paper = self._printouts, self._look, usual_paper()
        self._say(self.tr("Saving…"))
        self._tasks.aside(
            lambda: keep_pdf(pdf_of(printouts, look, paper=paper), path),
            then=lambda _none: self._say(self.tr("Saved. The file can be read by whoever finds it.")),
            trouble=self._tell,
            owner=self,
        )

    def _print_if(self, result: int, printer: QPrinter) -> None:
        if result != QDialog.DialogCode.Accepted.value:
            return
        try:
            print_on(printer, self._printouts, self._look)
        except KnownProblem as problem:
            self._tell(problem)
        else:
            self._say(self.tr("It is on its way to the printer."))

    def _tell(self, problem: KnownProblem) -> None:
        self._say("")
        self._notice.say(*problem_words(problem))
        self._notice.setVisible(True)

    def _say(self, words: str) -> None:
        self._done.setText(words)
        self._done.setVisible(bool(words))
        self._notice.setVisible(False)

    def _lay_out(self, surroundings: Surroundings) -> None:
        theme = surroundings.theme
        words = QVBoxLayout()
        words.setSpacing(theme.space(4))
        words.addWidget(TextLabel(theme, self.tr("On paper"), style="display", wrap=True))
        warning = self.tr(
            "A printed page is not encrypted, and neither is a PDF: whoever finds it can read it, "
            "and a printer or its queue may keep a copy for a while."
        )
        words.addWidget(TextLabel(theme, warning, role="ink2", wrap=True))
        words.addWidget(self._count)
        for button in (self._print, self._save, self._close):
            words.addWidget(button)
        words.addWidget(self._done)
        words.addWidget(self._notice)
        words.addStretch()
        beside = QWidget()
        beside.setFixedWidth(theme.size("printColumn"))
        beside.setLayout(words)
        row = QHBoxLayout(self)
        side = theme.size("pagePaddingX")
        row.setContentsMargins(side, theme.size("pagePaddingTop"), side, theme.size("contentPaddingBottom"))
        row.setSpacing(theme.size("printGap"))
        row.addWidget(beside)
        row.addWidget(self._preview, 1)
