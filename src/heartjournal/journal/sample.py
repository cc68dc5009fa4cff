"""The sample journal: six invented months in a folder of their own, encrypted with a key that nobody keeps."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex

from heartjournal.journal.door import Journal, create_journal, open_journal
from heartjournal.model.clock import Clock
from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport
from heartjournal.resources.demo import demo_drafts, demo_support
from heartjournal.resources.practice import practices
from heartjournal.vault import LEAST_COST


def open_sample(folder: Path, *, clock: Clock) -> Journal:
    """Make the sample in `folder` and open it; blocks for most of a second. Raises what the door raises.

    The passphrase is random and forgotten, so that nothing written into the sample can be read once it is closed,
    and the cost of the key derivation protects nothing.
    """
    passphrase = token_hex(32)
    sweep((folder,))
    create_journal(folder, passphrase, clock=clock, cost=LEAST_COST)
    journal = open_journal(folder, passphrase, clock=clock)
    fill(journal, clock=clock)
    return journal


def fill(journal: Journal, *, clock: Clock) -> None:
    """Write the sample's pages, contacts and comforts into an open journal."""
    drafts = demo_drafts(clock.now(), practices())
    lines = tuple(ImportLine("", ImportOutcome.NEW, draft=draft) for draft in drafts)
    journal.imports.bring_in(ImportReport(lines))
    support = demo_support()
    for contact in support.contacts:
        journal.support.save_contact(contact)
    for comfort in support.comforts:
        journal.support.save_comfort(comfort)


def sweep(folders: Iterable[Path]) -> None:
    """Remove sample journals that are no longer open; what cannot be removed now is left for the next start."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
