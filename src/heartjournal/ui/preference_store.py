"""The preferences as the window uses them: the present ones, and a change written at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from heartjournal.model.problems import KnownProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.preferences import Preferences


class PreferenceStore(QObject):
    """Holds the preferences needed before unlocking. Lives on the window's thread.

    Attributes:
        changed: after a change, whether or not it could be written.
        troubled: a `KnownProblem` when the change could not be written; it holds until the program ends.
    """

    changed = Signal()
    troubled = Signal(object)

    def __init__(
        self, present: Preferences, *, save: Callable[[Preferences], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._present = present
        self._save = save

    @property
    def present(self) -> Preferences:
        """The preferences as they are now."""
        return self._present

    def change(self, **fields: Any) -> None:
        """Change the named fields and write the file; an unchanged value writes nothing."""
        wanted = replace(self._present, **fields)
        if wanted == self._present:
            return
        self._present = wanted
        try:
            self._save(wanted)
        except KnownProblem as problem:
            self.troubled.emit(problem)
        self.changed.emit()
