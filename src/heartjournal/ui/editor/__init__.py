"""The page being written: sections, saving, and everything on the way from a key to the journal."""

from heartjournal.ui.editor.page_editor import PageEditor

__all__ = ["PageEditor"]
