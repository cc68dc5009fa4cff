"""The floor of a launch, in a process of its own: a main window with an empty text field, as large as ours."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from bench.first_paint import FirstPaint

if __name__ == "__main__":
    application = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QPlainTextEdit())
    window.resize(1280, 800)
    FirstPaint(window)
    window.show()
    application.exec()
