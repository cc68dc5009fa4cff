"""Words of functions, and of widgets that are not built yet: what `tr` is to an object."""

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """`text` in the person's language. Both are literals: `lupdate` reads them where this name is called."""
    return QCoreApplication.translate(context, text)
