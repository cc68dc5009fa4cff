"""HeartJournal: a private, encrypted journal for people who are hard on themselves."""

__version__ = "0.1.0"
