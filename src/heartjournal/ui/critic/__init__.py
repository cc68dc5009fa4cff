"""The inner critic's room: the timeline of a person's phrases, what may be one of them, and the page of each."""

from heartjournal.ui.critic.critic_room import CriticRoom

__all__ = ["CriticRoom"]
