"""Runs in a process of its own: prints when the first frame of a window is on the screen, and ends."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget


class FirstPaint(QObject):
    """Watches the native window: what follows its first exposure is run once the frame is painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.winId()
        handle = window.windowHandle()
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave once the exposure, which paints, has been dealt with."""
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _tell)
        return False


def _tell() -> None:
    os.write(1, str(time.monotonic_ns()).encode())
    os._exit(0)


def bare() -> None:
    """The floor: a main window with an empty text field, as large as ours."""
    application = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QPlainTextEdit())
    window.resize(1280, 800)
    FirstPaint(window)
    window.show()
    application.exec()


def ours() -> None:
    """The program as a person starts it, up to its first screen."""
    from heartjournal import __main__ as program  # noqa: PLC0415  the floor must not pay for it
    from heartjournal.ui.app import App  # noqa: PLC0415

    show = App.show

    def watch_and_show(app: App) -> None:
        FirstPaint(app.window)
        show(app)

    setattr(App, "show", watch_and_show)  # noqa: B010  the only change: to be told of the first frame
    program.main()


if __name__ == "__main__":
    which = sys.argv.pop(1)
    bare() if which == "bare" else ours()
