"""The three elements of self-compassion, by which sections, prompts and passages are tagged."""

from enum import StrEnum


class Element(StrEnum):
    """One of the three elements; the values are the ids used in files and in the schema.

    Source: neff2011, neff2023. The order is the one in which practices take them.
    """

    MINDFULNESS = "mindfulness"
    COMMON_HUMANITY = "common_humanity"
    SELF_KINDNESS = "self_kindness"
