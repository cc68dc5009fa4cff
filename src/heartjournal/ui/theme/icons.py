"""Icons drawn from their SVG text in any colour and size, each rendered once a device pixel ratio."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class IconCache:
    """Pixmaps by (name, colours, size, ratio); needs a running QGuiApplication.

    `ink` and `lamp` are the colours, as text, that the product's own mark is drawn in.
    """

    def __init__(self, source: Callable[[str], str], *, ink: str, lamp: str) -> None:
        self._source = source
        self._ink, self._lamp = ink, lamp
        self._pixmaps: dict[tuple[str, str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, *, size: int, ratio: float, lamp: QColor) -> QPixmap:
        """The icon `size` logical pixels square; `lamp` fills what is drawn light in the product's own mark."""
        key = (name, color.name(QColor.NameFormat.HexArgb), lamp.name(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _rendered(self._coloured(name, color, lamp), size, ratio)
        return self._pixmaps[key]

    def _coloured(self, name: str, color: QColor, lamp: QColor) -> str:
        # The mark names its two colours; every other icon draws in currentColor.
        text = self._source(name).replace("currentColor", color.name())
        return text.replace(self._lamp, lamp.name()).replace(self._ink, color.name())


def _rendered(svg: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(ceil(size * ratio), ceil(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
