"""What the inner critic's room shows while there is nothing in it, with suggestions on or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal.ui.translation import translate
from heartjournal.ui.widgets import EmptyRoom

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.model.phrase import CriticWishes
    from heartjournal.ui.theme import Theme


class EmptyCritic(EmptyRoom):
    """The first thing is to add a sentence, the second turns suggestions off or on."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            icon="cloud-fog",
            heading=translate("critic", "Nothing here, nothing to hunt for"),
            text=_text(asks=True),
            first=translate("critic", "Add one I know by heart"),
            first_icon="plus",
            second=_turn(asks=True),
            parent=parent,
        )

    def show_wishes(self, wishes: CriticWishes) -> None:
        """Say what happens by itself as things are wished."""
        self.say(_text(asks=wishes.suggestions), second=_turn(asks=wishes.suggestions))


def _text(*, asks: bool) -> str:
    if asks:
        return translate(
            "critic",
            "If a harsh sentence keeps turning up in your pages, you’ll be asked whether it belongs here. "
            "You can say no.",
        )
    return translate("critic", "Suggestions are off. You’ll be asked nothing.")


def _turn(*, asks: bool) -> str:
    return translate("critic", "Turn suggestions off") if asks else translate("critic", "Turn suggestions on")
