"""The room of letters to oneself: the list, writing one, and reading one that came back."""

from heartjournal.ui.letters.correspondence import Correspondence
from heartjournal.ui.letters.letters_room import LettersRoom

__all__ = ["Correspondence", "LettersRoom"]
