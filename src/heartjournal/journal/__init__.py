"""The one door to a journal and its desks; the only package above the vault that knows SQL."""

from heartjournal.journal.door import Journal, create_and_open_journal, create_journal, open_journal
from heartjournal.journal.hearing import Hearing
from heartjournal.journal.pages import WrittenDays
from heartjournal.vault import LEAST_COST, USUAL_COST, Interrupted, KdfCost
from heartjournal.vault import VaultState as JournalState
from heartjournal.vault import vault_state as journal_state

__all__ = [
    "LEAST_COST",
    "USUAL_COST",
    "Hearing",
    "Interrupted",
    "Journal",
    "JournalState",
    "KdfCost",
    "WrittenDays",
    "create_and_open_journal",
    "create_journal",
    "journal_state",
    "open_journal",
]
