"""The page of one phrase: where it was written, what the person says of it, and what answers it."""

from heartjournal.ui.critic.phrase_page.phrase_room import PhraseRoom

__all__ = ["PhraseRoom"]
