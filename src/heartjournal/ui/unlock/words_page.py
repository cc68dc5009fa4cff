"""The first page of First run: what this is, that it is private, and that it is not therapy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets import Card, IconLabel, NoticeBox, TextLabel

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class WordsPage(QWidget):
    """Three short paragraphs, each with its icon."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(TextLabel(theme, self.tr("A few words first"), style="display", wrap=True))
        introduction = self.tr("HeartJournal is a private place to write, for people who are hard on themselves.")
        column.addWidget(TextLabel(theme, introduction, role="ink2", wrap=True))
        column.addSpacing(theme.space(4))
        self._notice = NoticeBox(theme)
        self._notice.hide()
        column.addWidget(self._notice)
        column.addWidget(self._card())
        column.addStretch(1)

    def tell_foreign(self, *, is_foreign: bool) -> None:
        """Say that no journal can be made in a folder with other things in it."""
        self._notice.say(
            self.tr("This folder holds other files and no journal."),
            self.tr("Choose the folder of your journal, or an empty one for a new journal. Nothing here was changed."),
        )
        self._notice.setVisible(is_foreign)

    def _card(self) -> Card:
        card = Card(self._theme)
        card.body.setSpacing(self._theme.space(5))
        for icon, heading, text in self._paragraphs():
            card.body.addLayout(self._paragraph(icon, heading, text))
        return card

    def _paragraph(self, icon: str, heading: str, text: str) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(self._theme, heading, style="label", wrap=True))
        words.addWidget(TextLabel(self._theme, text, role="ink2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(4))
        row.addWidget(IconLabel(self._theme, icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _paragraphs(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "pen-line",
                self.tr("A page in the evening"),
                self.tr(
                    "A few questions help you see what is there, remember that others know it too, and answer "
                    "yourself as you would a friend. Every question can be skipped. Half a sentence is enough."
                ),
            ),
            (
                "lock",
                self.tr("Only yours"),
                self.tr(
                    "Everything is kept on this computer, encrypted with a passphrase that only you know. There is "
                    "no account, and nothing is sent anywhere."
                ),
            ),
            (
                "info",
                self.tr("Not therapy"),
                self.tr(
                    "It does not take the place of therapy, or of somebody you can call. If you are in danger, or "
                    "thinking of ending your life, please call your local emergency number. The journal cannot call "
                    "for you."
                ),
            ),
        )
