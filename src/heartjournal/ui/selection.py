"""What was selected last, which X11 gives to every program that asks with the middle button; nothing else is copied."""

from PySide6.QtGui import QClipboard, QGuiApplication


def let_go_of_selection() -> None:
    """Forget what was selected in this window, as when a screen with private words is cleared. On its thread."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
