"""The card on what the voice may want for the person, and what the person says to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from heartjournal.model.element import Element
from heartjournal.ui.critic.phrase_page.keeping import Part
from heartjournal.ui.critic.phrase_page.kept_text import KeptText
from heartjournal.ui.widgets import Card, ElementTag, Link, TextLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.critic.phrase_page.keeping import PhraseKeeping
    from heartjournal.ui.theme import Theme


class WhatItWants(Card):
    """Two texts that are written where they stand; the second is shown once there is a word in either."""

    def __init__(self, theme: Theme, keeping: PhraseKeeping, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._keeping = keeping
        self.protecting = KeptText(
            theme,
            keeping,
            Part.PROTECTING,
            name=self.tr("What it may be trying to spare you"),
            placeholder=self.tr("What might it be trying to keep from happening to you?"),
        )
        self.softening = KeptText(
            theme,
            keeping,
            Part.SOFTENING,
            name=self.tr("What you say to it"),
            placeholder=self.tr("A gentle word back, if you like."),
        )
        self._answer = TextLabel(theme, self.tr("What you say to it"), style="small", role="ink2", strong=True)
        self._edit = Link(theme, self.tr("Edit"))
        self._edit.setAccessibleName(self.tr("Edit what it wants for you"))
        self._edit.clicked.connect(self._begin)
        column = QVBoxLayout(self)
        side, above = theme.size("phraseSideX"), theme.size("phraseSideY")
        column.setContentsMargins(side, above, side, above)
        column.setSpacing(0)
        tag = ElementTag(theme, Element.MINDFULNESS, word=self.tr("What it wants for you"))
        column.addWidget(tag, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.space(3))
        column.addWidget(self.protecting)
        column.addSpacing(theme.space(2))
        column.addWidget(self._answer)
        column.addWidget(self.softening)
        column.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        keeping.changed.connect(lambda _place: self._tell())
        self._tell()

    def show_words(self) -> None:
        """Be the words of the phrase that is taken up."""
        self.protecting.show_place(Part.PROTECTING)
        self.softening.show_place(Part.SOFTENING)
        self._tell()

    def clear(self) -> None:
        """Drop every word."""
        self.protecting.let_go()
        self.softening.let_go()

    def _tell(self) -> None:
        wants, says = (bool(self._keeping.words(part).strip()) for part in (Part.PROTECTING, Part.SOFTENING))
        is_written = wants or says or self.softening.hasFocus()
        self._answer.setVisible(is_written)
        self.softening.setVisible(is_written)
        self._edit.setText(self.tr("Edit") if wants else self.tr("Write it down"))

    def _begin(self) -> None:
        self.protecting.put_caret(at_end=True)
