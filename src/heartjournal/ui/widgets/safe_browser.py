"""A reading pane for HTML that was made safe: it loads nothing, and asks before a link leaves the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from heartjournal.ui.widgets.link_question import LinkQuestion, can_be_opened

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from heartjournal.ui.theme import Theme


class SafeBrowser(QTextBrowser):
    """Shows the HTML that `rendering.safe_html` made, in the reading type of the theme.

    A link that is clicked or opened by key is asked about by a `LinkQuestion`; nothing follows it by itself.
    """

    def __init__(self, theme: Theme, *, style: str = "reading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._html = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._ask_about)
        theme.changed.connect(self._show)

    def show_html(self, html: str) -> None:
        """Show this from its beginning. The HTML is trusted to have come from `rendering.safe_html`."""
        self._html = html
        self._show()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> QByteArray:  # noqa: ARG002
        """Nothing, for any name. Never an empty answer: then the document would look for a local file itself."""
        return QByteArray(b"\0")

    def doSetSource(self, name: QUrl | str, kind: object = None) -> None:
        """Go nowhere."""

    def _ask_about(self, address: QUrl) -> None:
        if can_be_opened(address):
            LinkQuestion(self._theme, address, parent=self).open()

    def _show(self) -> None:
        document = self.document()
        document.setDefaultFont(self._theme.font(self._style))
        document.setDefaultStyleSheet(self._stylesheet())
        self.setHtml(self._html)
        self._space_lines()

    def _stylesheet(self) -> str:
        ink, accent = self._theme.color("ink").name(), self._theme.color("accent").name()
        rules = [f"body, p, li, h1, h2, h3 {{ color: {ink}; }}", f"a {{ color: {accent}; }}"]
        for tag, style in (("h1", "title"), ("h2", "heading"), ("h3", "heading")):
            font = self._theme.font(style)
            rules.append(
                f"{tag} {{ font-family: '{font.family()}'; font-size: {font.pixelSize()}px; font-weight: 400; }}"
            )
        return "\n".join(rules)

    def _space_lines(self) -> None:
        """Set the theme's line height on every block that is running text; HTML cannot say it in fixed pixels."""
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block = self.document().begin()
        while block.isValid():
            style = {1: "title", 2: "heading", 3: "heading"}.get(block.blockFormat().headingLevel(), self._style)
            spaced = QTextBlockFormat()
            spaced.setLineHeight(self._theme.line(style), fixed)
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(spaced)
            block = block.next()


class GrowingBrowser(SafeBrowser):
    """A safe browser as tall as its text, so that the page around it is what scrolls."""

    def __init__(self, theme: Theme, *, style: str = "reading", parent: QWidget | None = None) -> None:
        super().__init__(theme, style=style, parent=parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda size: self.setFixedHeight(max(1, round(size.height())))
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
