"""The encrypted container of a journal: keys, header, lock and connection; it knows nothing of pages."""

from heartjournal.vault.connection import Connection, Cursor, Interrupted, VaultBug
from heartjournal.vault.container import Vault, open_vault
from heartjournal.vault.creation import create_vault
from heartjournal.vault.keys import LEAST_COST, USUAL_COST, KdfCost
from heartjournal.vault.lockfile import VaultLock
from heartjournal.vault.state import VaultState, vault_state

__all__ = [
    "LEAST_COST",
    "USUAL_COST",
    "Connection",
    "Cursor",
    "Interrupted",
    "KdfCost",
    "Vault",
    "VaultBug",
    "VaultLock",
    "VaultState",
    "create_vault",
    "open_vault",
    "vault_state",
]
