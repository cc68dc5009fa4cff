"""The Journal room: pages by day and by word, read in place, brought in from elsewhere."""

from heartjournal.ui.pages.journal_room import JournalRoom

__all__ = ["JournalRoom"]
