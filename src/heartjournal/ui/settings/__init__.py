"""Settings: how the journal looks, whom to call, and what it is."""

from heartjournal.ui.settings.settings import Section, Settings

__all__ = ["Section", "Settings"]
