"""Sets printouts on sheets of paper and paints them, one by one, on whatever takes paint; loads nothing."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from heartjournal.rendering import safe_html
from heartjournal.ui.printing.printout import Printout
from heartjournal.ui.theme.print_look import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPagedPaintDevice, QPainter, QTextBlock, QTextFragment

    from heartjournal.ui.printing.drawn import Drawn, DrawnSheets
    from heartjournal.ui.theme.print_look import PrintLook

_POINTS_AN_INCH: Final = 72
_RULE: Final = "*   *   *"


class Sheets:
    """Printouts and drawings set on paper of a size in points, each beginning on a new sheet.

    To be used on the thread that made it, which may be any.
    """

    def __init__(self, printouts: Sequence[Printout | Drawn], look: PrintLook, *, paper: QSizeF) -> None:
        self._look = look
        self._paper = QSizeF(paper.width() * UNITS, paper.height() * UNITS)
        side, above, below = (look.margin(name) for name in ("side", "top", "bottom"))
        width = max(self._paper.width() - 2 * side, self._paper.width() / 2)
        height = max(self._paper.height() - above - below, self._paper.height() / 2)
        self._text = QRectF((self._paper.width() - width) / 2, above, width, height)
        self._documents = [_set(printout, look, self._text.size()) for printout in printouts]
        self._sheets = [(document, page) for document in self._documents for page in range(_sheets_of(document))]

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self._sheets)

    @property
    def words(self) -> str:
        """The text as it is set, with line ends between its blocks."""
        return "\n".join(_words_of(document) for document in self._documents)

    def paint_all(self, device: QPagedPaintDevice, painter: QPainter, *, resolution: int) -> None:
        """Paint every sheet on a device of `resolution` dots an inch whose painter begins at the paper's corner."""
        for number in range(1, self.count + 1):
            if number > 1:
                device.newPage()
            painter.save()
            painter.scale(resolution / _POINTS_AN_INCH / UNITS, resolution / _POINTS_AN_INCH / UNITS)
            self.paint(painter, number)
            painter.restore()

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint one sheet, counted from 1, in units from the paper's corner."""
        document, page = self._sheets[number - 1]
        if isinstance(document, QTextDocument):
            self._paint_text(painter, document, page)
        else:
            painter.save()
            painter.translate(self._text.topLeft())
            document.paint(painter, page)
            painter.restore()
        if self.count > 1:
            self._paint_number(painter, number)

    def _paint_text(self, painter: QPainter, document: QTextDocument, page: int) -> None:
        above = page * self._text.height()
        painter.save()
        painter.translate(self._text.left(), self._text.top() - above)
        part = QRectF(0, above, self._text.width(), self._text.height())
        painter.setClipRect(part.adjusted(-self._text.left(), 0, self._text.left(), 0))
        context = QAbstractTextDocumentLayout.PaintContext()
        # Qt draws every line that touches the clip, and one that begins where a sheet ends would stand on both.
        context.clip = part.adjusted(0, 1, 0, -1)
        context.palette = QPalette(QColor(self._look.ink))
        context.palette.setColor(QPalette.ColorRole.Text, QColor(self._look.ink))
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_number(self, painter: QPainter, number: int) -> None:
        painter.setFont(self._look.font("number"))
        painter.setPen(QColor(self._look.ink2))
        height = self._look.size("number") * 2
        below = self._paper.height() - self._look.margin("number")
        place = QRectF(0, below - height / 2, self._paper.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))


class _Document(QTextDocument):
    """A document that loads nothing."""

    def loadResource(self, kind: int, name: QUrl | str) -> QByteArray:  # noqa: ARG002
        """Nothing, for any name. Never an empty answer: then the document would look for a local file itself."""
        return QByteArray(b"\0")


def _sheets_of(document: QTextDocument | DrawnSheets) -> int:
    return document.pageCount() if isinstance(document, QTextDocument) else document.count


def _words_of(document: QTextDocument | DrawnSheets) -> str:
    return document.toPlainText() if isinstance(document, QTextDocument) else document.words


def _set(printout: Printout | Drawn, look: PrintLook, size: QSizeF) -> QTextDocument | DrawnSheets:
    return _typeset(printout, look, size) if isinstance(printout, Printout) else printout.set_on(look, size)


def _typeset(printout: Printout, look: PrintLook, size: QSizeF) -> QTextDocument:
    document = _Document()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setIndentWidth(look.line("reading"))
    document.setDefaultFont(look.font("reading"))
    document.setDefaultTextOption(_wrapping_anywhere())
    document.setDefaultStyleSheet(look.stylesheet())
    document.setHtml(_html_of(printout))
    for block in _blocks(document):
        _space(block, look, is_title=block.blockNumber() == 0 and bool(printout.title.strip()))
    _write_addresses_out(document)
    document.setPageSize(size)
    _keep_together(document)
    return document


def _html_of(printout: Printout) -> str:
    title = f'<p class="title">{html.escape(printout.title)}</p>' if printout.title.strip() else ""
    day = f'<p class="day">{html.escape(printout.day_line)}</p>' if printout.day_line.strip() else ""
    return "\n".join((title, day, *(safe_html(part) for part in printout.parts)))


def _wrapping_anywhere() -> QTextOption:
    """A word longer than a line goes on in the next one."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    return option


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The pieces of a block that look alike."""
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _space(block: QTextBlock, look: PrintLook, *, is_title: bool) -> None:
    """Give a block the line height of its style, and let lines wrap that HTML would leave as long as they are."""
    level = block.blockFormat().headingLevel()
    style = "title" if is_title else f"h{min(level, 3)}" if level else "reading"
    spaced = QTextBlockFormat()
    spaced.setLineHeight(look.line(style), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    spaced.setNonBreakableLines(False)
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(spaced)
    if level:
        _resize(block, look.size(style))
    elif block.blockFormat().hasProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth.value):
        _draw_rule(cursor)


def _resize(block: QTextBlock, pixels: int) -> None:
    """Set the size of a heading; HTML's own is relative, and stronger than the style sheet's."""
    for fragment in list(_fragments(block)):
        resized = fragment.charFormat()
        resized.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        resized.setProperty(QTextFormat.Property.FontPixelSize.value, pixels)
        cursor = QTextCursor(block)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(resized)


def _draw_rule(cursor: QTextCursor) -> None:
    """Three stars in place of HTML's line, which is a hair too thin to be seen on paper."""
    plain = QTextBlockFormat(cursor.blockFormat())
    plain.clearProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth.value)
    plain.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    cursor.setBlockFormat(plain)
    cursor.insertText(_RULE)


def _write_addresses_out(document: QTextDocument) -> None:
    """Put the address of each link behind its words: paper cannot be clicked."""
    for end, address in reversed(_links(document)):
        cursor = QTextCursor(document)
        cursor.setPosition(end)
        plain = cursor.charFormat()
        plain.setAnchor(False)
        plain.clearProperty(QTextFormat.Property.AnchorHref.value)
        cursor.insertText(f" ({address})", plain)


def _links(document: QTextDocument) -> list[tuple[int, str]]:
    """Where each link ends and its address, unless its words are the address."""
    found: list[tuple[int, int, str]] = []
    for block in _blocks(document):
        for fragment in _fragments(block):
            address = fragment.charFormat().anchorHref()
            if not address:
                continue
            start = fragment.position()
            if found and found[-1][1:] == (start, address):
                start = found.pop()[0]
            found.append((start, fragment.position() + fragment.length(), address))
    return [(end, address) for start, end, address in found if not _is_said(document, start, end, address)]


def _is_said(document: QTextDocument, start: int, end: int, address: str) -> bool:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().strip() in {address, address.removeprefix("mailto:")}


def _keep_together(document: QTextDocument) -> None:
    """Move to the next sheet what would stand alone at the foot of one: a heading, a paragraph's first line."""
    for block in _blocks(document):
        first = _page_of(document, block, line=0)
        is_alone = first < _page_of(document, block, line=1)
        following = block.next()
        if block.blockFormat().headingLevel() and following.isValid():
            is_alone = is_alone or first < _page_of(document, following, line=0)
        if is_alone and (moved := _with_headings(block)).position() > 0:
            broken = QTextBlockFormat()
            broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(moved).mergeBlockFormat(broken)


def _with_headings(block: QTextBlock) -> QTextBlock:
    """The first of the headings that stand right above a block, or the block itself."""
    above = block.previous()
    while above.isValid() and above.blockFormat().headingLevel():
        block, above = above, above.previous()
    return block


def _page_of(document: QTextDocument, block: QTextBlock, *, line: int) -> int:
    """The page on which a line of a block stands, or its last line if it has not so many."""
    above = document.documentLayout().blockBoundingRect(block).top()
    count = block.layout().lineCount()
    inside = block.layout().lineAt(min(line, count - 1)).y() if count else 0
    return int((above + inside + 1) // document.pageSize().height())
