"""The style sheet, written from the theme, for what Qt paints itself; our own widgets paint themselves."""

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartjournal.ui.theme.theme import Theme

_SHEET = Template("""
QToolTip { background: $raised; color: $ink; border: 1px solid $control; padding: 4px 8px;
           font: $small_font; }
QMenu { background: $raised; color: $ink; border: 1px solid $control; border-radius: ${popover_radius}px;
        padding: ${menu_padding}px; font: $body_font; }
QMenu::item { height: ${menu_item}px; padding: 0 ${row}px; min-width: ${menu_width}px;
              border-radius: ${menu_radius}px; background: transparent; }
QMenu::item:selected { background: $accentTint; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::icon { padding-left: ${row}px; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QLineEdit { background: transparent; border: none; lineedit-password-character: 8226; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle { background: $hairline; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: ${handle}px; }
QScrollBar::handle:horizontal { min-width: ${handle}px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
    { background: transparent; border: none; width: 0; height: 0; }
""")


def stylesheet_of(theme: "Theme") -> str:
    """The style sheet for the theme's colours and text scale."""
    roles = {role: theme.color(role).name() for role in theme.tokens.light if role != "scrim"}
    return _SHEET.substitute(
        roles,
        small_font=_font(theme, "small"),
        body_font=_font(theme, "body"),
        popover_radius=theme.radius("popover"),
        menu_padding=theme.size("menuPadding"),
        menu_width=theme.size("menuItemWidth"),
        menu_item=theme.grown("menuItem", "body"),
        menu_radius=theme.size("menuItemRadius"),
        row=theme.size("navPadding"),
        bar=theme.size("scrollBar"),
        handle=theme.size("scrollHandle"),
    )


def _font(theme: "Theme", style: str) -> str:
    font = theme.font(style)
    return f'{font.pixelSize()}px "{font.families()[0]}"'
