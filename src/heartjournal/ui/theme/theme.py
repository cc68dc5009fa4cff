"""The one source of colours, fonts, sizes, icons and shortcuts for every widget; switches live."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QKeySequence, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from heartjournal.resources.theme import Tokens, font_files, icon_source
from heartjournal.ui.theme.icons import IconCache
from heartjournal.ui.theme.look import TOKEN_OF, ElementKey, ElementLook, Mode
from heartjournal.ui.theme.measures import MEASURES, STROKES
from heartjournal.ui.theme.palette import palette_of, role_colors
from heartjournal.ui.theme.stylesheet import stylesheet_of

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

REDUCED_FADE: Final = 100
# Given to QApplication when it is made. `setStyle` hands the style back, and to wrap it PySide would set up the 400
# values of QStyle's enums, some 4 ms before the first paint.
STYLE_ARGUMENTS: Final = ("-style", "Fusion")


class Theme(QObject):
    """Looks things up in the tokens for the mode and text scale in force. On the window's thread only.

    Signals:
        changed: colours, text scale or motion are different now; widgets lay out and paint again.
    """

    changed = Signal()

    def __init__(
        self,
        tokens: Tokens,
        *,
        mode: Mode = Mode.SYSTEM,
        text_scale: float = 1.0,
        reduced_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tokens: Final = tokens
        # The mark is drawn in the colours of the light table.
        self._icons = IconCache(icon_source, ink=tokens.light["ink"], lamp=tokens.light["lamp"])
        self._mode = Mode(mode)
        self._text_scale = text_scale
        self._reduced_motion = reduced_motion
        self._application: QApplication | None = None
        self._colors = self._table()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    # what is in force

    @property
    def mode(self) -> Mode:
        """What the person chose."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether the dark table is in use."""
        if self._mode is Mode.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode is Mode.DARK

    @property
    def text_scale(self) -> float:
        """The factor on type sizes and line heights."""
        return self._text_scale

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing but a short fade may move."""
        return self._reduced_motion

    def set_mode(self, mode: Mode | str) -> None:
        """Use the light, the dark, or the system's table."""
        self._mode = Mode(mode)
        self._renew()

    def set_text_scale(self, scale: float) -> None:
        """Set the factor on type; every widget grows with it."""
        self._text_scale = scale
        self._renew()

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Stop or allow movement."""
        self._reduced_motion = reduced
        self.changed.emit()

    # looking things up

    def color(self, role: str) -> QColor:
        """The colour of a role of tokens.json, or of "accentPressed". Raises KeyError."""
        return self._colors[role]

    def font(self, style: str, *, strong: bool = False, italic: bool = False) -> QFont:
        """The font of a type style at the text scale; `strong` asks for weight 600. Raises KeyError."""
        token = self.tokens.type[style]
        font = QFont([name for name in self.tokens.families[token.family] if name != "system default sans"])
        font.setPixelSize(round(token.size * self._text_scale))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setWeight(QFont.Weight.DemiBold if strong or token.weight > QFont.Weight.Medium else QFont.Weight.Normal)
        font.setItalic(italic)
        return font

    def line(self, style: str) -> int:
        """The line height of a type style at the text scale, in pixels."""
        return round(self.tokens.type[style].line * self._text_scale)

    def space(self, step: int) -> int:
        """Spacing by step of the 4 px unit: 1, 2, 3, 4, 5, 6, 8, 9, 11 or 14."""
        return self.tokens.space[str(step)]

    def size(self, name: str) -> int:
        """A size of tokens.json or of `measures`, never scaled. Raises KeyError."""
        return self.tokens.size[name] if name in self.tokens.size else MEASURES[name]

    def grown(self, name: str, style: str) -> int:
        """A size that holds one line of a type style, grown by what the text scale adds to that line."""
        return self.size(name) + max(0, self.line(style) - self.tokens.type[style].line)

    def scaled(self, name: str) -> int:
        """A size that goes along with the text, such as an icon beside words."""
        return round(self.size(name) * self._text_scale)

    def radius(self, name: str) -> int:
        """A corner radius: checkbox, paperSheet, control, popover or card."""
        return self.tokens.radius[name]

    def stroke(self, name: str) -> float:
        """A line width: hairline, control, selected, focusRing, focusOffset, icon, phraseUnderline or breathOutline."""
        return self.tokens.stroke[name] if name in self.tokens.stroke else STROKES[name]

    def motion(self, name: str) -> int:
        """A duration in milliseconds; 0 (a fade 100) when motion is reduced. A breath keeps its time."""
        if self._reduced_motion and not name.startswith("breath"):
            return REDUCED_FADE if name == "fade" else 0
        return self.tokens.motion[name]

    def breakpoint(self, name: str) -> int:
        """A width or height of the window at which the layout changes."""
        return self.tokens.breakpoints[name]

    def element(self, key: ElementKey) -> ElementLook:
        """How an element, "event" or "critic" is named and drawn; None is "event"."""
        token = self.tokens.elements[TOKEN_OF[key or "event"]]
        return ElementLook(token.word, token.short_word, token.icon, token.color, token.tint, token.mark)

    def shortcut(self, name: str) -> QKeySequence:
        """The keys of a shortcut of tokens.json. Raises KeyError."""
        return QKeySequence(self.tokens.shortcuts[name].keys, QKeySequence.SequenceFormat.PortableText)

    def shortcut_words(self, name: str) -> str:
        """The keys as they are shown beside a menu entry: "Ctrl K"."""
        return self.shortcut(name).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ").strip()

    # pictures

    def pixmap(self, name: str, role: str, *, size: int, ratio: float = 1.0) -> QPixmap:
        """An icon in a role's colour, `size` logical pixels square. Raises BadResource, KeyError."""
        return self._icons.pixmap(name, self.color(role), size=size, ratio=ratio, lamp=self.color("lamp"))

    def icon(self, name: str, role: str, *, size: int = 0) -> "QIcon":
        """The icon for menus and the window, at the ratios 1 and 2; `size` 0 is the usual 20."""
        from PySide6.QtGui import QIcon  # noqa: PLC0415  its enums are not needed before the first paint

        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, role, size=size or self.size("icon"), ratio=ratio))
        return icon

    # the application

    def dress(self, application: QApplication) -> None:
        """Load the fonts and give the application font, palette and style sheet, now and at every change.

        It is to have been made with `STYLE_ARGUMENTS`.
        """
        for path in font_files():
            QFontDatabase.addApplicationFont(str(path))
        self._application = application
        self._renew()

    def palette(self) -> QPalette:
        """The palette for what Qt paints itself."""
        return palette_of(self._colors)

    def stylesheet(self) -> str:
        """The style sheet for what Qt paints itself: menus, tool tips, scroll bars, popup lists, text fields."""
        return stylesheet_of(self)

    def _table(self) -> dict[str, QColor]:
        return role_colors(self.tokens.dark if self.is_dark else self.tokens.light)

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._renew()

    def _renew(self) -> None:
        self._colors = self._table()
        if self._application is not None:
            self._application.setFont(self.font("body"))
            self._application.setPalette(self.palette())
            self._application.setStyleSheet(self.stylesheet())
        self.changed.emit()
