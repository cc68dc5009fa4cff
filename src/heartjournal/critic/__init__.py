"""Hears in a text what the writer says to and about themself. Pure: its lexicon is an argument, it keeps nothing."""

from heartjournal.critic.despair import DespairEar

__all__ = ["DespairEar"]
