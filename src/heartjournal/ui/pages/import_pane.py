"""Bringing in old pages: choose a folder or a file, see what would come, bring it in, read what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.exchange.markdown import read_folder
from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport
from heartjournal.model.journal_day import journal_day
from heartjournal.ui.counting import counted, plural
from heartjournal.ui.file_dialog import ask_for_file, ask_for_folder
from heartjournal.ui.pages.import_row import ImportRow
from heartjournal.ui.problem_words import problem_words
from heartjournal.ui.widgets import Button, ButtonKind, FlowLayout, Ground, NoticeBox, ScrollArea, TextLabel

if TYPE_CHECKING:
    from pathlib import Path

    from heartjournal.model.changes import Changes
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.surroundings import Surroundings

_LINES_SHOWN = 100


class ImportPane(Ground):
    """Nothing is written before "Bring them in", and then everything or nothing.

    Attributes:
        closed: the person is done here.
    """

    closed = Signal()

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, "paper", parent=parent)
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock
        self._report: ImportReport | None = None
        theme = surroundings.theme
        self._sentence = TextLabel(theme, role="ink2", wrap=True)
        self._folder = Button(theme, self.tr("Choose a folder…"), icon="folder-output")
        self._file = Button(theme, self.tr("Choose one file…"), kind=ButtonKind.QUIET)
        self._bring = Button(theme, "", kind=ButtonKind.PRIMARY)
        self._close = Button(theme, self.tr("Close"), kind=ButtonKind.QUIET)
        self._notice = NoticeBox(theme)
        self._lines = QVBoxLayout()
        self._lay_out()
        self._folder.clicked.connect(self._choose_folder)
        self._file.clicked.connect(self._choose_file)
        self._bring.clicked.connect(self._bring_in)
        self._close.clicked.connect(self.closed)

    def begin(self) -> None:
        """Start from nothing chosen."""
        self._tasks.forget("look", owner=self)
        self._report = None
        self._say(
            self.tr(
                "Markdown files with a date in their name or at their top become pages of their day. "
                "Your files stay where they are and are not changed; they are not encrypted."
            )
        )
        self._bring.setVisible(False)
        self._notice.setVisible(False)
        self._show_lines(())
        self._folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, path: Path) -> None:
        """Read a folder or a file and say what would become of each page in it."""
        now = self._clock.now()
        self._report = None
        self._say(self.tr("Reading…"))
        self._bring.setVisible(False)
        self._notice.setVisible(False)
        self._show_lines(())
        self._tasks.aside(
            lambda: tuple(read_folder(path, now=now)),
            then=self._compare,
            trouble=self._tell,
            owner=self,
            replaces="look",
        )

    def _compare(self, lines: tuple[ImportLine, ...]) -> None:
        self._tasks.run(
            lambda journal: journal.imports.preview(lines),
            then=self._preview,
            trouble=self._tell,
            owner=self,
            replaces="look",
        )

    def _preview(self, report: ImportReport) -> None:
        self._report = report
        new = report.count(ImportOutcome.NEW)
        self._say(self._counted(report, plural(new, self.tr("one new page"), self.tr("{number} new pages"))))
        self._bring.setText(plural(new, self.tr("Bring in one page"), self.tr("Bring in {number} pages")))
        self._bring.setVisible(new > 0)
        self._show_lines(report.lines)
        if new:
            self._bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_in(self) -> None:
        report = self._report
        if report is None:
            return
        self._bring.setVisible(False)
        self._say(self.tr("Bringing them in…"))
        self._tasks.run(
            lambda journal: journal.imports.bring_in(report),
            then=lambda changes: self._done(report, changes),
            trouble=self._refused,
            owner=self,
        )

    def _done(self, report: ImportReport, changes: Changes) -> None:
        brought = plural(len(changes.entries), self.tr("one page brought in"), self.tr("{number} pages brought in"))
        self._say(self._counted(report, brought))
        self._show_lines(tuple(line for line in report.lines if line.outcome is ImportOutcome.REFUSED))
        self._report = None
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, problem: KnownProblem) -> None:
        self._tell(problem)
        self._bring.setVisible(self._report is not None)

    def _tell(self, problem: KnownProblem) -> None:
        self._say(self.tr("Nothing was brought in."))
        self._notice.say(*problem_words(problem))
        self._notice.setVisible(True)

    def _counted(self, report: ImportReport, new: str) -> str:
        here, refused = report.count(ImportOutcome.ALREADY_HERE), report.count(ImportOutcome.REFUSED)
        parts = [new]
        if here:
            parts.append(self.tr("{number} already here").format(number=counted(here)))
        if refused:
            one, many = (
                self.tr("one left out, with the reason below"),
                self.tr("{number} left out, with the reasons below"),
            )
            parts.append(plural(refused, one, many))
        said = ", ".join(parts)
        return f"{said[:1].upper()}{said[1:]}."

    def _say(self, words: str) -> None:
        self._sentence.setText(words)

    def _show_lines(self, lines: tuple[ImportLine, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        ordered = sorted(lines, key=lambda line: line.outcome is not ImportOutcome.REFUSED)
        today = journal_day(self._clock.now())
        for line in ordered[:_LINES_SHOWN]:
            self._lines.addWidget(ImportRow(self._theme, line, today=today))
        left = len(ordered) - _LINES_SHOWN
        if left > 0:
            more = self.tr("and {number} more").format(number=counted(left))
            self._lines.addWidget(TextLabel(self._theme, more, style="small", role="ink3"))

    def _choose_folder(self) -> None:
        ask_for_folder(self, self.tr("Old pages"), then=self.look_at)

    def _choose_file(self) -> None:
        kind = self.tr("Markdown (*.md *.markdown)")
        ask_for_file(self, self.tr("Old page"), kind=kind, then=self.look_at)

    def _lay_out(self) -> None:
        theme = self._theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        side = theme.size("pagePaddingX")
        column.setContentsMargins(side, theme.size("pagePaddingTop"), side, theme.size("contentPaddingBottom"))
        column.setSpacing(theme.space(4))
        column.addWidget(TextLabel(theme, self.tr("Bring in old pages"), style="display", wrap=True))
        column.addWidget(self._sentence)
        column.addWidget(self._notice)
        row = FlowLayout(spacing=theme.space(2))
        for button in (self._bring, self._folder, self._file, self._close):
            row.addWidget(button)
        column.addLayout(row)
        self._lines.setSpacing(theme.space(2))
        column.addLayout(self._lines)
        column.addStretch()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(ScrollArea(theme, inside))
