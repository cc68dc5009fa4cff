"""Asking for a folder or a file, so that nothing of where somebody looked stays behind on the disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def ask_for_folder(parent: QWidget, title: str, *, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder; `then` is called with it, and not at all when none is chosen. Returns at once."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def ask_for_file(parent: QWidget, title: str, *, kind: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a file that is there; `kind` is a Qt name filter, "Markdown (*.md)". Otherwise as `ask_for_folder`."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kind)
    dialog.open()
    return dialog


def ask_for_new_file(
    parent: QWidget, title: str, *, suggested: str, kind: str, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask what a new file is to be called and where; one that is there is replaced only after it was asked for.

    It begins among the person's documents. `suggested` is a file name and ends as its `kind` does. Otherwise as
    `ask_for_file`.
    """
    dialog = _dialog(parent, title, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.selectFile(suggested)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    # Qt keeps the folders its file dialog was in, in a settings file that all programs made with it share. A settings
    # file that cannot be made is not written; what a system keeps elsewhere (a registry) is emptied in `_forget`.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    dialog = QFileDialog(parent, title)
    # The desktop's own dialog keeps a list of its own, which no program can forbid.
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(lambda _result: _forget(dialog))
    return dialog


def _forget(dialog: QFileDialog) -> None:
    """Take back where the dialog was, which Qt otherwise remembers for the next one and writes down at its end."""
    dialog.setHistory([])
    dialog.setDirectory("")
    dialog.deleteLater()
