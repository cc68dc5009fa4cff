"""Seats the hand of the stories in a process that is started with this folder on PYTHONPATH; Python imports it."""

from tests.stories.hand import Hand

HAND = Hand.seated()
