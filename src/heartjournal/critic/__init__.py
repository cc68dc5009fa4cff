"""Hears in a text what the writer says to and about themself. Pure: its lexicon is an argument, it keeps nothing."""

from heartjournal.critic.despair import DespairEar
from heartjournal.critic.grouping import Grouping, Proposal
from heartjournal.critic.inner_critic import CriticEar

__all__ = ["CriticEar", "DespairEar", "Grouping", "Proposal"]
